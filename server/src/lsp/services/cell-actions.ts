/** “到表格这一格”: from what the prose says to the table's figure that says otherwise. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { findingsAt } from '../../features/problems/findings-at';
import { shiftSpan } from '../../text/span';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { goToCommand } from '../wire/protocol';
import { diagnosticOf, wants } from './code-actions';
import { toRange } from './to-protocol';

/** More cells than these are listed beside the finding anyhow. */
const mostCells = 3;

/** One action for each cell that a finding of the prose at the requested range names. */
export function cellActions(
  { document, snapshot, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  pages: string,
): CodeAction[] {
  if (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix)) return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const own = findingsAt(snapshot, span).filter(({ finding }) => finding.rule.startsWith('prose/'));
  return own.flatMap(({ finding, place }) => {
    const cells = finding.related.filter(({ cell }) => cell !== undefined).slice(0, mostCells);
    return cells.map(({ span: at, message }): CodeAction => {
      const title = worded(phrase`到表格这一格：${message}`, translations);
      const target = toRange(document, shiftSpan(at, place.start));
      return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf({ document, pages, translations }, { finding, place }, context.diagnostics)],
        command: { title, command: goToCommand, arguments: [document.uri, target] },
      };
    });
  });
}
