/** Tells a user of an editor in another language, at the first report, that findings are Chinese, and how to have them in English. */
import type { ExtensionContext } from 'vscode';
import { ConfigurationTarget, commands, env, window, workspace } from 'vscode';

/** Under which it is remembered that it was told. */
const toldKey = 'disclosureAudit.languageTold';

/** Gives a function that is called for each report; it tells once, on this machine, and never who has chosen already. */
export function createLanguageNotice(context: ExtensionContext): () => void {
  let isTold = false;
  return () => {
    if (isTold) return;
    isTold = true;
    if (/^zh\b/iu.test(env.language) || hasChosen() || context.globalState.get(toldKey) === true) return;
    void context.globalState.update(toldKey, true);
    void offer();
  };
}

/** In both languages: who reads this may read only one of them. */
async function offer(): Promise<void> {
  const words =
    '审核结果用中文显示。 Findings are told in Chinese, the language of the reports; they can be told in English.';
  const english = 'Switch to English';
  const settings = '设置 Settings';
  const chosen = await window.showInformationMessage(words, english, settings);
  if (chosen === english) {
    await workspace.getConfiguration('disclosureAudit').update('language', 'en', ConfigurationTarget.Global);
  }
  if (chosen === settings) await commands.executeCommand('workbench.action.openSettings', 'disclosureAudit.language');
}

function hasChosen(): boolean {
  const chosen = workspace.getConfiguration('disclosureAudit').inspect('language');
  return (chosen?.globalValue ?? chosen?.workspaceValue ?? chosen?.workspaceFolderValue) !== undefined;
}
