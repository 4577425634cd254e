/** The extension speaks the language of its setting: Chinese by default in the host's English editor, English as soon as it is chosen. */
import * as vscode from 'vscode';
import { canDrive, click, screenshot, waitFor } from './driver';
import type { Test } from './runner';
import { openSample, samplesIn } from './samples';
import { quickFixes, untilDiagnostics } from './workbench';

/** To be run first: it is told once. */
export const languageNoticeTest: Test = {
  name: 'an English editor tells at its first report that findings are Chinese, and switches',
  body: async () => {
    if (!canDrive) return 'desktop VS Code has no driver for its notifications';
    const sample = samplesIn('flawed').find(({ path }) => path.endsWith('.txt'));
    if (!sample) throw new Error('there is no flawed sample');
    const document = await openSample(sample.path);
    const inAll = (ends: (message: string) => boolean) => (found: readonly vscode.Diagnostic[]) =>
      found.length > 0 && found.every(({ message }) => ends(message));
    await untilDiagnostics(document, inAll(isChinese));
    const button = '.notification-toast .monaco-button:has-text("Switch to English")';
    await waitFor(button);
    await screenshot('language-notice');
    await click(button);
    try {
      await untilDiagnostics(document, inAll(isEnglish));
    } finally {
      await choose(undefined);
    }
    await untilDiagnostics(document, inAll(isChinese));
    return undefined;
  },
};

export const wordingTests: readonly Test[] = [
  {
    name: 'findings and fixes are English as soon as the setting says so, and Chinese again afterwards',
    body: async () => {
      const sample = samplesIn('flawed').find(({ path }) => path.endsWith('.txt'));
      if (!sample) throw new Error('there is no flawed sample');
      const document = await openSample(sample.path);
      const all = (found: readonly vscode.Diagnostic[]): boolean => found.length >= sample.expected.length;
      await untilDiagnostics(document, (found) => all(found) && found.every(({ message }) => isChinese(message)));
      const before = await choose('en');
      try {
        const english = await untilDiagnostics(
          document,
          (found) => all(found) && found.every(({ message }) => isEnglish(message)),
        );
        const titles = (await Promise.all(english.map((finding) => quickFixes(document, finding))))
          .flat()
          .map(({ title }) => title);
        if (titles.length === 0) throw new Error('no quick fix is offered');
        const wrong = titles.filter((title) => !/^[A-Z]/u.test(title));
        if (wrong.length > 0) throw new Error(`not English: ${wrong.join(', ')}`);
      } finally {
        await choose(before);
      }
      await untilDiagnostics(document, (found) => all(found) && found.every(({ message }) => isChinese(message)));
      return undefined;
    },
  },
];

/** Sets the language in the user's settings and gives the one that was set there. */
async function choose(language: string | undefined): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('disclosureAudit');
  const before = settings.inspect<string>('language')?.globalValue;
  await settings.update('language', language, vscode.ConfigurationTarget.Global);
  return before;
}

function isChinese(message: string): boolean {
  return !/[A-Za-z]{3}/u.test(message);
}

function isEnglish(message: string): boolean {
  return /[A-Za-z]{3}/u.test(message);
}
