/** Unified diffs: what git applies gives the edited text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPaint } from '../../server/src/output/paint';
import { unifiedDiff } from '../../server/src/output/unified-diff';
import type { Edit } from '../../server/src/text/span';
import { applyEdits } from '../../server/src/text/span';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

test('a line changed among others, with three lines around it', () => {
  const text = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n';
  expect(unifiedDiff('x/年报.txt', text, [edit(8, 9, 'E')], plainPaint)).toBe(
    '--- x/年报.txt\n+++ x/年报.txt\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
  );
});

test('lines added and taken away, and no line feed at the end', () => {
  expect(unifiedDiff('x', 'a\nb', [edit(0, 2, ''), edit(3, 3, '\nc')], plainPaint)).toBe(
    '--- x\n+++ x\n@@ -1,2 +1,2 @@\n-a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n',
  );
  expect(unifiedDiff('x', '', [edit(0, 0, 'a\n')], plainPaint)).toBe('--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n');
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('git makes the edited text of it', () => {
  const line = constantFrom('a', 'b', '甲乙', '', 'c\r');
  const lines = array(line, { minLength: 1, maxLength: 30 }).map((all) => all.join('\n'));
  const choices = array(tuple(nat(20), nat(6), constantFrom('', 'x', '\n', 'y\nz\n', '\nq')), {
    minLength: 1,
    maxLength: 5,
  });
  assert(
    property(lines, choices, constantFrom('', '\n'), (before, chosen, end) => {
      const text = before + end;
      const edits = within(text, chosen);
      const after = applyEdits(text, edits);
      if (after === text || text === '' || after === '') return;
      writeFileSync(join(folder, 'x'), text);
      const patch = unifiedDiff('x', text, edits, plainPaint);
      const { status, stderr } = spawnSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: patch,
      });
      expect([status, stderr.toString()]).toEqual([0, '']);
      expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(after);
    }),
    { numRuns: 150 },
  );
});

function within(text: string, choices: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [skip, length, newText] of choices) {
    const [start, end] = [at + skip, at + skip + length];
    if (end > text.length) break;
    edits.push(edit(start, end, newText));
    at = end + 1;
  }
  return edits;
}
