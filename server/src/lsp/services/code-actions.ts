/** Quick fixes, the fixes of a whole rule and the fix-all action as the protocol's code actions. */

import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { changesFigures, tabStops } from '../../features/problems/figure-edits';
import type { OfferedFix, RuleFix } from '../../features/problems/quick-fixes';
import { offeredFix, quickFixes, ruleFix, safeEdits } from '../../features/problems/quick-fixes';
import { ruleTitle } from '../../rules/registry';
import type { Wording } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { AuditedDocument } from '../documents';
import type { Showing } from './diagnostics';
import { toDiagnostic } from './diagnostics';
import type { Annotation, EditForm, Extras } from './edit-form';
import { richEdit } from './edit-form';

/** Applies every fix that changes no figure. */
const fixAllKind = 'source.fixAll.disclosureAudit';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** What tells an action's edit when the client asks for it. */
type ActionData = { readonly uri: string; readonly version: number } & (
  | { readonly fix: { readonly report: number; readonly fingerprint: string; readonly index: number } }
  | { readonly rule: string }
  | { readonly all: true }
);

/**
 * The actions for the requested range. The fix-all action needs the fixes of the whole document, so it is computed
 * only when the client asks for source actions.
 */
export function codeActions(
  audited: AuditedDocument,
  { range, context }: CodeActionParams,
  form: EditForm,
  pages: string,
): CodeAction[] {
  const { document, snapshot, translations } = audited;
  const showing: Showing = { document, pages, translations };
  const actions: CodeAction[] = [];
  if (context.only === undefined || wants(context.only, CodeActionKind.QuickFix)) {
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const fixes = quickFixes(snapshot, span).map((fix) => ({
      fix,
      diagnostic: diagnosticOf(showing, fix, context.diagnostics),
    }));
    for (const { fix, diagnostic } of fixes) actions.push(quickFixAction(audited, fix, diagnostic, form));
    for (const rule of new Set(fixes.map(({ fix }) => fix.finding.rule))) {
      const own = fixes.filter(({ fix }) => fix.finding.rule === rule).map(({ diagnostic }) => diagnostic);
      actions.push(...ruleActions(audited, rule, [...new Set(own)], form));
    }
  }
  if (context.only !== undefined && wants(context.only, fixAllKind)) actions.push(...fixAllActions(audited, form));
  return actions;
}

/** Whether one of the requested kinds is `kind` or contains it. */
export function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The action with its edit; without one where the document has changed or the finding is gone. */
export function resolvedAction(audited: AuditedDocument, action: CodeAction, form: EditForm): CodeAction {
  const { document, snapshot } = audited;
  const data = action.data as ActionData | undefined;
  if (data === undefined || data.version !== document.version) return action;
  if ('fix' in data) {
    const fix = offeredFix(snapshot, data.fix.report, data.fix.fingerprint, data.fix.index);
    return fix === undefined ? action : { ...action, edit: fixEdit(audited, fix, form, 'chosen') };
  }
  if ('rule' in data) {
    return { ...action, edit: fixEdit(audited, ruleFix(snapshot, data.rule), form, 'unseen') };
  }
  return { ...action, edit: richEdit(document, safeEdits(snapshot), form, {}) };
}

function quickFixAction(audited: AuditedDocument, fix: OfferedFix, diagnostic: Diagnostic, form: EditForm): CodeAction {
  const { finding, index, place } = fix;
  return withEdit(audited, form, {
    title: worded(fix.title, audited.translations),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred ? { isPreferred: true } : {}),
    data: { ...stamp(audited), fix: { report: place.start, fingerprint: finding.fingerprint, index } },
  });
}

/** One action where the rule has more than one finding that can be fixed without a choice. */
function ruleActions(audited: AuditedDocument, rule: string, diagnostics: Diagnostic[], form: EditForm): CodeAction[] {
  const { snapshot, translations } = audited;
  const fix = ruleFix(snapshot, rule);
  const { count } = fix;
  if (count < 2) return [];
  // Figures that the user has not looked at are not changed without being asked for.
  if (!form.annotated && changes(snapshot, fix)) return [];
  return [
    withEdit(audited, form, {
      title: worded(phrase`修正全文件的这类问题：${ruleTitle(rule)}（${count}处）`, translations),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      data: { ...stamp(audited), rule },
    }),
  ];
}

function fixAllActions(audited: AuditedDocument, form: EditForm): CodeAction[] {
  if (safeEdits(audited.snapshot).length === 0) return [];
  const title = worded(phrase`修正全部可安全修正的问题（不改动数字）`, audited.translations);
  return [withEdit(audited, form, { title, kind: fixAllKind, data: { ...stamp(audited), all: true } })];
}

function stamp({ document }: AuditedDocument): Pick<ActionData, 'uri' | 'version'> {
  return { uri: document.uri, version: document.version };
}

/** The action as the client takes it: to be completed later, or complete. */
function withEdit(audited: AuditedDocument, form: EditForm, action: CodeAction & { data: ActionData }): CodeAction {
  if (form.lazy) return action;
  const { data: _, ...complete } = resolvedAction(audited, action, form);
  return complete;
}

/** A change of figures that the user has picked himself says what it is; one that he has not looked at asks first. */
function fixEdit(
  audited: AuditedDocument,
  fix: Pick<RuleFix, 'applicability' | 'edits'>,
  form: EditForm,
  looked: 'chosen' | 'unseen',
): WorkspaceEdit {
  const needsConfirmation = looked === 'unseen';
  const { document, snapshot, translations } = audited;
  const say = (wording: Wording): string => worded(wording, translations);
  const annotation: Annotation | undefined =
    form.annotated && changes(snapshot, fix)
      ? { label: say(phrase`改动数字`), description: say(phrase`请与登记台账核对`), needsConfirmation }
      : undefined;
  const extras: Extras = {
    ...(annotation && { annotation }),
    ...(form.snippets && { stops: tabStops(snapshot, fix.edits) }),
  };
  return richEdit(document, fix.edits, form, extras);
}

/** Another way to print a figure is no change of it. */
function changes(snapshot: Snapshot, { applicability, edits }: Pick<RuleFix, 'applicability' | 'edits'>): boolean {
  return applicability !== 'safe' && changesFigures(snapshot, edits);
}

function fingerprintIn({ data }: Diagnostic): unknown {
  return (data as { readonly fingerprint?: unknown } | null)?.fingerprint;
}

/** The client's own diagnostic for the finding, else ours; by its fingerprint, or as it was sent where the client keeps no data. */
export function diagnosticOf(
  showing: Showing,
  { finding, place }: Pick<OfferedFix, 'finding' | 'place'>,
  diagnostics: readonly Diagnostic[] | undefined,
): Diagnostic {
  const own = toDiagnostic(showing, place, finding);
  const matches = (other: Diagnostic): boolean =>
    other.code === own.code &&
    (other.data === undefined ? other.message === own.message : fingerprintIn(other) === finding.fingerprint) &&
    other.range.start.line === own.range.start.line &&
    other.range.start.character === own.range.start.character;
  return diagnostics?.find(matches) ?? own;
}
