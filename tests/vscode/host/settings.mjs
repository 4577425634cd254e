// The user settings of every VS Code that these scripts start: quiet, readable, and never saving a sample.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const settings = {
  // As it is by default: a clerk's editor guesses the languages of untitled texts.
  'workbench.editor.languageDetection': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.exclude': { '**/*.expected.json': true },
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are VS Code's own placeholders.
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.stickyScroll.maxLineCount': 2,
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.wordWrap': 'on',
};

/** The identifier of the extension under test. */
const extensionId = 'disclosure-audit.disclosure-audit';

/** A new profile in a folder of its own (user data, extensions, temporary files) with the settings above; `remove` deletes it. `kind`: where the extension is to run, if VS Code is not to choose. */
export function createProfile(kind) {
  const folder = mkdtempSync(join(tmpdir(), 'da-vscode-'));
  const userData = join(folder, 'user');
  const extensions = join(folder, 'extensions');
  mkdirSync(join(userData, 'User'), { recursive: true });
  const temporary = join(folder, 'tmp');
  mkdirSync(extensions);
  mkdirSync(temporary);
  const placed = kind ? { 'remote.extensionKind': { [extensionId]: [kind] } } : {};
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify({ ...settings, ...placed }, null, 2));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { folder, userData, extensions, temporary, remove };
}
