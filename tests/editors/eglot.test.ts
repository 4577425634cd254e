/** The server in a real Emacs with Eglot; skipped, with the test's name saying so, where there is none. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { renamed, reportOf } from '../lsp/reports';
import { findProgram } from '../vscode/host/programs.mjs';
import { editorFolder } from './bundled-server';

const emacs = findProgram(['emacs']);
const hasEglot =
  emacs !== undefined &&
  spawnSync(emacs, ['--batch', '-l', 'package', '--eval', '(progn (package-initialize) (require (quote eglot)))'])
    .status === 0;

test.skipIf(!hasEglot)('Emacs connects, shows and fixes (skipped where there is no Emacs with Eglot)', async () => {
  const clean = reportOf();
  const folder = await editorFolder(renamed(clean).replace('五、', '四、'));
  try {
    const { status, stderr } = spawnSync(emacs ?? '', ['--batch', '-l', 'tests/editors/eglot.el'], {
      env: folder.environment,
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect(status, stderr).toBe(0);
    expect(await folder.read()).toMatchObject({
      managed: true,
      diagnostics: [expect.stringContaining('其他需要报告的事项')],
      action: '改为“其他需要报告的事项”',
      settled: true,
      text: clean.replace('五、', '四、'),
    });
  } finally {
    await folder.remove();
  }
});
