/** The grammar at work on single lines: the part of TextMate that it uses, over the regular expressions of JavaScript. */
import { readFileSync } from 'node:fs';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
}

interface Grammar extends Rule {
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

export const grammar: Grammar = JSON.parse(readFileSync('syntaxes/disclosure-report.tmLanguage.json', 'utf8'));

/** A stretch of a line with the innermost scope it has, the language's own ending left out. */
export interface Token {
  readonly text: string;
  readonly scope: string;
}

/** Every expression of the grammar. @throws SyntaxError for one that is malformed. */
export function expressions(): readonly RegExp[] {
  const all = (rules: readonly Rule[]): readonly RegExp[] =>
    rules.flatMap(({ match, begin, end, patterns }) => [
      ...[match, begin, end].flatMap((source) => (source === undefined ? [] : [compiled(source)])),
      ...all(patterns ?? []),
    ]);
  return all([grammar, ...Object.values(grammar.repository)]);
}

/** The tokens of one line. */
export function tokensOf(line: string): readonly Token[] {
  return scan(line, 0, resolved(grammar.patterns), '');
}

function scan(line: string, from: number, rules: readonly Rule[], outer: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = from;
  while (position <= line.length) {
    const found = earliest(line, position, rules);
    if (found === null) break;
    const { rule, match } = found;
    if (match.index > position) tokens.push({ text: line.slice(position, match.index), scope: outer });
    const end = match.index + match[0].length;
    if (rule.begin !== undefined) {
      return [...tokens, ...scan(line, end, resolved(rule.patterns ?? []), scopeOf(rule.name))];
    }
    tokens.push(...captured(rule, match));
    position = match[0].length === 0 ? end + 1 : end;
  }
  if (position < line.length) tokens.push({ text: line.slice(position), scope: outer });
  return tokens.filter(({ text }) => text !== '');
}

function earliest(line: string, from: number, rules: readonly Rule[]): { rule: Rule; match: RegExpExecArray } | null {
  let best: { rule: Rule; match: RegExpExecArray } | null = null;
  for (const rule of rules) {
    const expression = compiled(rule.match ?? rule.begin ?? '(?!)');
    expression.lastIndex = from;
    const match = expression.exec(line);
    if (match !== null && (best === null || match.index < best.match.index)) best = { rule, match };
  }
  return best;
}

function captured({ name, captures }: Rule, match: RegExpExecArray): readonly Token[] {
  if (captures === undefined) return [{ text: match[0], scope: scopeOf(name) }];
  return match.slice(1).map((text, index) => ({ text: text ?? '', scope: scopeOf(captures[index + 1]?.name ?? name) }));
}

/** Includes and plain groups replaced by the rules they stand for. */
function resolved(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => {
    if (rule.include !== undefined) {
      const named = grammar.repository[rule.include.slice(1)];
      if (named === undefined) throw new Error(`${rule.include} is not in the grammar's repository`);
      return resolved([named]);
    }
    return rule.match === undefined && rule.begin === undefined ? resolved(rule.patterns ?? []) : [rule];
  });
}

function compiled(source: string): RegExp {
  return new RegExp(
    source.replace(/\\x\{([0-9A-F]+)\}/g, (_, digits) => `\\u${digits}`),
    'g',
  );
}

function scopeOf(name: string | undefined): string {
  return (name ?? '').replace('.disclosure-report', '');
}
