/** The only file that a waiver is written into, and the folders on the way to it. */
import { expect, test } from 'vitest';
import { governs, pathsBelow } from '../../client/src/policy-place';

const place = (path: string, authority = '') => ({ scheme: 'file', authority, path });
const report = place('/work/2023/a.txt');
const root = place('/work');

test.each([
  ['/work/2023/.disclosure-audit.json', true],
  ['/work/.disclosure-audit.json', true],
  ['/.disclosure-audit.json', false],
  ['/work/2023/a.txt', false],
  ['/work/2023/.disclosure-audit.json/', false],
  ['/work/2022/.disclosure-audit.json', false],
  ['/home/.bashrc', false],
  ['/work/2023/../../home/.disclosure-audit.json', false],
  ['/work/../work/2023/.disclosure-audit.json', false],
])('%s: %s', (path, expected) => {
  expect(governs(place(path), report, root)).toBe(expected);
});

test('where no folder is open, any folder above the report', () => {
  expect(governs(place('/.disclosure-audit.json'), report, undefined)).toBe(true);
  expect(governs(place('/tmp/.disclosure-audit.json'), report, undefined)).toBe(false);
});

test('of the same store of files only, whatever the letter of a drive', () => {
  expect(governs(place('/work/.disclosure-audit.json', 'host'), report, root)).toBe(false);
  expect(governs(place('/c:/w/.disclosure-audit.json'), place('/c:/w/a.txt'), place('/C:/w'))).toBe(true);
});

test('all that may be a link', () => {
  expect(pathsBelow(root, place('/work/2023/q/.disclosure-audit.json'))).toEqual([
    '/work/2023',
    '/work/2023/q',
    '/work/2023/q/.disclosure-audit.json',
  ]);
  expect(pathsBelow(place('/'), place('/.disclosure-audit.json'))).toEqual(['/.disclosure-audit.json']);
});
