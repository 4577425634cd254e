/** A hover's blocks as Markdown, or as plain text for clients that show no other. */
import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { HoverBlock, RuleNote } from '../../features/hover/hover-blocks';
import { showText } from '../../output/visible-text';
import { pageName } from '../../rules/explain';
import { clauseById } from '../../standard/clause-pages';
import type { Basis, ClauseId } from '../../standard/clauses';
import { onOneLine } from '../../text/fold';
import type { Translations, Wording } from '../../text/wording';
import { fixed, phrase, worded } from '../../text/wording';
import { clauseUri } from './pages';

/** The first that a client says it shows; plain text where it says nothing. */
export function markupKindOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return Array.isArray(formats) && formats[0] === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
}

/** Blocks in the given kind of markup. `pages` is the folder of the rules' pages. */
export function toMarkup(
  blocks: readonly HoverBlock[],
  kind: MarkupKind,
  pages: string,
  translations: Translations | undefined,
): MarkupContent {
  const writer = kind === MarkupKind.Markdown ? markdown : plain;
  const print: Print = {
    pages,
    writer,
    said: (wording) => writer.text(showText(onOneLine(worded(wording, translations)))),
  };
  return { kind, value: blocks.map((block) => blockMarkup(block, print)).join(writer.between) };
}

interface Print {
  readonly pages: string;
  readonly writer: MarkupWriter;
  /** In the user's language, safe to show. */
  said(wording: Wording): string;
}

function blockMarkup(block: HoverBlock, print: Print): string {
  const { writer, said } = print;
  switch (block.kind) {
    case 'title':
      return writer.title(said(block.text));
    case 'text':
      return said(block.text);
    case 'list':
      return block.items.map((item) => `- ${said(item)}`).join('\n');
    case 'clauses':
      return clausesText(block.clauses, print);
    case 'page':
      return writer.link(said(phrase`查看依据它的规则和填报项目`), clauseUri(print.pages, block.clause));
    case 'rules':
      return block.rules.map((note) => ruleText(note, print)).join('\n');
  }
}

function clausesText(clauses: readonly ClauseId[], { writer, pages, said }: Print): string {
  const links = clauses.map((id) => writer.link(said(clauseById(id)?.name ?? id), clauseUri(pages, id)));
  return `${said(phrase`依据：`)} ${links.join(' · ')}`;
}

function ruleText({ rule, title, basis }: RuleNote, { writer, pages, said }: Print): string {
  const link = writer.link(said(fixed(title)), pages + pageName(rule));
  const ground = basis === undefined ? '' : ` ${said(phrase`依据：`)} ${withLinks(basis, writer, pages)}`;
  return `- ${said(phrase`审核规则：`)} ${link}${ground}`;
}

/** A clause with every part of it that has a page linked there. */
function withLinks({ words, names }: Basis, writer: MarkupWriter, pages: string): string {
  const said = worded(words);
  let position = 0;
  let result = '';
  for (const { clause, name } of names) {
    const start = said.indexOf(name, position);
    if (start < 0) continue;
    result += writer.text(said.slice(position, start)) + writer.link(writer.text(name), clauseUri(pages, clause));
    position = start + name.length;
  }
  return result + writer.text(said.slice(position));
}

interface MarkupWriter {
  readonly between: string;
  text(words: string): string;
  title(words: string): string;
  link(words: string, uri: string): string;
}

const plain: MarkupWriter = {
  between: '\n',
  text: (words) => words,
  title: (words) => words,
  link: (words) => words,
};

const markdown: MarkupWriter = {
  between: '\n\n',
  text: escaped,
  title: (words) => (words === '' ? '' : `**${words}**`),
  link: (words, uri) => `[${words}](<${uri}>)`,
};

/** So that words of the document are shown as they stand: addresses that stand bare in them, too, are not to be clicked on. */
function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~&$@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^([0-9]{1,9})([.)])/, '$1\\$2');
}
