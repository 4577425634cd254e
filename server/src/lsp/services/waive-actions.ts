/** “豁免此项…”: hands a finding to the client's own command, which asks for the reason and writes the waiver down. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { findingsAt } from '../../features/problems/findings-at';
import { waivableFindings } from '../../features/problems/waivable';
import { waiverToldOf } from '../../findings/unneeded-waivers';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import type { RevokeTarget } from '../wire/protocol';
import { revokeCommand, waiveCommand } from '../wire/protocol';
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

/** One action for each waiver without use that is told of at the requested range: takes it out of the policy file. */
export function revokeActions(
  { document, snapshot, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  policy: string | null,
  pages: string,
): CodeAction[] {
  if (policy === null || (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix))) return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return findingsAt(snapshot, span).flatMap(({ finding, place }): readonly CodeAction[] => {
    const waiver = waiverToldOf(finding, snapshot.options);
    if (waiver === undefined) return [];
    const { rule, quote, reason } = waiver;
    const title = worded(phrase`从本地要求文件中删除这项豁免（${rule}：“${quote}”）`, translations);
    const argument: RevokeTarget = { document: document.uri, policy, rule, quote, reason };
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf({ document, pages, translations }, { finding, place }, context.diagnostics)],
        command: { title, command: revokeCommand, arguments: [argument] },
      },
    ];
  });
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
