// Looks for programs on this machine: anything on the PATH, Chromium, and a desktop VS Code.
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The full path of the first of `names` on the PATH, or undefined. */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      if (isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** The Chromium to drive: the one named in CHROMIUM_EXECUTABLE, or one on the PATH. */
export function findChromium() {
  return process.env.CHROMIUM_EXECUTABLE || findProgram(['chromium', 'chromium-browser', 'google-chrome']);
}

/**
 * The Electron program of a desktop VS Code that can open a window here, or undefined: the one named in
 * VSCODE_EXECUTABLE, else the one that the `code` command belongs to, else one in a usual place.
 * The `code` command inside a remote terminal belongs to no desktop program and is passed over.
 */
export function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const command = findProgram(['code', 'code.cmd', 'code-insiders', 'codium']);
  const besideCommand = command ? electronBeside(realpathSync(command)) : [];
  return [...besideCommand, ...usualPlaces()].find(isExecutable);
}

function electronBeside(command) {
  const root = dirname(dirname(command));
  return ['code', 'code-insiders', 'codium', 'Code.exe', '../../MacOS/Electron', '../../MacOS/Code'].map((name) =>
    join(root, name),
  );
}

function usualPlaces() {
  const local = process.env.LOCALAPPDATA;
  return [
    '/usr/share/code/code',
    '/snap/code/current/usr/share/code/code',
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    ...(local ? [join(local, 'Programs', 'Microsoft VS Code', 'Code.exe')] : []),
  ];
}

function isExecutable(file) {
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
