/** “豁免此项…”: hands a finding to the client's own command, which asks for the reason and writes the waiver down. */
import type { ClientCapabilities, CodeAction, CodeActionParams, Command } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { PlacedFinding } from '../../features/problems/findings-at';
import { findingAgain, findingsAt } from '../../features/problems/findings-at';
import { waivableFindings, waiverQuote } from '../../features/problems/waivable';
import { waiverToldOf } from '../../findings/unneeded-waivers';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import type { RevokeTarget } from '../wire/protocol';
import { revokeCommand, waiveCommand } from '../wire/protocol';
import { states } from './client-commands';
import { diagnosticOf, wants } from './code-actions';

/** The only argument of the command. */
export interface WaiveArgument {
  /** URI of the report. */
  readonly document: string;
  /** URI of the policy file that the report is under; `null` where there is none yet. */
  readonly policy: string | null;
  readonly rule: string;
  /** The words of the report that the waiver is to quote; `null` where none tell the finding from any other text. */
  readonly quote: string | null;
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

/** What tells a waiver's command when the client asks for it. */
interface WaiveData {
  readonly uri: string;
  readonly version: number;
  readonly waive: { readonly report: number; readonly fingerprint: string };
}

/** Whether the client asks for an action's command when the action is chosen. */
export function resolvesCommands(capabilities: ClientCapabilities | undefined): boolean {
  const actions = capabilities?.textDocument?.codeAction;
  return actions?.dataSupport === true && states(actions.resolveSupport?.properties, 'command');
}

/**
 * One action for each finding at the requested range, after its fixes: with its command, or `lazy`, to be completed
 * when it is chosen, since the quotation is compared with all findings.
 */
export function waiveActions(
  audited: AuditedDocument,
  { range, context }: CodeActionParams,
  policy: string | null,
  pages: string,
  form: 'lazy' | 'complete',
): CodeAction[] {
  if (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix)) return [];
  const { document, snapshot, translations } = audited;
  const { uri, version } = document;
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const waivable = waivableFindings(snapshot, span);
  return waivable.flatMap((placed): readonly CodeAction[] => {
    const { finding, place } = placed;
    const title = worded(
      waivable.length === 1 ? phrase`豁免此项…` : phrase`豁免此项…（${finding.rule}）`,
      translations,
    );
    const data: WaiveData = { uri, version, waive: { report: place.start, fingerprint: finding.fingerprint } };
    const quote = form === 'lazy' ? undefined : waiverQuote(placed);
    if (quote === null) return [];
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf({ document, pages, translations }, placed, context.diagnostics)],
        ...(quote === undefined ? { data } : { command: waiveCommandFor(audited, placed, title, policy, quote) }),
      },
    ];
  });
}

/** Whether the action is one that `resolvedWaiver` completes. */
export function isWaiver(data: unknown): data is WaiveData {
  return typeof (data as Partial<WaiveData> | null | undefined)?.waive === 'object';
}

/** The action with its command; without one where the document has changed or the finding is gone. */
export function resolvedWaiver(
  audited: AuditedDocument,
  action: CodeAction,
  { version, waive }: WaiveData,
  policy: string | null,
): CodeAction {
  if (version !== audited.document.version) return action;
  const placed = findingAgain(audited.snapshot, waive.report, waive.fingerprint);
  if (placed === undefined) return action;
  return { ...action, command: waiveCommandFor(audited, placed, action.title, policy, waiverQuote(placed)) };
}

function waiveCommandFor(
  { document: { uri }, translations }: AuditedDocument,
  { finding }: PlacedFinding,
  title: string,
  policy: string | null,
  quote: string | null,
): Command {
  const { rule } = finding;
  const message = worded(finding.message, translations);
  const argument: WaiveArgument = { document: uri, policy, rule, quote, message };
  return { title, command: waiveCommand, arguments: [argument] };
}
