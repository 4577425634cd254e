/** Rows, labels, figures and editions of the standard tables, in every layout: one fault, one finding, one fix. */
import { describe, expect, test } from 'vitest';
import { figureAt, figuresOf } from '../../server/src/figures/figures';
import { printForm, printReport, printRow } from '../../server/src/standard/blank-form';
import type { CellRef, EditionId, RowSpec, TableId } from '../../server/src/standard/edition';
import { editionOf, editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import type { Told } from '../support/told';
import { check, fixed } from './check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';

function rulesOf(text: string): string[] {
  return check(text).findings.map((finding) => finding.rule);
}

function only(text: string, rule: string): Told {
  const { findings } = check(text);
  expect(findings.map((finding) => finding.rule)).toEqual([rule]);
  return findings[0] as Told;
}

function afterFirstFix(text: string, finding: Told): string {
  const [fix] = finding.fixes();
  if (fix === undefined) throw new Error('no fix');
  return fixed(text, fix);
}

/** The second of the two, which fills what the other edition does not have with 0; the first leaves it blank. */
function afterZeroFix(text: string, finding: Told): string {
  const [blank, zero] = finding.fixes();
  if (zero === undefined || blank === undefined) throw new Error('there are not two fixes');
  const [left, filled] = [fixed(text, blank), fixed(text, zero)];
  if (left !== filled) expect(check(left).findings.map(({ rule }) => rule)).toContain('table/empty-cell');
  return filled;
}

const rows: readonly (readonly [TableId, RowSpec])[] = (['disclosure', 'requests'] as const).flatMap((table) =>
  edition.tables[table].rows.map((row) => [table, row] as const),
);

describe.each(layouts)('%s', (layout) => {
  const print = (id: EditionId, year: number, figures: (ref: CellRef) => string = () => '0'): string =>
    printReport(editionOf(id), { layout, issuer, year, figures });
  const base = print('2021', 2022);
  const form = (id: EditionId, table: TableId): string => printForm(editionOf(id).tables[table], layout, 'zero', '\n');
  const line = (table: TableId, row: string): string => printRow(edition.tables[table], row, layout, 'zero', '\n');

  test.each([['disclosure', 'requests'], ['disclosure'], ['requests']] as const)(
    'tables of the other edition: %s %s',
    (...tables) => {
      for (const [own, other, year] of [
        ['2021', '2019', 2022],
        ['2019', '2021', 2020],
      ] as const) {
        const right = print(own, year);
        const text = tables.reduce((all, table) => all.replace(form(own, table), form(other, table)), right);
        const finding = only(text, 'table/outdated-edition');
        expect(finding.related).toHaveLength(tables.length - 1);
        expect(afterZeroFix(text, finding)).toBe(right);
      }
    },
  );

  test('the figures that both editions have are carried over', () => {
    const figures = (ref: CellRef): string => {
      if (ref.table === 'requests' && /^(?:received|other|disposed)$/.test(ref.row)) {
        return /^(?:natural-person|total)$/.test(ref.column) ? '3' : '0';
      }
      return ref.row === 'penalties' && ref.column === 'decisions' ? '12' : ref.column === 'made' ? '2' : '0';
    };
    const text = print('2019', 2020, figures).replaceAll('2020年', '2022年');
    const finding = check(text).findings.find(({ rule }) => rule === 'table/outdated-edition');
    const after = check(afterZeroFix(text, finding as Told));
    expect(after.findings.map(({ rule }) => rule)).not.toContain('table/outdated-edition');
    expect(after.coverage.holds).toBe(edition.relations.length);
    const raw = (table: TableId, row: string, column: string): string | undefined =>
      figureAt(figuresOf(after.report), { table, row, column })?.raw;
    expect(raw('requests', 'other-rest', 'total')).toBe('3');
    expect(raw('requests', 'received', 'natural-person')).toBe('3');
    expect(raw('disclosure', 'penalties', 'decisions')).toBe('12');
    expect(raw('disclosure', 'normative-documents', 'issued')).toBe('2');
  });

  test.each(rows.map(([table, row]) => [row.label, table, row.id] as const))('%s twice', (_, table, row) => {
    const own = line(table, row);
    const finding = only(base.replace(own, own + own), 'table/duplicate-row');
    expect(finding.related).toHaveLength(1);
  });

  test.each(rows.slice(4).map(([table, row]) => [row.label, table, row] as const))(
    '%s with blanks inside, and in other words',
    (label, table, row) => {
      const own = line(table, row.id);
      const renamed = (name: string): string => base.replace(own, own.replace(label, name));
      if (/[\u4e00-\u9fff]{2}$/.test(label)) {
        const text = renamed(`${label.slice(0, -1)} ${label.slice(-1)}`);
        expect(afterFirstFix(text, only(text, 'table/nonstandard-row-label'))).toBe(base);
      }
      const ordinal = /^(?:（.）|.、|[0-9]\.)/.exec(label)?.[0] ?? '';
      for (const alias of row.aliases) {
        const name = alias.startsWith(ordinal) ? alias : ordinal + alias;
        if (meaning(name) === meaning(label) || label.includes('（区分处理')) continue;
        const text = renamed(name);
        expect(afterFirstFix(text, only(text, 'table/nonstandard-row-label'))).toBe(base);
      }
    },
  );

  test('brackets, blanks and dots around ordinals are no fault', () => {
    const text = base
      .replace('（七）总计', '(七) 总计')
      .replace('2.重复申请', '2、重复申请')
      .replace('1.属于国家秘密', '1 属于国家秘密')
      .replace('3.危及“三安全一稳定”', '3. 危及"三安全一稳定"');
    expect(rulesOf(text)).toEqual([]);
  });

  test('two rows that have changed places are one finding', () => {
    for (const [first, second] of [
      ['refused-secret', 'refused-by-law'],
      ['unable-not-held', 'unable-to-be-made'],
      ['declined-publication', 'declined-excessive'],
    ] as const) {
      const label = (id: string): string => rows.find(([, row]) => row.id === id)?.[1].label as string;
      const text = base.replace(label(first), '@').replace(label(second), label(first)).replace('@', label(second));
      only(text, 'table/misplaced-row');
    }
  });

  test.each(['declined-repeated', 'refused-query', 'other-rest', 'disposed'])('an unknown row before %s', (row) => {
    const own = line('requests', row);
    const label = rows.find(([, spec]) => spec.id === row)?.[1].label as string;
    const finding = only(base.replace(own, own.replace(label, '申请人主动撤回') + own), 'table/unknown-row');
    expect(finding.message).toContain('申请人主动撤回');
  });

  test('a row under a wrong name is one finding, at its label', () => {
    for (const label of ['2.重复申请', '8.属于行政查询事项', '行政强制']) {
      const text = base.replace(label, '某类其余事宜');
      const finding = only(text, 'table/unknown-row');
      expect(finding.message).toContain(`应是“${label}”行`);
      expect(afterFirstFix(text, finding)).toBe(base);
    }
  });

  test.each([
    ['０', '0'],
    ['00', '0'],
    ['12件', '12'],
    ['1,000', '1000'],
    ['１２', '12'],
    ['3.0', '3'],
  ])('“%s” is to be written %s', (raw, wanted) => {
    const licences = (print0: string) => (ref: CellRef) => (ref.row === 'licences' ? print0 : '0');
    const text = print('2021', 2022, licences(raw));
    const finding = only(text, 'table/number-format');
    expect(textOf(text, finding.span)).toBe(raw);
    expect(finding.fixes()[0]?.applicability).toBe('safe');
    expect(afterFirstFix(text, finding)).toBe(print('2021', 2022, licences(wanted)));
  });

  test('full width throughout is one finding a table', () => {
    const text = print('2021', 2022, () => '０');
    const { findings } = check(text);
    expect(findings.map(({ rule }) => rule)).toEqual(new Array(3).fill('table/number-format'));
    const all = findings.flatMap((finding) => finding.fixes()[0]?.edits ?? []);
    expect(fixed(text, { edits: all })).toBe(base);
  });
});

test('a unit that the column does not have is converted, and only as a suggestion', () => {
  const fee = (raw: string): string =>
    printReport(edition, { layout: 'tsv', issuer, year: 2022, figures: ({ row }) => (row === 'fees' ? raw : '0') });
  for (const [raw, wanted] of [
    ['5000元', '0.5'],
    ['12.5万元', '12.5'],
  ] as const) {
    const finding = only(fee(raw), 'table/number-format');
    expect(finding.fixes()[0]?.applicability).toBe(raw.includes('万') ? 'safe' : 'suggested');
    expect(afterFirstFix(fee(raw), finding)).toBe(fee(wanted));
  }
  for (const raw of ['12.5', '0.00', '4068.208', '26.50']) expect(rulesOf(fee(raw))).toEqual([]);
});

test('the 2019 form takes signed changes, and sums of money with their unit', () => {
  const figures = ({ row, column }: CellRef): string => {
    if (column === 'change') return row === 'penalties' ? '+3' : '-253';
    return row === 'procurement' && column === 'sum' ? '103.3879万元' : '0';
  };
  expect(rulesOf(printReport(editions['2019'], { layout: 'tsv', issuer, year: 2020, figures }))).toEqual([]);
});

test('a change of the 2019 form keeps its sign when its digits are written plainly', () => {
  const form = (change: string): string => {
    const figures = ({ row, column }: CellRef): string => (row === 'penalties' && column === 'change' ? change : '0');
    return printReport(editions['2019'], { layout: 'tsv', issuer, year: 2020, figures });
  };
  for (const [raw, wanted] of [
    ['＋３', '+3'],
    ['+３', '+3'],
    ['－３', '-3'],
    ['３', '3'],
  ] as const) {
    expect(afterFirstFix(form(raw), only(form(raw), 'table/number-format'))).toBe(form(wanted));
  }
});

function meaning(label: string): string {
  return label.replace(/[^\u3400-\u9fff]/g, '');
}
