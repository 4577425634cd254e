/** Tells the editor whether the document in front of the user is a report, so that menus and keys know. */
import { commands } from 'vscode';

/** The name that `when` clauses in the manifest use. */
const key = 'disclosureAudit.isReport';

/** Gives a function that is told whenever it may have changed. */
export function createReportContext(): (isReport: boolean) => void {
  let known: boolean | undefined;
  return (isReport) => {
    if (isReport === known) return;
    known = isReport;
    void commands.executeCommand('setContext', key, isReport);
  };
}
