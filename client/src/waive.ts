/** Asks why a finding is to stand, and writes the waiver into the policy file that the report is under; takes it out again. */
import type { TextDocument } from 'vscode';
import { FileType, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { RevokeTarget } from '../../server/src/lsp/wire/protocol';
import type { NewWaiver, PolicyFlaw } from '../../server/src/policy/add-waiver';
import { newPolicyText, policyFileName, removalEdit, waiverEdit } from '../../server/src/policy/add-waiver';
import { governs, pathsBelow } from './policy-place';
import { say } from './say';

/** What the server says of the finding. */
interface WaiveTarget {
  readonly document: string;
  readonly policy: string | null;
  readonly rule: string;
  /** `null` where no words of the report tell the finding. */
  readonly quote: string | null;
  readonly message: string;
  /** Given by other programs that run the command; a person is asked. */
  readonly reason?: string;
}

/** Does nothing when no reason is given. */
export async function waive(target: WaiveTarget): Promise<void> {
  const { rule, quote } = target;
  if (quote === null) {
    void window.showInformationMessage(say('There are no words at this place that a waiver could quote.'));
    return;
  }
  const report = Uri.parse(target.document);
  const policy = target.policy === null ? newPolicy(report) : Uri.parse(target.policy);
  if (!(await mayBeWritten(policy, report))) return;
  const reason = target.reason ?? (await askReason(target, quote, policy));
  if (reason === undefined || reason.trim() === '' || !(await mayBeWritten(policy, report))) return;
  const file = pathWithin(policy, report);
  await writeWaiver(policy, { rule, quote, reason: reason.trim(), ...(file === undefined ? {} : { file }) });
}

/** The command takes its arguments from anybody, and a folder its links: no other file is written to. Otherwise it is told. */
async function mayBeWritten(policy: Uri, report: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(report)?.uri;
  if (!governs(policy, report, root)) {
    void window.showErrorMessage(say('Not written: {0} is no policy file of this report.', policy.fsPath));
    return false;
  }
  const paths = root === undefined ? [policy.path] : pathsBelow(root, policy);
  for (const path of paths) {
    if (await isPlain(policy.with({ path }))) continue;
    void window.showErrorMessage(say('Not written: {0} is a link, or neither file nor folder.', path));
    return false;
  }
  return true;
}

/** A file or folder itself, and no link to one; what is not there yet will be. */
async function isPlain(uri: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type === FileType.File || type === FileType.Directory;
  } catch {
    return true;
  }
}

function askReason({ rule, message }: WaiveTarget, quote: string, policy: Uri): Thenable<string | undefined> {
  return window.showInputBox({
    title: say('Let This Finding Stand ({0})', rule),
    prompt: say('{0} Quotation: “{1}”', message, quote),
    placeHolder: say('Why? The reason is written into {0} with the quotation.', workspace.asRelativePath(policy)),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? say('Please give a reason.') : undefined),
  });
}

/** In the workspace's own folder, so that one file serves all its reports; else beside the report. */
function newPolicy(report: Uri): Uri {
  const folder = workspace.getWorkspaceFolder(report)?.uri ?? Uri.joinPath(report, '..');
  return Uri.joinPath(folder, policyFileName);
}

/** The report's path from the policy's folder; `undefined` where it is not below it. */
function pathWithin(policy: Uri, report: Uri): string | undefined {
  const folder = policy.path.slice(0, policy.path.lastIndexOf('/') + 1);
  return report.path.startsWith(folder) ? report.path.slice(folder.length) : undefined;
}

async function writeWaiver(policy: Uri, waiver: NewWaiver): Promise<void> {
  const existing = await opened(policy);
  const edit = new WorkspaceEdit();
  if (existing === undefined) {
    edit.createFile(policy, { contents: new TextEncoder().encode(newPolicyText(waiver)) });
  } else {
    const result = waiverEdit(existing.getText(), waiver);
    if (!result.ok) return refuse(existing, result.flaw);
    const { start, end } = result.edit.span;
    edit.replace(policy, new Range(existing.positionAt(start), existing.positionAt(end)), result.edit.newText);
  }
  await apply(policy, edit, existing);
}

/** Takes a waiver out of the policy file. It can be undone there. */
export async function revoke({ document, policy, rule, quote, reason }: RevokeTarget): Promise<void> {
  const uri = Uri.parse(policy);
  const report = Uri.parse(document);
  if (!(await mayBeWritten(uri, report))) return;
  const file = pathWithin(uri, report);
  const existing = await opened(uri);
  const removal =
    existing && removalEdit(existing.getText(), { rule, quote, reason, ...(file === undefined ? {} : { file }) });
  if (existing === undefined || removal === undefined) {
    void window.showInformationMessage(say('The waiver is no longer in {0}.', uri.fsPath));
    return;
  }
  const edit = new WorkspaceEdit();
  const { start, end } = removal.span;
  edit.replace(uri, new Range(existing.positionAt(start), existing.positionAt(end)), removal.newText);
  await apply(uri, edit, existing);
}

async function apply(policy: Uri, edit: WorkspaceEdit, existing: TextDocument | undefined): Promise<void> {
  // Changes of the user's own are not saved along.
  const wasDirty = existing?.isDirty === true;
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(say('{0} cannot be written.', policy.fsPath));
  } else if (!wasDirty) {
    await (await workspace.openTextDocument(policy)).save();
  }
}

async function opened(policy: Uri): Promise<TextDocument | undefined> {
  try {
    await workspace.fs.stat(policy);
  } catch {
    return undefined;
  }
  return workspace.openTextDocument(policy);
}

async function refuse(document: TextDocument, flaw: PolicyFlaw): Promise<void> {
  await window.showTextDocument(document);
  void window.showErrorMessage(whyRefused(flaw));
}

function whyRefused(flaw: PolicyFlaw): string {
  switch (flaw) {
    case 'not-json':
      return say('The waiver was not written: the policy file is not valid JSON.');
    case 'no-object':
      return say('The waiver was not written: the policy file must hold one object.');
    case 'no-list':
      return say('The waiver was not written: “waivers” in the policy file must be an array.');
  }
}
