/** Whatever the server declares to VS Code is registered for the documents that are served, or is about the workspace. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentFeatures, patternOf, workspaceFeatures } from '../../client/src/served-features';
import { startInMemory } from '../lsp/test-client';

const introduction = join(import.meta.dirname, '../lsp/initialize/vscode.json');

test('no capability of the server is left out', async () => {
  const client = await startInMemory({ recorded: JSON.parse(readFileSync(introduction, 'utf8')) });
  const declared = Object.keys(client.server.capabilities).filter((name) => name.endsWith('Provider'));
  client.end();
  expect(declared.sort()).toEqual([...Object.keys(documentFeatures), ...workspaceFeatures].sort());
});

test('a pattern means its path alone', () => {
  expect(patternOf('/a/年报[1]{2}*?.txt')).toBe('/a/年报[[]1[]][{]2[}][*][?].txt');
});
