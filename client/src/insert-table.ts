/** The command that puts one of the three standard tables into the report in front of the user. */
import type { ExtensionContext, TextEditor } from 'vscode';
import { commands, WorkspaceEdit, window, workspace } from 'vscode';
import type { BlankTableParams, BlankTableResult } from '../../server/src/lsp/wire/protocol';
import { headingOf, sections } from '../../server/src/standard/sections';
import type { AuditServer } from './audit-server';
import { fillStep } from './fill-step';
import type { Choice, Step } from './quick-steps';
import { ask, takeSteps } from './quick-steps';
import { rangeOf } from './range-of';
import { isReport } from './recognition';
import { say } from './say';
import { tellingFailure } from './tell';

type WantedTable = Pick<BlankTableParams, 'table' | 'fill'>;

export function registerInsertTable(context: ExtensionContext, server: AuditServer): void {
  context.subscriptions.push(
    commands.registerCommand('disclosureAudit.insertTable', () => insertTable(window.activeTextEditor, server)),
  );
}

async function insertTable(editor: TextEditor | undefined, server: AuditServer): Promise<void> {
  if (editor === undefined) {
    void window.showInformationMessage(say('Open an annual report first.'));
    return;
  }
  const { document } = editor;
  if (!isReport(document)) {
    void window.showInformationMessage(say('A standard table can be inserted into an annual report only.'));
    return;
  }
  const wanted = await takeSteps<WantedTable>([tableStep, fillStep(() => say('Insert Standard Table'))]);
  if (wanted === undefined) return;
  const { version } = document;
  const params: BlankTableParams = { uri: document.uri.toString(), line: editor.selection.active.line, ...wanted };
  const answer = await tellingFailure(server, () =>
    server.request<BlankTableResult>('disclosureAudit/blankTable', params),
  );
  if (answer === undefined) return;
  const refused = say('The table was not inserted.');
  if (!answer || 'reason' in answer) {
    void window.showInformationMessage(answer ? `${refused}${answer.reason}` : refused);
    return;
  }
  if (document.version !== version) {
    void window.showInformationMessage(say('The document has changed meanwhile; please try again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(document.uri, rangeOf(range), newText);
  if (!(await workspace.applyEdit(edit))) void window.showErrorMessage(refused);
  const [first] = answer.edits;
  if (first) editor.revealRange(rangeOf(first.range));
}

const tableStep: Step<WantedTable> = async ({ table }, place) => {
  const answer = await ask<WantedTable['table']>(
    {
      title: say('Insert Standard Table'),
      placeholder: say('Which table'),
      ...(table === undefined ? {} : { marked: table }),
      choices: tableChoices,
    },
    place,
  );
  return typeof answer === 'string' ? answer : { table: answer.value };
};

/** The sections that consist of a table, as the form calls them. */
function tableChoices(): readonly Choice<WantedTable['table']>[] {
  return sections.flatMap((section) =>
    section.table === undefined ? [] : [{ value: section.table, label: headingOf(section) }],
  );
}
