/** What is offered at a place, and what becomes of the report that takes it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../server/src/features/completion/insertion';
import { printReport, printRow } from '../../server/src/standard/blank-form';
import type { Edition } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { formatClause } from '../../server/src/standard/format-clause';
import { standardSentences } from '../../server/src/standard/standard-sentences';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import { printFrom, validFigures } from '../support/figures';
import { accepted, completed, rulesOf } from './completion';
import { allSamples } from './sample-texts';

const issuer = '清河县柳林镇人民政府';
const both = [editions['2021'], editions['2019']];

function reportIn(layout: Layout, edition: Edition = editions['2021'], eol = '\n'): string {
  return printReport(edition, { layout, issuer, year: edition.firstYear, eol });
}

const labelsAt = (marked: string): readonly string[] => [...new Set(completed(marked).items.map(({ label }) => label))];

/** `text` without the lines from the one that begins with `from` up to the one that begins with `to`. */
function without(text: string, from: string, to: string | null): string {
  const start = text.search(new RegExp(`^[^\\r\\n]{0,4}${from}`, 'm'));
  const end = to === null ? text.length : text.search(new RegExp(`^[^\\r\\n]{0,4}${to}`, 'm'));
  if (start < 0 || end < start) throw new Error(`${from} … ${to} not found`);
  return `${text.slice(0, start)}▮${text.slice(end)}`;
}

const headings = editions['2021'].sections.map(({ title }, i) => `${'一二三四五六'.charAt(i)}、${title}`);

describe.each(both)('a missing section of edition $id', (edition) => {
  describe.each(layouts)('in layout %s', (layout) => {
    test.each(headings.map((heading, i) => [heading, headings[i + 1] ?? null] as const))('%s', (heading, next) => {
      for (const eol of ['\n', '\r\n']) {
        const whole = reportIn(layout, edition, eol);
        const { text, items } = completed(without(whole, heading, next).replace('▮', `▮${eol}${eol}`));
        expect(rulesOf(text)).toContain('structure/missing-section');
        const own = items.filter(({ kind }) => kind === 'section');
        expect(new Set(own.map(({ label }) => label))).toEqual(new Set([heading]));
        for (const item of own) expect(rulesOf(accepted(text, item))).not.toContain('structure/missing-section');
        expect(own.length).toBeGreaterThan(1);
        if (eol === '\r\n') for (const item of own) expect(plainText(item.insertion)).not.toMatch(/(^|[^\r])\n/);
      }
    });

    test('with 0 leaves nothing to find but what is to be written', () => {
      for (const [i, heading] of headings.entries()) {
        const whole = reportIn(layout, edition);
        const { text, items } = completed(without(whole, heading, headings[i + 1] ?? null).replace('▮', '▮\n\n'));
        const [item] = items.filter(
          ({ kind, detail }) => kind === 'section' && /填0|待填写的文句/.test(JSON.stringify(detail)),
        );
        if (item === undefined) throw new Error(`no ${heading}`);
        const found = rulesOf(accepted(text, item)).filter((rule) => rule !== 'structure/unfilled-placeholder');
        expect(found, heading).toEqual([]);
      }
    });
  });
});

describe('sections', () => {
  const whole = reportIn('markdown');

  test('that are there already are not offered', () => {
    expect(completed(`${whole}\n▮`).items.filter(({ kind }) => kind === 'section')).toEqual([]);
  });

  test('are not offered where they would cut another in two', () => {
    const cut = whole.replace(/## 二、[\s\S]*?(?=## 三、)/, '').replace('（三）', '▮\n（三）');
    expect(labelsAt(cut)).not.toContain(headings[1]);
    expect(labelsAt(cut.replace('▮', '二、▮'))).toContain(headings[1]);
  });

  test('take the markup that stands on the line', () => {
    const cut = without(whole, headings[4] as string, headings[5] as string).replace('▮', '## wt▮\n\n');
    const { text, items } = completed(cut);
    const item = items.find(({ label }) => label === headings[4]);
    if (item === undefined) throw new Error('not offered');
    expect(accepted(text, item)).toContain(`\n## ${headings[4]}\n`);
    expect(text.slice(item.span.start, item.span.end)).toBe('wt');
    expect(item.filter.startsWith('wt')).toBe(true);
  });
});

describe('what is typed', () => {
  const whole = without(reportIn('markdown'), headings[1] as string, headings[2] as string);
  const second = headings[1];

  test.each(['', 'zdgk', 'ZDGK', 'ezdgk', '二、', '二、主动', '二、主动公开', '主动公开', '主动gk', 'zfxx'])(
    '“%s” finds its heading',
    (typed) => {
      const { text, items } = completed(whole.replace('▮', `${typed}▮\n\n`));
      const item = items.find(({ label }) => label === second);
      expect(item && text.slice(item.span.start, item.span.end)).toBe(typed);
      expect(item?.filter.startsWith(typed)).toBe(true);
    },
  );

  test.each(['qqq', '三、主动', '本镇召开会议'])('“%s” does not', (typed) => {
    expect(labelsAt(whole.replace('▮', `${typed}▮\n\n`))).not.toContain(second);
  });
});

describe.each(layouts)('a missing row in layout %s', (layout) => {
  test.each([
    ['requests', 'declined-repeated', '2.重复申请'],
    ['requests', 'carried-in', '二、上年结转政府信息公开申请数量'],
    ['requests', 'carried-out', '四、结转下年度继续办理'],
    ['disclosure', 'penalties', '行政处罚'],
  ] as const)('%s %s is put where it belongs, with what is typed gone', (table, row, label) => {
    const edition = editions['2021'];
    const whole = reportIn(layout);
    const printed = printRow(edition.tables[table], row, layout, 'zero', '\n');
    expect(whole.split(printed).length).toBeGreaterThanOrEqual(2);
    const at = table === 'disclosure' ? whole.indexOf(printed) : whole.indexOf(printed, whole.indexOf('三、收到'));
    for (const typed of ['', label.replace(/^.*?[、.]/, '').slice(0, 3)]) {
      const marked = `${whole.slice(0, at)}${typed}▮\n${whole.slice(at + printed.length)}`;
      const { text, items } = completed(marked);
      const item = items.find((candidate) => candidate.kind === 'row' && candidate.label === label);
      if (item === undefined) throw new Error(`${label} is not offered: ${items.map((each) => each.label).join()}`);
      expect(item.filter.startsWith(typed)).toBe(true);
      const result = accepted(text, item);
      expect(rulesOf(result)).toEqual([]);
    }
  });
});

describe('tables', () => {
  test('offer nothing among their figures', () => {
    for (const layout of layouts) {
      const whole = reportIn(layout);
      const cut = whole.replace(
        printRow(editions['2021'].tables.requests, 'declined-repeated', layout, 'zero', '\n'),
        '',
      );
      expect(cut).not.toBe(whole);
      const at = cut.indexOf('0', cut.indexOf('3.要求提供公开出版物'));
      for (const place of [at, at + 1])
        expect(completed(`${cut.slice(0, place)}▮${cut.slice(place)}`).items).toEqual([]);
    }
  });

  test.each(layouts)('are offered in a section that lacks one, in layout %s', (layout) => {
    const whole = reportIn(layout);
    const start = whole.indexOf(headings[3] as string) + (headings[3] as string).length;
    const end = whole.search(/^.{0,3}五、/m);
    const { text, items } = completed(`${whole.slice(0, start)}\n\n▮\n\n${whole.slice(end)}`);
    const own = items.filter(({ kind }) => kind === 'table');
    expect(own).toHaveLength(2);
    for (const item of own) {
      const rules = rulesOf(accepted(text, item));
      expect(rules).not.toContain('table/missing-table');
      expect(rules.filter((rule) => rule !== 'table/empty-cell')).toEqual([]);
    }
    expect(own.some((item) => rulesOf(accepted(text, item)).length === 0)).toBe(true);
  });
});

describe('aspects of section one', () => {
  const names = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

  test.each(names.map((name, i) => [name, i] as const))('%s, where it is missing', (name, i) => {
    const ordinal = '一二三四五'.charAt(i);
    const whole = reportIn('tsv').replace(new RegExp(`（${ordinal}）${name}情况。.*`), '▮');
    const { text, items } = completed(whole);
    expect(rulesOf(text)).toContain('structure/missing-aspect');
    const own = items.filter(({ kind }) => kind === 'aspect');
    expect(own.map(({ label }) => label)).toEqual([`（${ordinal}）${name}情况`, `（${ordinal}）${name}情况`]);
    for (const item of own) expect(rulesOf(accepted(text, item))).not.toContain('structure/missing-aspect');
    expect(rulesOf(accepted(text, own[0] as (typeof own)[0]))).toEqual([]);
  });

  test('the headings after a new one are numbered on', () => {
    const whole = reportIn('markdown')
      .replace(/（三）政府信息管理情况。.*\n\n/, '▮\n\n')
      .replace('（四）政府', '（三）政府')
      .replace('（五）监督', '（四）监督');
    const { text, items } = completed(whole);
    const item = items.find(({ kind }) => kind === 'aspect');
    if (item === undefined) throw new Error('not offered');
    expect(accepted(text, item)).toBe(reportIn('markdown'));
  });

  test('those that the report has are not offered', () => {
    const whole = reportIn('tsv').replace('（三）政府', '▮\n\n（三）政府');
    expect(completed(whole).items.filter(({ kind }) => kind === 'aspect')).toEqual([]);
  });
});

describe('sentences agree with the tables', () => {
  const received = (count: string) =>
    printReport(editions['2021'], {
      layout: 'tsv',
      issuer,
      year: 2023,
      figures: ({ table, row, column }) =>
        table === 'requests' && /^(?:received|granted|disposed)$/.test(row) && /^(?:natural-person|total)$/.test(column)
          ? count
          : '0',
    }).replace('2023年未收到政府信息公开申请。', '▮');

  test('the figure is the table’s', () => {
    expect(labelsAt(received('12'))).toEqual(
      expect.arrayContaining(['2023年收到政府信息公开申请12件。', '办结政府信息公开申请12件，其中予以公开12件。']),
    );
    expect(labelsAt(received('12')).join()).not.toContain('未收到');
    expect(labelsAt(received('0'))).toContain('2023年未收到政府信息公开申请。');
  });

  test('where the table does not tell, both are offered', () => {
    const labels = labelsAt(received('12').replace(/三、收到和处理[\s\S]*?(?=四、政府)/, ''));
    expect(labels).toContain('2023年收到政府信息公开申请××件。');
    expect(labels).toContain('2023年未收到政府信息公开申请。');
  });

  test('each leaves a clean report clean, whatever its figures are', () => {
    const places = [
      '（一）',
      '（二）',
      '（三）',
      '（四）',
      '（五）',
      '存在的主要问题',
      '改进情况',
      '一、总体情况',
      '二、主动',
    ];
    const seen = new Set<string>();
    for (const edition of both) {
      fc.assert(
        fc.property(
          validFigures(edition),
          fc.constantFrom(...layouts),
          fc.constantFrom(...places),
          (figures, layout, place) => {
            const figure = printFrom(figures);
            const text = printReport(edition, {
              layout,
              issuer,
              year: edition.firstYear,
              figures: (ref) =>
                ref.row === 'administrative-rules' || (ref.table === 'disclosure' && edition.id === '2019')
                  ? '0'
                  : figure(ref),
            }).replace(/（二）依申请公开情况。.*/, '（二）依申请公开情况。依法办理申请。');
            const before = rulesOf(text);
            const line = text.split('\n').find((candidate) => candidate.includes(place)) as string;
            const isHeading = /[一二]、/.test(place);
            const marked = isHeading ? text.replace(line, `▮\n\n${line}`) : text.replace(line, `${line}▮`);
            for (const item of completed(marked).items.filter(({ kind }) => kind === 'sentence')) {
              seen.add(item.label.replace(/[0-9]+/g, 'n'));
              const { text: own } = completed(marked);
              expect(rulesOf(accepted(own, item)), `${item.label} at ${place}`).toEqual(before);
            }
          },
        ),
        { numRuns: 60 },
      );
    }
    expect(seen.size).toBeGreaterThan(12);
  });
});

describe('every standard sentence', () => {
  const total = (row: string) => [`requests/${row}/total`, `requests/${row}/natural-person`];
  const cases = (group: string) => [`review/cases/${group}.upheld`, `review/cases/${group}.total`];
  const documents = ['issued', 'in-force'].map((column) => `disclosure/normative-documents/${column}`);
  const decisions = ['licences', 'penalties', 'coercion'].map((row) => `disclosure/${row}/decisions`);
  /** The figures that are 3 where the others are 0. */
  const figureSets: readonly (readonly string[])[] = [
    [],
    [...total('received'), ...total('granted'), ...total('disposed'), ...documents, ...decisions],
    [...total('received'), ...total('carried-out'), ...cases('reconsideration')],
    [...total('carried-in'), ...total('refused-secret'), ...total('disposed'), ...cases('direct-litigation')],
    [...cases('reconsideration'), ...cases('litigation-after-reconsideration')],
  ];
  const year = 2023;
  const generic = (text: string): string => text.replace(/2023年|[0-9]+|\{[^{}]*\}年?/g, '…');

  test('leaves a clean report clean where it is offered, and each is offered somewhere', () => {
    const seen = new Set<string>();
    for (const set of figureSets) {
      const text = printReport(editions['2021'], {
        layout: 'markdown',
        issuer,
        year,
        figures: ({ table, row, column }) => (set.includes(`${table}/${row}/${column}`) ? '3' : '0'),
      })
        .replace(/依法做好政府信息公开工作。\n\n（一）.*\n\n（二）.*\n\n（三）.*\n\n（四）.*\n\n（五）.*/, bareOverview)
        .replace(/存在的主要问题：.*\n\n改进情况：.*/, '问题：栏目更新不够及时。▮\n\n改进：加强培训。')
        .replace(/2023年未收取.*/, '公开信息处理费的标准。▮')
        .replace('## 一、', '▮\n\n## 一、');
      const places = text.split('▮').length - 1;
      for (let place = 0; place < places; place++) {
        const marked = text.split('▮').reduce((left, right, i) => left + (i === place + 1 ? '▮' : '') + right);
        const { text: own, items } = completed(marked);
        expect(rulesOf(own)).toEqual([]);
        for (const item of items.filter(({ kind }) => kind === 'sentence')) {
          seen.add(generic(item.label.replaceAll('××', '…').replace(issuer, '…')));
          const filledIn = item.insertion.map((piece) => (typeof piece === 'string' ? piece : '0'));
          expect(rulesOf(accepted(own, { ...item, insertion: filledIn })), item.label).toEqual([]);
        }
      }
    }
    for (const { text, id } of standardSentences) {
      const wanted = generic(
        text
          .replace('{results}', '予以公开…件')
          .replace('{format}', worded(formatClause('2021').words).replace(/[0-9]+/g, '…')),
      );
      const alike = [...seen].some((label) => label.replace(/…+/g, '…') === wanted.replace(/…+/g, '…'));
      expect(alike, `${id}: ${wanted}`).toBe(true);
    }
  });

  const bareOverview = [
    '依法做好工作。▮',
    '（一）主动公开情况。公开了各类信息。▮',
    '（二）依申请公开情况。依法办理。▮',
    '（三）政府信息管理情况。管理有序。▮',
    '（四）政府信息公开平台建设情况。运行良好。▮',
    '（五）监督保障情况。保障有力。▮',
  ].join('\n\n');
});

describe('at the end', () => {
  test('the signature, with the body and a date of the next year', () => {
    const whole = reportIn('markdown');
    const { text, items } = completed(`${whole}\n▮`);
    const item = items.find(({ label }) => label.startsWith('落款'));
    if (item === undefined) throw new Error('not offered');
    const result = accepted(text, item);
    expect(result.endsWith(`\n${issuer}\n\n2022年1月31日`)).toBe(true);
    expect(rulesOf(result)).toEqual([]);
    expect(labelsAt(`${result}\n▮`).join()).not.toContain('落款');
  });
});

test('a title for a report without one', () => {
  const whole = reportIn('markdown').replace(/^.*\n/, '▮\n');
  const { text, items } = completed(whole);
  const item = items.find(({ kind }) => kind === 'title');
  expect(item && accepted(text, item)).toMatch(/^# .*政府信息公开工作年度报告\n/);
});

test('each report of a compilation has offers of its own', () => {
  const second = without(
    reportIn('markdown').replaceAll('柳林镇', '白石镇'),
    headings[4] as string,
    headings[5] as string,
  );
  const { text, items } = completed(`${reportIn('tsv')}\n${second.replace('▮', '▮\n\n')}`);
  const item = items.find(({ label }) => label === headings[4]);
  if (item === undefined) throw new Error('not offered');
  expect(new Set(rulesOf(accepted(text, item)))).toEqual(new Set(['structure/unfilled-placeholder']));
});

describe('any place of any text', () => {
  test('gets an answer whose edits fit the text', () => {
    const samples = fc.constantFrom(...allSamples);
    fc.assert(
      fc.property(
        samples,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('', '二、', 'zd', '\n'),
        (sample, cut, place, typed) => {
          const text = sample.text.slice(0, Math.floor(sample.text.length * cut));
          const at = Math.floor(text.length * place);
          const { text: own, items } = completed(`${text.slice(0, at)}${typed}▮${text.slice(at)}`);
          for (const item of items) {
            accepted(own, item);
            expect(item.filter.startsWith(own.slice(item.span.start, item.span.end))).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('what the report states already comes after what it does not', () => {
  const other = reportIn('tsv').replace(/2021年未收取.*/, '2021年未收取信息处理费。▮');
  const [first, ...rest] = labelsAt(other);
  expect(first).toBe('没有其他需要报告的事项。');
  expect(rest.join()).toContain('收取信息处理费通知');
});

test('in a compilation a row goes into the report of the cursor, and the others stay as they are', () => {
  const one = reportIn('markdown');
  const row = printRow(editions['2021'].tables.requests, 'declined-repeated', 'markdown', 'zero', '\n');
  const many = Array.from({ length: 30 }, (_, i) => one.replaceAll('柳林镇', `柳林第${i}镇`));
  const { text, items } = completed(
    many.map((report, i) => (i === 17 ? report.replace(row, '▮\n') : report)).join('\n'),
  );
  const item = items.find(({ kind }) => kind === 'row');
  if (item === undefined) throw new Error('not offered');
  expect(accepted(text, item)).toBe(many.join('\n'));
});
