/** When prose and table conflict: exact and approximate statements against stated, blank and missing figures. */
import { describe, expect, test } from 'vitest';
import { printForm, printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { check } from './check';

const edition = editions['2021'];
const options = { layout: 'tsv', issuer: '清河县柳林镇人民政府', year: 2023 } as const;

/** The prose findings of a report that says `sentence` and whose table has `received` requests, all granted. */
function conflicts(sentence: string, received: string, part = received): string[] {
  const own = /^(?:received|granted|disposed)$/;
  const text = printReport(edition, {
    ...options,
    figures: ({ row, column }) => {
      if (!own.test(row)) return '0';
      if (column === 'total') return received;
      return column === 'natural-person' ? part : '0';
    },
  });
  return prose(text.replace('未收到政府信息公开申请', sentence));
}

function prose(text: string): string[] {
  return check(text)
    .findings.filter((finding) => finding.rule.startsWith('prose/'))
    .map((finding) => finding.rule);
}

describe('stated figures', () => {
  test.each([
    ['未收到政府信息公开申请', '0', []],
    ['未收到政府信息公开申请', '1', ['prose/zero-conflict']],
    ['共收到政府信息公开申请0件', '4', ['prose/zero-conflict']],
    ['共收到政府信息公开申请4件', '0', ['prose/zero-conflict']],
    ['共收到政府信息公开申请4件', '4', []],
    ['共收到政府信息公开申请四件', '4', []],
    ['共收到政府信息公开申请4件', '5', ['prose/count-conflict']],
    ['共收到政府信息公开申请四件', '5', ['prose/count-conflict']],
  ])('“%s” beside %s', (sentence, figure, expected) => {
    expect(conflicts(sentence, figure)).toEqual(expected);
  });
});

describe('approximations are intervals', () => {
  test.each([
    ['共收到政府信息公开申请10余件', '12', []],
    ['共收到政府信息公开申请10余件', '9', ['prose/count-conflict']],
    ['共收到政府信息公开申请10余件', '0', ['prose/zero-conflict']],
  ])('“%s” beside %s', (sentence, figure, expected) => {
    expect(conflicts(sentence, figure)).toEqual(expected);
  });
});

describe('figures that cannot be told', () => {
  test('a blank may be any count', () => {
    expect(conflicts('共收到政府信息公开申请4件', '', '4')).toEqual([]);
    expect(conflicts('未收到政府信息公开申请', '', '0')).toEqual([]);
  });

  test('an unreadable figure never conflicts', () => {
    expect(conflicts('共收到政府信息公开申请4件', '若干', '4')).toEqual([]);
  });

  test('a missing table never conflicts', () => {
    const text = printReport(edition, options);
    const without = text.replace(printForm(edition.tables.requests, 'tsv', 'zero', '\n'), '[image: 1]\n');
    expect(prose(without.replace('未收到政府信息公开申请', '共收到政府信息公开申请4件'))).toEqual([]);
  });
});

describe('the fix', () => {
  const fixesOf = (sentence: string, figure: string): string[] =>
    check(
      printReport(edition, {
        ...options,
        figures: ({ row, column }) =>
          /^(?:received|granted|disposed)$/.test(row) && /^(?:natural-person|total)$/.test(column) ? figure : '0',
      }).replace('未收到政府信息公开申请', sentence),
    ).findings.flatMap((finding) => finding.fixes().map((fix) => `${fix.applicability} ${fix.title}`));

  test('keeps the kind of numeral', () => {
    expect(fixesOf('共收到政府信息公开申请3件', '12')).toEqual(['suggested 正文改为12']);
    expect(fixesOf('共收到政府信息公开申请三件', '12')).toEqual(['suggested 正文改为十二']);
  });

  test('is not offered for an approximation', () => {
    expect(fixesOf('共收到政府信息公开申请20余件', '12')).toEqual([]);
  });

  test('only shows the cell where one says none', () => {
    const shown = fixesOf('未收到政府信息公开申请', '12');
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^display 核对.*：12$/);
  });
});
