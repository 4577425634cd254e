/** Which fixes are offered where, and which are made together. */
import { expect, test } from 'vitest';
import { quickFixes, safeEdits } from '../../server/src/features/problems/quick-fixes';
import { applyEdits, type Edit } from '../../server/src/text/span';
import type { FakeFinding } from './fake-snapshot';
import { at, findingAt, reportOver, snapshotWith } from './fake-snapshot';

const text = '甲乙丙丁戊己\n';
const report = reportOver(text, {});

function replace(words: string, newText: string): Edit {
  return { span: at(text, words), newText };
}

function insertBefore(words: string, newText: string): Edit {
  const { start } = at(text, words);
  return { span: { start, end: start }, newText };
}

function fixedBySafe(findings: readonly FakeFinding[]): string {
  const snapshot = snapshotWith({ report, findings }, { report, findings });
  return applyEdits(snapshot.text, safeEdits(snapshot));
}

test('fixes are offered for every finding that the range touches, an only one as preferred', () => {
  const findings = [
    findingAt(text, '乙', [
      ['suggested', '改一', replace('乙', '1')],
      ['safe', '改二', replace('乙', '2')],
    ]),
    findingAt(text, '丙', [['suggested', '改三', replace('丙', '3')]]),
    findingAt(text, '己', [['suggested', '改四', replace('己', '4')]]),
  ];
  const between = { start: text.length + at(text, '丙').start, end: text.length + at(text, '丙').start };
  const offered = quickFixes(snapshotWith({ report, findings }, { report, findings }), between);
  expect(offered.map(({ title, preferred }) => [title, preferred])).toEqual([
    ['改一', false],
    ['改二', false],
    ['改三', true],
  ]);
  expect(offered[2]?.edits).toEqual([{ span: { start: text.length + 2, end: text.length + 3 }, newText: '3' }]);
});

test('of several fixes the first is preferred where the figures tell that it is right', () => {
  const finding = findingAt(text, '乙', [
    ['suggested', '改一', replace('乙', '1')],
    ['suggested', '改二', replace('乙', '2')],
  ]);
  const cell = { table: 'requests', row: 'granted', column: 'total' } as const;
  const suspect = { cell, span: at(text, '乙'), reported: '乙', expected: 1 };
  const offered = quickFixes(snapshotWith({ report, findings: [{ ...finding, suspect }] }), at(text, '乙'));
  expect(offered.map(({ title, preferred }) => [title, preferred])).toEqual([
    ['改一', true],
    ['改二', false],
  ]);
});

test('fixes that only show something, or change nothing, are not offered', () => {
  const findings = [
    findingAt(text, '乙', [
      ['display', '看表', replace('乙', '1')],
      ['suggested', '没有改动'],
      ['suggested', '改', replace('乙', '2')],
    ]),
  ];
  const offered = quickFixes(snapshotWith({ report, findings }), at(text, '乙'));
  expect(offered.map(({ title, preferred }) => [title, preferred])).toEqual([['改', true]]);
});

test('only safe fixes are made together, one a finding', () => {
  const findings = [
    findingAt(text, '甲', [['suggested', '改', replace('甲', '1')]]),
    findingAt(text, '乙', [
      ['suggested', '改', replace('乙', '2')],
      ['safe', '改', replace('乙', '3')],
      ['safe', '改', replace('乙', '4')],
    ]),
  ];
  expect(fixedBySafe(findings)).toBe('甲3丙丁戊己\n甲3丙丁戊己\n');
});

test('of fixes that meet, the first is made and the other left whole', () => {
  const findings = [
    findingAt(text, '乙丙', [['safe', '改', replace('乙丙', '1')]]),
    findingAt(text, '丙丁', [['safe', '改', replace('丙丁', '2'), replace('己', '3')]]),
  ];
  expect(fixedBySafe(findings)).toBe('甲1丁戊己\n甲1丁戊己\n');
});

test('two insertions at one place are not made together, neighbouring replacements are', () => {
  const findings = [
    findingAt(text, '乙', [['safe', '改', replace('乙', '1')]]),
    findingAt(text, '丙', [['safe', '改', replace('丙', '2')]]),
    findingAt(text, '戊', [['safe', '改', insertBefore('戊', '3')]]),
    findingAt(text, '戊', [['safe', '改', insertBefore('戊', '4')]]),
  ];
  expect(fixedBySafe(findings)).toBe('甲12丁3戊己\n甲12丁3戊己\n');
});
