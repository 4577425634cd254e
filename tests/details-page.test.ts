/** The page of the installed extension: a clerk's, with pictures that are there, commands as the editor calls them, and no dead link. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';

const client = join(import.meta.dirname, '../client');
const page = readFileSync(join(client, 'README.md'), 'utf8');

test('its three pictures are there', () => {
  const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures).toHaveLength(3);
  expect(pictures.filter((path) => !existsSync(join(client, path)))).toEqual([]);
});

test('nothing is linked to but pictures, and nothing is said of how it is built', () => {
  expect(page.match(/(?<!!)\[[^\]]+\]\([^)]+\)/g)).toBeNull();
  expect(page).not.toMatch(/npm|CONTRIBUTING|node /);
});

test('commands and views are called as in the editor', () => {
  for (const key of [
    'command.newReport',
    'command.auditReport',
    'command.insertTable',
    'command.computeTable',
    'command.openPreview',
    'command.printPreview',
    'command.restart',
    'views.container',
  ] as const) {
    expect(page, key).toContain(chinese[key]);
  }
  for (const key of ['command.newReport', 'views.container'] as const) expect(page, key).toContain(english[key]);
});
