/** Requests for inlay hints. */
import type { InlayHint as ProtocolHint } from 'vscode-languageserver';
import { InlayHintKind as ProtocolKind } from 'vscode-languageserver';
import type { InlayHint, InlayHintKind } from '../../features/hints/inlay-hint';
import { inlayHints } from '../../features/hints/inlay-hints';
import { worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { answering, guarding } from '../guard';
import type { Service, Session } from '../session';
import type { Settings } from '../settings/settings';
import { reportLanguage } from '../wire/recognition-protocol';
import { toTextEdits } from './to-protocol';

export const inlayHintService: Service = {
  capabilities: () => ({ inlayHintProvider: true }),
  serve,
};

function serve({ connection, params, documents, onRefresh }: Session): void {
  connection.languages.inlayHint.on(
    answering(connection)('textDocument/inlayHint', null, async ({ textDocument, range }) => {
      const audited = await documents.audited(textDocument.uri);
      if (audited === null) return null;
      const { document, snapshot, settings } = audited;
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return inlayHints(snapshot, span, wantedKinds(settings, document.languageId)).map((hint) =>
        toProtocolHint(audited, hint),
      );
    }),
  );
  if (params.capabilities?.workspace?.inlayHint?.refreshSupport !== true) return;
  onRefresh(() => guarding(connection)('workspace/inlayHint/refresh', () => connection.languages.inlayHint.refresh()));
}

/** Other languages show hints all the time, and a column's name before every figure would be too much there. */
function wantedKinds({ inlayHints: { columns, totals } }: Settings, languageId: string): readonly InlayHintKind[] {
  const named = columns && languageId === reportLanguage;
  return [
    ...(named ? (['column'] as const) : []),
    ...(columns ? (['row'] as const) : []),
    ...(totals ? (['total'] as const) : []),
  ];
}

function toProtocolHint({ document, translations }: AuditedDocument, hint: InlayHint): ProtocolHint {
  const isColumn = hint.kind === 'column';
  return {
    position: document.positionAt(hint.at),
    label: worded(hint.label, translations),
    tooltip: worded(hint.tooltip, translations),
    ...(isColumn ? { kind: ProtocolKind.Parameter, paddingRight: true } : { paddingLeft: true }),
    ...(hint.edits.length === 0 ? {} : { textEdits: toTextEdits(document, hint.edits) }),
  };
}
