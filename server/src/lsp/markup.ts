/** A hover's blocks as Markdown, or as plain text for clients that show no other. */
import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { HoverBlock } from '../features/hover-blocks';
import { pageName } from '../rules/explain';
import { clauseById } from '../standard/clause-pages';
import type { Translations, Wording } from '../text/wording';
import { fixed, phrase, worded } from '../text/wording';
import { clauseUri } from './pages';

/** The first that a client says it shows; plain text where it says nothing. */
export function markupKindOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return formats?.[0] ?? MarkupKind.PlainText;
}

/** Blocks in the given kind of markup. `pages` is the folder of the rules' pages. */
export function toMarkup(
  blocks: readonly HoverBlock[],
  kind: MarkupKind,
  pages: string,
  translations: Translations | undefined,
): MarkupContent {
  const writer = kind === MarkupKind.Markdown ? markdown : plain;
  const said = (wording: Wording): string => writer.text(worded(wording, translations).replace(/\s+/g, ' ').trim());
  const parts = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return writer.title(said(block.text));
      case 'text':
        return said(block.text);
      case 'list':
        return block.items.map((item) => `- ${said(item)}`).join('\n');
      case 'clauses': {
        const links = block.clauses.map((id) => writer.link(said(clauseById(id)?.name ?? id), clauseUri(pages, id)));
        return `${said(phrase`依据：`)}${links.join(said('；'))}`;
      }
      case 'rules':
        return block.rules
          .map(({ rule, title, basis }) => {
            const link = writer.link(said(fixed(title)), pages + pageName(rule));
            return `- ${said(phrase`审核规则：`)}${link}${basis === undefined ? '' : said(phrase`（依据：${basis}）`)}`;
          })
          .join('\n');
    }
  });
  return { kind, value: parts.join(writer.between) };
}

interface Writer {
  readonly between: string;
  text(words: string): string;
  title(words: string): string;
  link(words: string, uri: string): string;
}

const plain: Writer = {
  between: '\n',
  text: (words) => words,
  title: (words) => words,
  link: (words) => words,
};

const markdown: Writer = {
  between: '\n\n',
  text: escaped,
  title: (words) => (words === '' ? '' : `**${words}**`),
  link: (words, uri) => `[${words}](<${uri}>)`,
};

/** So that words of the document are shown as they stand. */
function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^([0-9]{1,9})([.)])/, '$1\\$2');
}
