/** Requests to rename the body or the year of a report. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RenameRefusal } from '../../features/rename/rename';
import { rename, renameTarget } from '../../features/rename/rename';
import { beforeLineBreaks } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Translations } from '../../text/wording';
import { worded } from '../../text/wording';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { editFormOf, workspaceEdit } from './edit-form';
import { toRange, toTextEdits } from './to-protocol';

export const renameService: Service = {
  capabilities: ({ capabilities }) => ({
    renameProvider: capabilities?.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  serve,
};

interface PreparedRename {
  readonly range: Range;
  readonly placeholder: string;
}

/** Why not, for the user to read. */
type Refused = ResponseError<never>;

function serve({ connection, params, documents }: Session): void {
  const form = editFormOf(params.capabilities);
  connection.onPrepareRename(
    answering(connection)('textDocument/prepareRename', null, async ({ textDocument, position }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot, translations } = audited;
      const target = renameTarget(snapshot, document.offsetAt(position));
      if (target.state === 'refused') return refusal(target, translations);
      return { range: onLineOf(document, target.span, position), placeholder: target.name } satisfies PreparedRename;
    }),
  );
  connection.onRenameRequest(
    answering(connection)(
      'textDocument/rename',
      null,
      async ({ textDocument, position, newName }): Promise<WorkspaceEdit | Refused | null> => {
        const audited = await documents.audited(textDocument.uri);
        if (audited === null) return null;
        const { document, snapshot, translations } = audited;
        const result = rename(snapshot, document.offsetAt(position), newName);
        if (result.state === 'refused') return refusal(result, translations);
        return workspaceEdit(document, toTextEdits(document, result.edits), form);
      },
    ),
  );
}

function refusal({ why }: RenameRefusal, translations: Translations | undefined): Refused {
  return new ResponseError<never>(LSPErrorCodes.RequestFailed, worded(why, translations));
}

/** A name broken over lines: editors show the box over the part that the cursor stands in. */
function onLineOf(document: TextDocument, span: Span, { line }: Position): Range {
  const { start, end } = toRange(document, span);
  if (start.line === end.line) return { start, end };
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const last = beforeLineBreaks(text, text.length);
  return {
    start: line === start.line ? start : { line, character: 0 },
    end: line === end.line ? end : { line, character: last },
  };
}
