#!/usr/bin/env node
// Installs a VS Code that runs from npm and Debian packages, once; a second run returns at once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './programs.mjs';

const hostFolder = dirname(fileURLToPath(import.meta.url));
/** The folder that holds VS Code's server (`out/server-main.js`). */
export const serverFolder = join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');
const stampFile = join(hostFolder, 'node_modules', '.disclosure-audit-host');

/** The host cannot be had on this machine; the message says why or what to do, `output` is what a failed command wrote. */
export class HostUnavailable extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** Makes the host ready; throws `HostUnavailable` with one clear sentence where that is not possible. */
export function installHost() {
  installDebianPackages();
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const started = Date.now();
  rmSync(stampFile, { force: true });
  say('正在安装 code-server（npm ci）…');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], hostFolder);
  say('正在安装 VS Code 自身的模块 …');
  run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], serverFolder);
  say('正在编译两个原生模块 …');
  buildNatives();
  linkRipgrep();
  writeFileSync(stampFile, stamp);
  say(`已就绪，用时 ${Math.round((Date.now() - started) / 1000)} 秒`);
}

/** Changes whenever the installed files would no longer fit: the lock file, this script, or Node's binary interface. */
function currentStamp() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'install.mjs']) hash.update(readFileSync(join(hostFolder, name)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}-${process.versions.modules}\n`;
}

function installDebianPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!findProgram(['apt-get'])) {
    throw new HostUnavailable(`缺少 ${missing.join('、')}，而本机没有 apt-get`);
  }
  if (process.getuid?.() !== 0) throw new HostUnavailable(`缺少系统软件包，请先执行 sudo ${command}`);
  say(`正在安装系统软件包 ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], hostFolder, env);
  run('apt-get', command.split(' ').slice(1), hostFolder, env);
  const still = missingPackages();
  if (still.length > 0) throw new HostUnavailable(`执行“${command}”之后仍缺少 ${still.join('、')}`);
}

function missingPackages() {
  const missing = [];
  if (!findProgram(['chromium', 'chromium-browser', 'google-chrome'])) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  if (!findProgram(['rg'])) missing.push('ripgrep');
  // The compiler is needed only as long as the native modules are not built.
  if (existsSync(stampFile)) return missing;
  if (!findProgram(['python3'])) missing.push('python3');
  if (!findProgram(['make'])) missing.push('make');
  if (!findProgram(['g++', 'c++'])) missing.push('g++');
  return missing;
}

function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function buildNatives() {
  // Node's own headers, where they came with it, spare node-gyp a download.
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
  run('npm', ['rebuild', '@vscode/spdlog', 'native-watchdog'], serverFolder, { ...process.env, ...headers });
  for (const name of ['@vscode/spdlog', 'native-watchdog']) {
    const built = join(serverFolder, 'node_modules', name, 'build', 'Release');
    if (!existsSync(built) || !readdirSync(built).some((file) => file.endsWith('.node'))) {
      throw new HostUnavailable(`原生模块 ${name} 没有编译成功`);
    }
  }
}

function linkRipgrep() {
  const target = join(serverFolder, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(findProgram(['rg']), target);
}

function run(command, args, cwd, env = process.env) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status === 0) return;
  const tail = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-20).join('\n');
  const outcome = result.error?.message ?? `exit status ${result.status ?? result.signal}`;
  throw new HostUnavailable(`在 ${cwd} 执行“${command} ${args.join(' ')}”失败（${outcome}）`, tail);
}

function say(text) {
  process.stdout.write(`VS Code 环境：${text}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    installHost();
  } catch (error) {
    if (!(error instanceof HostUnavailable)) throw error;
    process.stderr.write(`${error.output}\nVS Code 环境：${error.message}\n`.trimStart());
    process.exitCode = 1;
  }
}
