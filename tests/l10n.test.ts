/** Both languages are complete: what the server says, what the client says, and what the manifest says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { everyRule } from '../server/src/rules/registry';
import { clauses } from '../server/src/standard/clause-pages';
import { caseGroups, caseOutcomes } from '../server/src/standard/columns';
import { editions } from '../server/src/standard/editions';
import { relationKinds } from '../server/src/standard/relations/kinds';

const root = resolve(__dirname, '..');
const ideograph = /[\u3400-\u9fff]/;

function sourcesIn(folder: string): readonly ts.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .map((path) =>
      ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
    );
}

function* nodesOf(node: ts.Node): Iterable<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function read(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Readonly<Record<string, string>>;
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`;
}

/** The template as `phrase` makes it. */
function templateOf(literal: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return literal.text;
  return literal.templateSpans.reduce((text, span, i) => `${text}{${i}}${span.literal.text}`, literal.head.text);
}

function isCallOf(node: ts.Node, name: string): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === name;
}

/** The property's value where `node` is the property `name` of an object. */
function propertyOf(node: ts.Node, ...names: readonly string[]): ts.Expression | undefined {
  return ts.isPropertyAssignment(node) && names.includes(node.name.getText()) ? node.initializer : undefined;
}

/** Title and summary of a rule. */
function shownOf(meta: ts.Expression): readonly string[] {
  if (!ts.isObjectLiteralExpression(meta)) return [];
  return meta.properties.flatMap((property) => {
    const value = propertyOf(property, 'title', 'summary');
    return value !== undefined && ts.isStringLiteral(value) ? [value.text] : [];
  });
}

/** Sentences that the standard keeps as data and hovers tell with `fixed`. */
function* keptAsData(): Iterable<string> {
  for (const { sections, tables } of Object.values(editions)) {
    yield* sections.map(({ asks }) => asks);
    for (const { rows } of Object.values(tables)) {
      for (const { meaning, columns } of rows) yield* [meaning, ...columns.map((column) => column.meaning)];
    }
  }
  yield* [...caseGroups, ...caseOutcomes].map(({ meaning }) => meaning);
  yield* clauses.flatMap(({ requires }) => requires);
  yield* relationKinds.flatMap(({ title, summary }) => [title, summary]);
}

const server = sourcesIn('server/src');
const client = sourcesIn('client/src');
const serverNodes = server.flatMap((file) => [...nodesOf(file)]);

describe('l10n/engine.en.json', () => {
  const english = read('l10n/engine.en.json');
  const pieces = serverNodes.flatMap((node): readonly string[] => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'phrase') return [templateOf(node.template)];
    const separator = isCallOf(node, 'listed') ? node.arguments[1] : undefined;
    if (separator !== undefined && ts.isStringLiteral(separator)) return [separator.text];
    const meta = propertyOf(node, 'meta');
    return meta === undefined ? [] : shownOf(meta);
  });
  const spoken = new Set(['、', ...pieces, ...keptAsData()]);
  /** What holds nothing Chinese may be the same in every language. */
  const isChinese = (piece: string): boolean => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]/.test(piece);

  test('has every template and separator of the server and the rules’ titles and summaries, and nothing else, in order', () => {
    expect([...spoken].filter((piece) => isChinese(piece) && english[piece] === undefined)).toEqual([]);
    expect(Object.keys(english).filter((key) => !spoken.has(key))).toEqual([]);
    expect(Object.keys(english)).toEqual(Object.keys(english).sort());
  });

  test('every rule’s title and summary is among them', () => {
    for (const { meta } of everyRule)
      expect(Object.keys(english)).toEqual(expect.arrayContaining([meta.title, meta.summary]));
  });

  test('the separators of lists are literals, so that none can be overlooked', () => {
    const separators = serverNodes.flatMap((node) => (isCallOf(node, 'listed') ? (node.arguments[1] ?? []) : []));
    expect(separators.filter((separator) => !ts.isStringLiteral(separator)).map(placeOf)).toEqual([]);
  });

  test.each(Object.entries(english))(
    '%j has the same parts, and no Chinese but quoted words of the form',
    (key, value) => {
      const parts = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();
      expect(parts(value)).toEqual(parts(key));
      expect(value.replace(/“[^“”]*”|《[^《》]*》/g, '')).not.toMatch(ideograph);
      expect(value.trim()).not.toBe('');
    },
  );
});

describe('nothing Chinese is glued together past the translations', () => {
  const said = ['message', 'title', 'words', 'detail', 'reason'];

  /** What a reader is told, outside the rules' documentation, which is Chinese. */
  function* saidIn(node: ts.Node): Iterable<ts.Expression> {
    if (propertyOf(node, 'meta', 'examples') !== undefined) return;
    const value = propertyOf(node, ...said);
    if (value !== undefined) yield value;
    for (const child of node.getChildren()) yield* saidIn(child);
  }

  /** Literals that are part of what is said, not of how it is chosen or worked out. */
  function* literalsOf(value: ts.Expression): Iterable<ts.Expression> {
    if (ts.isConditionalExpression(value)) {
      yield* literalsOf(value.whenTrue);
      yield* literalsOf(value.whenFalse);
    } else if (ts.isBinaryExpression(value)) {
      yield* literalsOf(value.left);
      yield* literalsOf(value.right);
    } else if (ts.isTemplateExpression(value) || ts.isStringLiteralLike(value)) yield value;
  }

  const folders = ['rules', 'audit', 'policy', 'features'].map((name) => `server/src/${name}/`);
  const own = server.filter(
    ({ fileName }) =>
      folders.some((folder) => fileName.replaceAll('\\', '/').startsWith(folder)) &&
      !/example|policy-schema/.test(fileName),
  );

  test('messages, titles and reasons are wordings', () => {
    const bare = own
      .flatMap((file) => [...saidIn(file)])
      .flatMap((value) => [...literalsOf(value)])
      .filter((literal) => ideograph.test(literal.getText()));
    expect(bare.map(placeOf)).toEqual([]);
  });

  test('no wording is put into a plain string', () => {
    const options = { strict: true, target: ts.ScriptTarget.ES2023, resolveJsonModule: true, skipLibCheck: true };
    const program = ts.createProgram(
      server.map(({ fileName }) => join(root, fileName)),
      { ...options, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    );
    const checker = program.getTypeChecker();
    const isWording = (node: ts.Expression): boolean => {
      const type = checker.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).some(({ symbol }) => ['Phrase', 'Listing'].includes(symbol?.name));
    };
    const glued = server.flatMap(({ fileName }) => {
      const file = program.getSourceFile(join(root, fileName)) as ts.SourceFile;
      return [...nodesOf(file)].flatMap((node): readonly ts.Expression[] => {
        if (isCallOf(node, 'String')) return node.arguments.filter(isWording);
        if (!ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node.parent)) return [];
        return node.templateSpans.map(({ expression }) => expression).filter(isWording);
      });
    });
    expect(glued.map(placeOf)).toEqual([]);
  }, 60_000);
});

describe('the client', () => {
  const chinese = read('l10n/client.zh-cn.json');
  const calls = client
    .flatMap((file) => [...nodesOf(file)])
    .filter((node) => isCallOf(node, 'say'))
    .map((node) => (node as ts.CallExpression).arguments[0] as ts.Expression);

  test('gives its texts as literals, in English', () => {
    expect(calls.filter((text) => !ts.isStringLiteralLike(text) || ideograph.test(text.text)).map(placeOf)).toEqual([]);
  });

  test('says each of them in Chinese, and nothing else', () => {
    const english = new Set(calls.flatMap((text) => (ts.isStringLiteralLike(text) ? [text.text] : [])));
    expect(Object.keys(chinese).sort()).toEqual([...english].sort());
    for (const [key, value] of Object.entries(chinese)) {
      const parts = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g))].sort();
      expect(parts(value), key).toEqual(parts(key));
    }
  });
});

test('the manifest’s texts are the same in number in both languages, all defined and all used', () => {
  const used = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(
    (match) => match[1],
  );
  const keys = [...new Set(used)].sort();
  expect(Object.keys(read('package.nls.json')).sort()).toEqual(keys);
  expect(Object.keys(read('package.nls.zh-cn.json')).sort()).toEqual(keys);
});
