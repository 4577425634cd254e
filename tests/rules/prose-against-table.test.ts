/** When prose and table conflict: exact and approximate statements against stated, blank and missing figures. */
import { describe, expect, test } from 'vitest';
import { printForm, printReport } from '../../server/src/standard/blank-form';
import type { EditionId } from '../../server/src/standard/edition';
import { editionOf, editions } from '../../server/src/standard/editions';
import { reportWith } from '../report/facts-of';
import type { Told } from '../support/told';
import { check, fixed } from './check';

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

test('a long clause is quoted around its figure', () => {
  const message = (sentence: string): string | undefined =>
    check(printReport(edition, options).replace('未收到政府信息公开申请', sentence)).findings.find(
      ({ rule }) => rule === 'prose/zero-conflict',
    )?.message;
  const long = '全镇干部职工认真学习贯彻条例精神切实做好各项公开工作全年共收到政府信息公开申请4件';
  expect(message('共收到政府信息公开申请4件')).toContain('“2023年共收到政府信息公开申请4件”');
  expect(message(long)).toContain('“…好各项公开工作全年共收到政府信息公开申请4件”');
});

describe('what came in and went out', () => {
  /** The prose findings where all requests are of natural persons; rows not given have none. */
  const told = (sentence: string, counts: Readonly<Record<string, string>>): string[] =>
    prose(
      printReport(edition, {
        ...options,
        figures: ({ row, column }) => (/^(?:natural-person|total)$/.test(column) ? (counts[row] ?? '0') : '0'),
      }).replace('未收到政府信息公开申请', sentence),
    );
  const sentence = '收到政府信息公开申请10件，办结8件，结转下年度1件';
  const closed = { granted: '9', disposed: '9', 'carried-out': '1' };

  test('does not add up', () => {
    expect(told(sentence, { ...closed, received: '10' })).toContain('prose/narrative-balance');
  });

  test('may count what was carried in, where the table has it so', () => {
    expect(told(sentence, { ...closed, received: '9', 'carried-in': '1' })).not.toContain('prose/narrative-balance');
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

  test('says how many where one says none, and shows the cell', () => {
    const [restated, shown, ...others] = fixesOf('未收到政府信息公开申请', '12');
    expect(restated).toBe('suggested 正文改为收到政府信息公开申请12件');
    expect(shown).toMatch(/^display 核对.*：12$/);
    expect(others).toEqual([]);
  });

  test('says 0 where the table has none', () => {
    expect(fixesOf('共收到政府信息公开申请3件', '0')[0]).toBe('suggested 正文改为0');
    expect(fixesOf('共收到政府信息公开申请三件', '0')[0]).toBe('suggested 正文改为零');
  });

  /** Ties throughout: two of each, by natural persons. */
  const filled = printReport(edition, {
    ...options,
    figures: ({ table, row, column }) => {
      const own =
        table === 'requests'
          ? /^(?:received|carried-in|granted|disposed|carried-out)$/.test(row) &&
            /^(?:natural-person|total)$/.test(column)
          : table === 'review' && /\.(?:upheld|total)$/.test(column);
      return own ? '2' : '0';
    },
  });

  test.each([
    ['没有收到政府信息公开申请', '收到政府信息公开申请2件'],
    ['未发生因政府信息公开引起的行政诉讼', '发生因政府信息公开引起的行政诉讼4件'],
    ['没有发生政府信息公开行政复议', '发生政府信息公开行政复议2件'],
    ['未被提起政府信息公开行政诉讼', '被提起政府信息公开行政诉讼4件'],
    ['无上年结转', '上年结转2件'],
    ['没有结转下年度', '结转下年度2件'],
  ])('makes of “%s” a statement that agrees with the table', (denied, restated) => {
    const text = filled.replace('未收到政府信息公开申请', denied);
    const [fix] = check(text)
      .findings.filter(
        ({ rule, span }) => rule === 'prose/zero-conflict' && text.slice(span.start, span.end) === denied,
      )
      .flatMap((finding) => finding.fixes());
    expect(fix?.title).toBe(`正文改为${restated}`);
    const after = fix === undefined ? text : fixed(text, fix);
    expect(check(after).findings.filter((finding) => touches(finding, after, restated))).toEqual([]);
  });

  test.each(['未收取信息处理费', '没有结转下年度的申请', '未发生行政复议和行政诉讼'])(
    'leaves “%s” to a person',
    (denied) => {
      const text = filled.replace('未收到政府信息公开申请', denied);
      const titles = check(text)
        .findings.filter(({ rule }) => rule === 'prose/zero-conflict')
        .flatMap((finding) => finding.fixes())
        .filter(({ edits }) =>
          edits.some(({ span }) => text.slice(span.start, span.end).startsWith(denied.slice(0, 4))),
        );
      expect(titles).toEqual([]);
    },
  );
});

function touches({ rule, span }: Told, text: string, words: string): boolean {
  const at = text.indexOf(words);
  return rule.startsWith('prose/') && span.start >= at && span.end <= at + words.length;
}

/** The prose rules that find something in a report that says `sentence` beside a table three (or two) with `rows` as totals. */
function against(sentence: string, rows: Readonly<Record<string, number>>, id: EditionId = '2021'): string[] {
  const year = id === '2021' ? 2023 : 2020;
  const text = printReport(editionOf(id), {
    ...options,
    year,
    figures: ({ row, column }) => {
      const figure = rows[`${row}.${column}`] ?? rows[row] ?? 0;
      return ['natural-person', 'total'].includes(column) || rows[`${row}.${column}`] !== undefined ? `${figure}` : '0';
    },
  });
  return prose(text.replace('未收到政府信息公开申请', sentence));
}

describe('the wordings of real reports are bound to their cells', () => {
  const answered = { received: 14, granted: 9, 'partly-granted': 1, 'unable-not-held': 4, disposed: 14 };
  const open = { received: 9, granted: 7, disposed: 7, 'carried-out': 2 };
  const documents = {
    'normative-documents.issued': 4,
    'normative-documents.repealed': 1,
    'normative-documents.in-force': 20,
  };

  test.each([
    ['收到申请14件，已办结件中，同意公开9件，同意部分公开1件，不属于本机关公开4件', answered],
    ['收到政府信息公开申请14件，已办结件中，同意公开答复9件，部分公开答复1件，不属于本机关公开4件', answered],
    ['政府信息公开申请答复14件，其中书面答复9件，电话答复5件', answered],
    ['收到政府信息公开申请9件，办结7件，转至2024年办理2件', open],
    ['收到政府信息公开申请9件，其中7件已按时按规完成答复，剩余2件顺延至下一年答复', open],
    ['依申请公开政务信息数9件，申请办结数7件', open],
    ['承办依申请公开政府信息事项9件，2022年收到1件', open],
    ['收到政府信息公开申请1件，为本机关不掌握的政府信息', { received: 1, 'unable-not-held': 1, disposed: 1 }],
    [
      '收到政府信息公开申请6件，5件属于非本部门掌握，1件属于已主动公开事项',
      { received: 6, granted: 1, 'unable-not-held': 5, disposed: 6 },
    ],
    ['制定发布规范性文件4件，清理废止1件，现行有效20件', documents],
  ])('right: %s', (sentence, rows) => {
    expect(against(sentence, rows)).toEqual([]);
  });

  test.each([
    ['收到政府信息公开申请14件，已办结件中，同意公开答复8件，部分公开答复1件', answered, 'count'],
    ['收到政府信息公开申请14件，已办结件中，不属于本机关公开3件', answered, 'count'],
    ['收到政府信息公开申请9件，转至2024年办理3件', open, 'count'],
    ['收到政府信息公开申请9件，其中6件已按时按规完成答复', open, 'count'],
    ['依申请公开政务信息数5件', open, 'count'],
    ['承办依申请公开政府信息事项5件', open, 'count'],
    ['总共收到1件自然人提起的政府信息公开申请', {}, 'zero'],
    ['收到政府信息公开申请9件，1件属于已主动公开事项', { received: 9, 'unable-not-held': 9, disposed: 9 }, 'zero'],
    ['制定发布规范性文件5件，清理废止1件，现行有效20件', documents, 'count'],
    ['制定发布规范性文件4件，清理废止2件，现行有效20件', documents, 'count'],
    ['制定发布规范性文件4件，清理废止1件，现行有效文件21件', documents, 'count'],
  ])('wrong: %s', (sentence, rows, kind) => {
    expect(against(sentence, rows as Record<string, number>)).toEqual([`prose/${kind}-conflict`]);
  });

  test('more received than closed and carried over is impossible', () => {
    const rows = { received: 11, granted: 10, disposed: 10, 'carried-out': 1 };
    expect(against('收到政府信息公开申请11件，办结8件，结转1件', rows)).toEqual([
      'prose/narrative-balance',
      'prose/count-conflict',
    ]);
    const carriedIn = { received: 8, 'carried-in': 1, granted: 8, disposed: 8, 'carried-out': 1 };
    expect(against('收到政府信息公开申请8件，办结8件，结转1件', carriedIn)).toEqual([]);
  });

  test.each([
    ['新受理政府信息公开申请10件，上年转结0件，办结9件，转下一年办理0件', true],
    ['受理政府信息公开申请95件，答复98件（含上年度转结申请8件，另有6件申请转结下年度办理）', true],
    ['受理政府信息公开申请95件，答复98件（含上年度转结申请8件，另有5件申请转结下年度办理）', false],
    // 受理 with what was carried in, or only what was closed.
    ['受理政府信息公开申请103件，答复98件（含上年度转结申请8件，另有5件申请转结下年度办理）', false],
    ['受理政府信息公开申请98件，答复98件（含上年度转结申请8件，另有5件申请转结下年度办理）', false],
    ['受理政府信息公开申请10件，办结8件，结转下年度1件', true],
    ['受理政府信息公开申请8件，办结8件，结转下年度1件', false],
  ])('the balance of %s', (sentence, isTold) => {
    const rules = check(reportWith(`${sentence}。`).text).findings.map(({ rule }) => rule);
    expect(rules.includes('prose/narrative-balance')).toBe(isTold);
  });

  test('in the 2019 edition', () => {
    const rows = { received: 6, granted: 2, 'unable-not-held': 4, disposed: 6 };
    expect(against('收到政府信息公开申请6件，同意公开答复2件，不属于本机关公开4件', rows, '2019')).toEqual([]);
    expect(against('收到政府信息公开申请6件，同意公开答复3件，不属于本机关公开4件', rows, '2019')).toEqual([
      'prose/count-conflict',
    ]);
    expect(against('转至2021年办理2件，收到政府信息公开申请6件', rows, '2019')).toEqual(['prose/zero-conflict']);
  });
});
