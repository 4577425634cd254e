/** What is pasted from Word or a page, and files that are dropped, become text in the layout of the report. */
import type { CancellationToken, DataTransfer, ExtensionContext, TextDocument } from 'vscode';
import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  EndOfLine,
  languages,
  Uri,
  window,
} from 'vscode';
import { isNamedLikeDocument } from '../../../server/src/files/file-names';
import type { ImportAnswer, ImportParams, PasteAnswer, PasteParams } from '../../../server/src/lsp/wire/shown-protocol';
import { importFileMethod, pasteMethod } from '../../../server/src/lsp/wire/shown-protocol';
import type { AuditServer } from '../audit-server';
import { candidateLanguages, isCandidateDocument, isReport } from '../recognition';
import { say } from '../say';
import { tellChanged } from './import-report';

export function registerPaste(context: ExtensionContext, server: AuditServer): void {
  const kind = DocumentDropOrPasteEditKind.Text.append('disclosureAudit');
  const selector = candidateLanguages.map((language) => ({ language }));
  context.subscriptions.push(
    languages.registerDocumentPasteEditProvider(
      selector,
      {
        provideDocumentPasteEdits: async (document, _ranges, data, _context, token) => {
          const text = await pastedText(server, document, data, token);
          return text === undefined ? undefined : [new DocumentPasteEdit(text, say('Paste with tables'), kind)];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html'] },
    ),
    languages.registerDocumentDropEditProvider(
      selector,
      {
        provideDocumentDropEdits: async (document, _position, data) => {
          const text = await droppedText(server, document, data);
          return text === undefined ? undefined : new DocumentDropEdit(text, say('Insert the report'), kind);
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: ['text/uri-list'] },
    ),
  );
}

/** `undefined` where the editor's own paste serves as well. */
async function pastedText(
  server: AuditServer,
  document: TextDocument,
  data: DataTransfer,
  token: CancellationToken,
): Promise<string | undefined> {
  if (!isCandidateDocument(document)) return undefined;
  const html = (await data.get('text/html')?.asString()) ?? '';
  if (token.isCancellationRequested || !/<table\b/i.test(html)) return undefined;
  // Into any other text only what is a report by itself is put in this way.
  if (!isReport(document) && !html.includes('公开')) return undefined;
  const params: PasteParams = {
    uri: document.uri.toString(),
    html,
    language: document.languageId,
    eol: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
    scope: isReport(document) ? 'any' : 'reports',
  };
  const answer = await server.request<PasteAnswer>(pasteMethod, params).catch(() => null);
  return answer?.text;
}

async function droppedText(
  server: AuditServer,
  document: TextDocument,
  data: DataTransfer,
): Promise<string | undefined> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [only, more] = uris;
  if (only === undefined || more !== undefined || !isNamedLikeDocument(Uri.parse(only).path)) return undefined;
  const layout = document.languageId === 'markdown' || document.languageId === 'html' ? document.languageId : 'tsv';
  const params: ImportParams = { uri: only, layout };
  const answer = await server.request<ImportAnswer>(importFileMethod, params).catch(() => undefined);
  if (answer === undefined) return undefined;
  if ('refusal' in answer) {
    void window.showWarningMessage(answer.refusal);
    return undefined;
  }
  tellChanged(answer.changed);
  return document.eol === EndOfLine.CRLF ? answer.text.replaceAll('\n', '\r\n') : answer.text;
}
