/** “豁免此项…”: hands a finding to the client's own command, which asks for the reason and writes the waiver down. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { waivableFindings } from '../../features/problems/waivable';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { waiveCommand } from '../wire/protocol';
import { diagnosticOf, wants } from './code-actions';

/** The only argument of the command. */
interface WaiveArgument {
  /** URI of the report. */
  readonly document: string;
  /** URI of the policy file that the report is under; `null` where there is none yet. */
  readonly policy: string | null;
  readonly rule: string;
  /** The words of the report that the waiver is to quote. */
  readonly quote: string;
  /** The finding's message. */
  readonly message: string;
}

/** One action for each finding at the requested range, after its fixes. */
export function waiveActions(
  { document, snapshot, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  policy: string | null,
  pages: string,
): CodeAction[] {
  if (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix)) return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const waivable = waivableFindings(snapshot, span);
  return waivable.map(({ finding, place, quote }) => {
    const { rule } = finding;
    const message = worded(finding.message, translations);
    const argument: WaiveArgument = { document: document.uri, policy, rule, quote, message };
    const title = worded(waivable.length === 1 ? phrase`豁免此项…` : phrase`豁免此项…（${rule}）`, translations);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf({ document, pages, translations }, { finding, place }, context.diagnostics)],
      command: { title, command: waiveCommand, arguments: [argument] },
    };
  });
}
