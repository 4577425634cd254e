/** Asks the host's launcher for what only the window can do: screenshots and keys (see ../README.md). */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './runner';

// Set by the launcher; desktop VS Code has no driver.
const folder = process.env.DISCLOSURE_AUDIT_SCREENSHOTS;

/** Where the window puts what it downloads. */
export const downloads = join(folder ?? '', 'downloads');

/** Whether there is a driver; without one there are no screenshots. */
export const canDrive = folder !== undefined;

/** Writes `<name>.png`. */
export async function screenshot(name: string): Promise<void> {
  await ask(`screenshot ${name}`, `${name}.png.done`);
}

/** Presses a key, in Playwright's spelling. */
export async function press(key: string): Promise<void> {
  await ask(`press ${key}`, 'press.done');
}

/** Types a text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await ask(`type ${text}`, 'type.done');
}

/** Waits until the window shows an element. */
export async function waitFor(selector: string): Promise<void> {
  await ask(`wait ${selector}`, 'wait.done');
}

/** The colour in which the window shows an element, as `rgb(…)`. */
export function colorOf(selector: string): Promise<string> {
  return ask(`color ${selector}`, 'color.done');
}

/** Clicks on the first such element. */
export async function click(selector: string): Promise<void> {
  await ask(`click ${selector}`, 'click.done');
}

/** Puts the pointer over the first such element. */
export async function hover(selector: string): Promise<void> {
  await ask(`hover ${selector}`, 'hover.done');
}

/** Clicks on the first such element of a webview's page. */
export async function clickInWebview(selector: string): Promise<void> {
  await ask(`click-in-webview ${selector}`, 'click-in-webview.done');
}

/** Gives it the focus of the keyboard. */
export async function focusInWebview(selector: string): Promise<void> {
  await ask(`focus-in-webview ${selector}`, 'focus-in-webview.done');
}

/** Scrolls to it. */
export async function showInWebview(selector: string): Promise<void> {
  await ask(`show-in-webview ${selector}`, 'show-in-webview.done');
}

/** Pastes a text into what has the focus in a webview's page. */
/** Pastes a page, as Word puts one on the clipboard, into what has the focus. */
export async function pasteHtml(html: string): Promise<void> {
  await ask(`paste-html ${JSON.stringify(html)}`, 'paste-html.done');
}

export async function pasteInWebview(text: string): Promise<void> {
  await ask(`paste-in-webview ${JSON.stringify(text)}`, 'paste-in-webview.done');
}

/** The words of it. */
export function textInWebview(selector: string): Promise<string> {
  return ask(`text-in-webview ${selector}`, 'text-in-webview.done');
}

/** How far below the top of the webview it stands, in pixels. */
export async function topInWebview(selector: string): Promise<number> {
  return Number(await ask(`top-in-webview ${selector}`, 'top-in-webview.done'));
}

/** What was answered beside `ok`. */
async function ask(request: string, doneFile: string): Promise<string> {
  if (folder === undefined) throw new Error('this VS Code has no driver');
  const done = join(folder, doneFile);
  rmSync(done, { force: true });
  console.log(`::${request}`);
  const answer = await until(
    () => (existsSync(done) ? readFileSync(done, 'utf8') || undefined : undefined),
    () => `no answer to ::${request}`,
  );
  rmSync(done);
  const [, said] = /^ok(?:\n([\s\S]*))?$/u.exec(answer) ?? [];
  if (!answer.startsWith('ok')) throw new Error(`::${request}: ${answer}`);
  return said ?? '';
}
