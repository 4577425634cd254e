/** The server in a real Neovim; skipped, with this line's name, where there is none. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { renamed, reportOf } from '../lsp/reports';
import { findProgram } from '../vscode/host/programs.mjs';
import { editorFolder } from './bundled-server';

const nvim = findProgram(['nvim']);

test.skipIf(nvim === undefined)('Neovim attaches, shows and fixes (skipped where there is no nvim)', async () => {
  const clean = reportOf();
  // A numbering that the settings of neovim.lua switch off, and a heading in other words.
  const folder = await editorFolder(renamed(clean).replace('五、', '四、'));
  try {
    const { status, stderr } = spawnSync(
      nvim ?? '',
      ['--headless', '--clean', '-c', 'luafile tests/editors/neovim.lua'],
      {
        env: folder.environment,
        encoding: 'utf8',
        timeout: 50_000,
      },
    );
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: '' });
    expect(await folder.read()).toMatchObject({
      steps: {
        filetype: 'text',
        attached: true,
        diagnostics: ['structure/nonstandard-section-title'],
        action: '改为“其他需要报告的事项”',
        settled: true,
        left: [],
        text: clean.replace('五、', '四、'),
      },
    });
  } finally {
    await folder.remove();
  }
});
