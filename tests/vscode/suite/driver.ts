/** Asks the host's launcher for what only the window can do: screenshots and keys (see ../README.md). */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './runner';

// Set by the launcher; desktop VS Code has no driver.
const folder = process.env.DISCLOSURE_AUDIT_SCREENSHOTS;

/** Whether there is a driver; without one there are no screenshots. */
export const canDrive = folder !== undefined;

/** Writes `<name>.png`. */
export function screenshot(name: string): Promise<void> {
  return ask(`screenshot ${name}`, `${name}.png.done`);
}

/** Presses a key, in Playwright's spelling. */
export function press(key: string): Promise<void> {
  return ask(`press ${key}`, 'press.done');
}

/** Types a text into whatever has the focus. */
export function type(text: string): Promise<void> {
  return ask(`type ${text}`, 'type.done');
}

/** Waits until the window shows an element. */
export function waitFor(selector: string): Promise<void> {
  return ask(`wait ${selector}`, 'wait.done');
}

async function ask(request: string, doneFile: string): Promise<void> {
  if (folder === undefined) throw new Error('this VS Code has no driver');
  const done = join(folder, doneFile);
  rmSync(done, { force: true });
  console.log(`::${request}`);
  const answer = await until(
    () => (existsSync(done) ? readFileSync(done, 'utf8') || undefined : undefined),
    () => `no answer to ::${request}`,
  );
  rmSync(done);
  if (answer !== 'ok') throw new Error(`::${request}: ${answer}`);
}
