/** “豁免此项…” for what was found by comparing reports: the policy's waiver quotes a name that the finding is about. */
import type { CodeAction, CodeActionParams, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isWaivable } from '../../findings/waivers';
import { type Span, spansTouch } from '../../text/span';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { keyOf } from '../folder/folder-audit';
import { seriesFindingsIn } from '../folder/folder-diagnostics';
import type { Session } from '../session';
import { waiveCommand } from '../wire/protocol';
import { wants } from './code-actions';
import type { WaiveArgument } from './waive-actions';

/** One for each such finding at the requested range; none before the report's folder is audited. */
export function seriesWaivers(
  { folder }: Pick<Session, 'folder'>,
  { document, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  policy: string | null,
): readonly CodeAction[] {
  const { uri } = document;
  const spanOf = ({ start, end }: Range): Span => ({ start: document.offsetAt(start), end: document.offsetAt(end) });
  const file = folder.files().get(keyOf(uri));
  if (file === undefined || (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix))) return [];
  return seriesFindingsIn({ folder }, keyOf(uri), file).flatMap((finding): readonly CodeAction[] => {
    const { rule, message, names } = finding;
    const [quote] = names;
    if (quote === undefined || !isWaivable(rule) || !spansTouch(spanOf(finding.range), spanOf(range))) return [];
    const argument: WaiveArgument = { document: uri, policy, rule, quote, message: worded(message, translations) };
    const title = worded(phrase`豁免此项…（${rule}）`, translations);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: context.diagnostics.filter(
          ({ code, range: { start } }) => code === rule && document.offsetAt(start) === spanOf(finding.range).start,
        ),
        command: { title, command: waiveCommand, arguments: [argument] },
      },
    ];
  });
}
