/** Programs that are run: whether they are there, and what they print. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxBuffer = 64 * 1024 * 1024;
const timeout = 180_000;

/** Whether a program of this name can be run. */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What the program prints; throws with its complaint where it fails. */
export async function printOf(program, parameters, options = {}) {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...options.env };
  const { stdout } = await run(program, parameters, { maxBuffer, timeout, ...options, env });
  return stdout;
}
