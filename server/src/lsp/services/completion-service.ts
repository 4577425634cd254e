/** Requests for completion. */
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
  Position,
} from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completions } from '../../features/completion/completion';
import type { Completion, OfferKind } from '../../features/completion/completion-offer';
import { skeletonCompletions } from '../../features/completion/completion-skeleton';
import { hasStops, plainText, snippetText } from '../../features/completion/insertion';
import type { Layout } from '../../text/layout';
import { eolOf } from '../../text/lines';
import { phrase, worded } from '../../text/wording';
import type { OpenDocument } from '../documents';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { reportLanguage } from '../wire/recognition-protocol';
import { states } from './client-commands';
import { toRange, toTextEdits } from './to-protocol';

export const completionService: Service = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['、', '（', '.'] } }),
  serve,
};

/** What the client takes. */
interface CompletionForm {
  readonly snippets: boolean;
  /** `undefined`: a plain string, for clients that name no kind of markup. */
  readonly markup: MarkupKind | undefined;
  readonly asIs: boolean;
  readonly labelDetails: boolean;
}

function completionFormOf(capabilities: ClientCapabilities | undefined): CompletionForm {
  const item = capabilities?.textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    markup: [MarkupKind.Markdown, MarkupKind.PlainText].find((kind) => states(item?.documentationFormat, kind)),
    asIs: states(item?.insertTextModeSupport?.valueSet, InsertTextMode.asIs),
    labelDetails: item?.labelDetailsSupport === true,
  };
}

function serve({ connection, params, documents }: Session): void {
  const form = completionFormOf(params.capabilities);
  connection.onCompletion(
    answering(connection)('textDocument/completion', null, async ({ textDocument, position }) => {
      const audited = await documents.audited(textDocument.uri);
      const opened = audited ?? (await documents.opened(textDocument.uri));
      if (opened === null) return null;
      const { document } = opened;
      const found = audited === null ? [] : completions(audited.snapshot, document.offsetAt(position));
      const offered = found.length > 0 ? found : wholeReportOffers(document, position, audited?.snapshot.text);
      return offered.length === 0 ? null : completionListOf(opened, offered, form);
    }),
  );
}

const languagesOfNew: readonly string[] = [reportLanguage, 'markdown', 'plaintext'];
const layoutsOfNew: Readonly<Record<string, Layout>> = { markdown: 'markdown' };

/** The whole report, where there is none of anything yet. */
function wholeReportOffers(
  document: TextDocument,
  position: Position,
  audited: string | undefined,
): readonly Completion[] {
  if (!languagesOfNew.includes(document.languageId)) return [];
  // A long text cannot be the beginning of a word: it need not be looked at.
  const text = audited ?? document.getText();
  if (text.length > 200) return [];
  const layout = layoutsOfNew[document.languageId] ?? 'tsv';
  const eol = eolOf(text);
  return skeletonCompletions(text, document.offsetAt(position), { layout, year: new Date().getFullYear() - 1, eol });
}

/** Incomplete, so that the client asks again with every character: what goes with it is told here, not there. */
function completionListOf(opened: OpenDocument, offered: readonly Completion[], form: CompletionForm): CompletionList {
  return {
    isIncomplete: true,
    items: offered.map((completion, index) => completionItemOf(opened, completion, index, form)),
  };
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  report: CompletionItemKind.File,
  title: CompletionItemKind.Module,
  section: CompletionItemKind.Module,
  aspect: CompletionItemKind.Class,
  table: CompletionItemKind.Struct,
  row: CompletionItemKind.Field,
  sentence: CompletionItemKind.Text,
};

function completionItemOf(
  opened: OpenDocument,
  completion: Completion,
  index: number,
  form: CompletionForm,
): CompletionItem {
  const { document, translations } = opened;
  const isSnippet = form.snippets && hasStops(completion.insertion);
  const newText = isSnippet ? snippetText(completion.insertion) : plainText(completion.insertion);
  const detail = worded(completion.detail, translations);
  return {
    label: completion.label,
    kind: kinds[completion.kind],
    ...(form.labelDetails ? { labelDetails: { description: detail } } : { detail }),
    documentation: documentationOf(opened, completion, form),
    sortText: String(index).padStart(4, '0'),
    filterText: completion.filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(form.asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: toRange(document, completion.span), newText },
    ...(completion.extra.length > 0 && { additionalTextEdits: toTextEdits(document, completion.extra) }),
  };
}

const longestPreview = 600;

/** Why it belongs there, by which clause, and how it will look. */
function documentationOf(
  { translations }: OpenDocument,
  completion: Completion,
  form: CompletionForm,
): MarkupContent | string {
  const { note, clause, insertion, extra } = completion;
  const whole = plainText(insertion).trim() || extra.map(({ newText }) => newText.trim()).join('\n');
  const preview = whole.length > longestPreview ? `${whole.slice(0, longestPreview)}\n…` : whole;
  const basis = clause === undefined ? undefined : worded(phrase`依据：${clause}`, translations);
  const words = [note && worded(note, translations), basis].filter((part) => part !== undefined && part !== '');
  const fence = form.markup === 'markdown' ? ['```text', preview, '```'].join('\n') : preview;
  const value = [...words, ...(preview === '' ? [] : [fence])].join('\n\n');
  return form.markup === undefined ? value : { kind: form.markup, value };
}
