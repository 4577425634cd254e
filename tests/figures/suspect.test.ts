/** The cause behind broken relations: random faults in random valid figures, printed, read back and audited. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printReport } from '../../server/src/standard/blank-form';
import { applicantColumns } from '../../server/src/standard/columns';
import { editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import { check, fixed } from '../rules/check';
import type { Figures } from '../support/figures';
import { keyOf, printFrom, validFigures } from '../support/figures';
import type { Told } from '../support/told';

const edition = editions['2021'];
const inconsistent = 'relation/inconsistent-figure';
const columns = applicantColumns.map(({ id }) => id);
const parts = columns.slice(0, -1);
const rows = edition.tables.requests.rows.map(({ id }) => id);
const dispositions = rows.filter((row) => !['received', 'carried-in', 'disposed', 'carried-out'].includes(row));
const printedLayouts: readonly Layout[] = ['markdown', 'tsv', 'stacked'];

/** Values by `table/row/column`. */
type Values = Readonly<Record<string, number>>;

function request(row: string, column: string): string {
  return `requests/${row}/${column}`;
}

/** A report whose prose states no figure of tables two to four. */
function print(figures: Figures, layout: Layout): string {
  const text = printReport(edition, {
    layout,
    issuer: '清河县柳林镇人民政府',
    year: 2023,
    figures: printFrom(figures),
  });
  return text
    .replace('未收到政府信息公开申请', '依法办理政府信息公开申请')
    .replace(/未发生[^。；]*行政复议[^。；]*/g, '依法应诉');
}

function changed(figures: Figures, values: Values): Figures {
  return new Map([...figures, ...Object.entries(values)]);
}

function relationFindings(text: string): readonly Told[] {
  return check(text, {
    rules: { 'relation/rulemaking-authority': 'off', 'relation/document-stock': 'off' },
  }).findings.filter(({ rule }) => rule.startsWith('relation/'));
}

/** The relations that do not hold, by brute force. */
function brokenKeys(figures: Figures): readonly string[] {
  const sum = (refs: Parameters<typeof keyOf>[0][]): number =>
    refs.reduce((total, ref) => total + (figures.get(keyOf(ref)) ?? 0), 0);
  return edition.relations.filter(({ left, right }) => sum([...left]) !== sum([...right])).map(({ key }) => key);
}

/** Every change of one figure that makes all relations hold, by brute force. */
function singleRepairs(figures: Figures): readonly (readonly [key: string, value: number])[] {
  const excess = new Map<string, number>();
  for (const { left, right, key } of edition.relations) {
    const sum = (refs: typeof left): number => refs.reduce((total, ref) => total + (figures.get(keyOf(ref)) ?? 0), 0);
    excess.set(key, sum(left) - sum(right));
  }
  const differences = new Set([...excess.values()].flatMap((value) => [value, -value]));
  return [...figures].flatMap(([key, value]) =>
    [...differences]
      .map((difference) => value + difference)
      .filter((after) => after >= 0 && after !== value && brokenKeys(changed(figures, { [key]: after })).length === 0)
      .map((after) => [key, after] as const),
  );
}

const figures = validFigures(edition);
const cell = fc.record({ row: fc.constantFrom(...rows), column: fc.constantFrom(...columns) });

describe.each(printedLayouts)('in %s', (layout) => {
  test('a wrong digit in table three: one finding, at the cause, with the true figure', () => {
    let identifiable = 0;
    fc.assert(
      fc.property(figures, cell, fc.nat(), fc.nat(9), (valid, { row, column }, place, digit) => {
        const key = request(row, column);
        const value = valid.get(key) ?? 0;
        const digits = [...String(value)];
        digits[place % digits.length] = String(digit);
        const wrong = Number(digits.join(''));
        fc.pre(wrong !== value);
        const flawed = changed(valid, { [key]: wrong });
        const text = print(flawed, layout);
        const found = relationFindings(text);
        expect(found.map(({ rule }) => rule)).toEqual([inconsistent]);
        const repairs = singleRepairs(flawed);
        expect(repairs).toContainEqual([key, value]);
        if (repairs.length > 1) return;
        identifiable++;
        const [finding] = found as [Told];
        expect(finding.suspect).toEqual({
          cell: { table: 'requests', row, column },
          span: finding.span,
          reported: String(wrong),
          expected: value,
        });
        expect(textOf(text, finding.span)).toBe(String(wrong));
        expect(fixed(text, finding.fixes()[0] as ReturnType<Told['fixes']>[0])).toBe(print(valid, layout));
      }),
      { numRuns: 40 },
    );
    expect(identifiable).toBeGreaterThan(30);
  });

  test('transposed digits are named as such', () => {
    fc.assert(
      fc.property(figures, cell, fc.integer({ min: 1, max: 9 }), fc.nat(9), (valid, { row, column }, tens, ones) => {
        fc.pre(tens !== ones && ones !== 0);
        const by = 10 * tens + ones - (valid.get(request(row, column)) ?? 0);
        const [whole] = withRequest(valid, row, column, by);
        fc.pre([...whole.values()].every((value) => value >= 0));
        const value = whole.get(request(row, column)) ?? 0;
        fc.pre(value === 10 * tens + ones);
        const text = print(changed(whole, { [request(row, column)]: 10 * ones + tens }), layout);
        const [finding, ...more] = relationFindings(text);
        expect(more).toEqual([]);
        expect(finding?.message).toContain('数字前后颠倒');
        expect(finding?.suspect?.expected).toBe(value);
      }),
      { numRuns: 25 },
    );
  });

  test('a figure in two neighbouring cells', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...rows),
        fc.nat(4),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (valid, row, at, tens, ones) => {
          const [first, second] = [parts[at] as string, parts[at + 1] as string];
          const cleared = withRequest(valid, row, second, -(valid.get(request(row, second)) ?? 0))[0];
          const by = 10 * tens + ones - (cleared.get(request(row, first)) ?? 0);
          const [whole] = withRequest(cleared, row, first, by);
          fc.pre([...whole.values()].every((value) => value >= 0));
          fc.pre(whole.get(request(row, first)) === 10 * tens + ones && whole.get(request(row, second)) === 0);
          const flawed = changed(whole, { [request(row, first)]: tens, [request(row, second)]: ones });
          const text = print(flawed, layout);
          const [finding, ...more] = relationFindings(text);
          expect(more).toEqual([]);
          expect(finding?.message).toContain('一个数拆在了相邻两格');
          expect(finding && fixed(text, finding.fixes()[0] as never)).toBe(print(whole, layout));
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Valid figures with so many more requests of one kind; a total column or row stands for its first part. */
function withRequest(valid: Figures, row: string, column: string, by: number): readonly [Figures] {
  const own = column === 'total' ? (parts[0] as string) : column;
  const kind = row === 'disposed' ? (dispositions[0] as string) : row;
  const next = new Map(valid);
  const add = (target: string, amount: number): void => {
    for (const each of [own, 'total']) next.set(request(target, each), (next.get(request(target, each)) ?? 0) + amount);
  };
  add(kind, by);
  if (dispositions.includes(kind)) {
    add('disposed', by);
    add('received', by);
  } else if (kind === 'received') {
    add('carried-out', by);
  } else if (kind === 'carried-in') {
    add('received', -by);
  } else {
    add('received', by);
  }
  return [next];
}

/** The first of several fixes, or the only one, that gives back the report as it was. */
function restores(text: string, finding: Told, whole: string): boolean {
  return finding.fixes().some((fix) => fixed(text, fix) === whole);
}

test('two compensating figures of a row or a column are one fault', () => {
  const disposition = fc.record({ row: fc.constantFrom(...dispositions), column: fc.constantFrom(...parts) });
  fc.assert(
    fc.property(
      figures,
      disposition,
      disposition,
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      (valid, a, b, by, along) => {
        const other = along ? { row: a.row, column: b.column } : { row: b.row, column: a.column };
        const [first, second] = [request(a.row, a.column), request(other.row, other.column)];
        fc.pre(first !== second && (valid.get(second) ?? 0) >= by);
        const values = { [first]: (valid.get(first) ?? 0) + by, [second]: (valid.get(second) ?? 0) - by };
        const text = print(changed(valid, values), 'tsv');
        const found = relationFindings(text);
        expect(found.map(({ rule, suspect }) => [rule, suspect])).toEqual([[inconsistent, undefined]]);
        const [finding] = found as [Told];
        if (finding.message.includes('无法断定')) {
          const named = finding.related.map(({ message }) => message);
          for (const key of [first, second]) expect(named.join('\n')).toContain(`：${values[key]}`);
        }
        for (const fix of finding.fixes()) expect(brokenKeys(figuresIn(fixed(text, fix)))).toEqual([]);
      },
    ),
    { numRuns: 80 },
  );
});

test('a compensating pair is named where no other one fits', () => {
  const valid = new Map(
    ['received', 'granted', 'disposed'].flatMap((row) => [
      [request(row, 'natural-person'), 5],
      [request(row, 'total'), 5],
    ]),
  );
  const flawed = changed(valid, { [request('granted', 'natural-person')]: 4, [request('granted', 'enterprise')]: 1 });
  const text = print(flawed, 'markdown');
  const [finding, ...more] = relationFindings(text);
  expect(more).toEqual([]);
  expect(finding?.message).toMatch(/^“自然人”列（一）予以公开填的是4、“商业企业”列（一）予以公开填的是1，应为5和0，/);
  expect(finding?.fixes().map((fix) => fixed(text, fix))).toEqual([print(valid, 'markdown')]);
});

/** The figures that a printed report has, read back. */
function figuresIn(text: string): Figures {
  const { report } = check(text);
  const read = new Map<string, number>();
  for (const table of Object.values(report.tables)) {
    if (table.state === 'missing') continue;
    for (const row of table.rows) {
      const spec = edition.tables[table.table].rows.find(({ id }) => id === row.row);
      row.cells.forEach((each, i) => {
        const column = spec?.columns[i];
        if (column && each.kind === 'stated') {
          read.set(keyOf({ table: table.table, row: row.row, column: column.id }), each.value.units);
        }
      });
    }
  }
  return read;
}

test('a row shifted by one column', () => {
  let shifted = 0;
  let seen = 0;
  fc.assert(
    fc.property(figures, fc.constantFrom(...rows), (valid, row) => {
      const before = parts.map((column) => valid.get(request(row, column)) ?? 0);
      const after = [0, ...before.slice(0, -1)];
      // Two figures that are small may as well be two wrong ones of another row.
      fc.pre(before.at(-1) === 0 && before.filter((value, i) => value !== after[i]).length >= 3);
      const values = Object.fromEntries(parts.map((column, i) => [request(row, column), after[i] as number]));
      const text = print(changed(valid, values), 'tsv');
      const [finding, ...more] = relationFindings(text);
      expect(more).toEqual([]);
      seen++;
      // Figures of another row may by chance explain it as well; then none may be named.
      if (finding?.message.includes('无法断定')) {
        expect(finding.suspect).toBeUndefined();
        return;
      }
      expect(finding?.message).toContain('行的数整体向右错了一列');
      expect(finding && restores(text, finding, print(valid, 'tsv'))).toBe(true);
      shifted++;
    }),
    { numRuns: 30 },
  );
  expect(shifted).toBeGreaterThan(seen / 2);
});

test.each([
  ['两格的数填反了', { 'natural-person': 7, enterprise: 3 }, { 'natural-person': 3, enterprise: 7 }],
  ['两格的数填反了', { 'natural-person': 7, enterprise: 0 }, { 'natural-person': 0, enterprise: 7 }],
  ['两个数并在了一格', { 'natural-person': 1, enterprise: 2 }, { 'natural-person': 12, enterprise: 0 }],
  ['一个数拆在了相邻两格', { 'natural-person': 12, enterprise: 0 }, { 'natural-person': 1, enterprise: 2 }],
])('%s: %j printed as %j', (words, right, wrong) => {
  const row = (id: string, values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [request(id, column), value]));
  const total = Object.values(right).reduce((sum, value) => sum + value, 0);
  const valid: Figures = new Map(
    ['received', 'granted', 'disposed'].flatMap((id) => Object.entries(row(id, { ...right, total }))),
  );
  const text = print(changed(valid, row('granted', wrong)), 'markdown');
  const [finding, ...more] = relationFindings(text);
  expect(more).toEqual([]);
  expect(finding?.message).toContain(words);
  expect(finding?.fixes().map((fix) => fixed(text, fix))).toEqual([print(valid, 'markdown')]);
});

test('a row left out of （七）总计', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...dispositions), (valid, row) => {
      fc.pre(columns.filter((column) => (valid.get(request(row, column)) ?? 0) > 0).length >= 2);
      const values = Object.fromEntries(
        columns.map((column) => [
          request('disposed', column),
          (valid.get(request('disposed', column)) ?? 0) - (valid.get(request(row, column)) ?? 0),
        ]),
      );
      const text = print(changed(valid, values), 'tsv');
      const [finding, ...more] = relationFindings(text);
      expect(more).toEqual([]);
      expect(finding?.message).toMatch(/（七）总计漏加了“.+”行的数/);
      expect(finding && restores(text, finding, print(valid, 'tsv'))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a column left out of the column 总计', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...parts), (valid, column) => {
      fc.pre((valid.get(request('disposed', column)) ?? 0) > 0);
      const values = Object.fromEntries(
        rows.map((row) => [
          request(row, 'total'),
          (valid.get(request(row, 'total')) ?? 0) - (valid.get(request(row, column)) ?? 0),
        ]),
      );
      const text = print(changed(valid, values), 'tsv');
      const [finding, ...more] = relationFindings(text);
      expect(more).toEqual([]);
      expect(finding?.message).toMatch(/“总计”列漏加了“.+”列的数/);
      expect(finding && restores(text, finding, print(valid, 'tsv'))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('several faults are told apart, each at its cause', () => {
  const bare = rows.filter((row) => row !== 'disposed');
  fc.assert(
    fc.property(
      figures,
      fc.shuffledSubarray(bare, { minLength: 2, maxLength: 5 }),
      fc.shuffledSubarray(columns, { minLength: 5, maxLength: 5 }),
      fc.shuffledSubarray([1, 2, 4, 8, 16, 32, 64], { minLength: 5, maxLength: 5 }),
      fc.nat(3),
      (valid, faultyRows, faultyColumns, differences, upheld) => {
        const wrong = Object.fromEntries(
          faultyRows.map((row, i) => {
            const key = request(row, faultyColumns[i] as string);
            return [key, (valid.get(key) ?? 0) + (differences[i] as number)];
          }),
        );
        const cases = 'review/cases/reconsideration.total';
        const inCases = { [cases]: (valid.get(cases) ?? 0) + upheld };
        const text = print(changed(valid, { ...wrong, ...inCases }), 'tsv');
        const found = relationFindings(text);
        const own = found.filter(({ rule }) => rule === inconsistent);
        expect(own.map(({ suspect }) => suspect?.expected).sort()).toEqual(
          Object.keys(wrong)
            .map((key) => valid.get(key))
            .sort(),
        );
        expect(found.length - own.length).toBe(upheld > 0 ? 1 : 0);
        for (const { span, suspect } of own) expect(textOf(text, span)).toBe(suspect?.reported);
      },
    ),
    { numRuns: 40 },
  );
});

test('two wrong figures in one row are two findings, and each fix takes its own away', () => {
  fc.assert(
    fc.property(
      figures,
      fc.constantFrom(...dispositions),
      fc.shuffledSubarray(parts, { minLength: 2, maxLength: 2 }),
      (valid, row, [a, b]) => {
        const [first, second] = [request(row, a as string), request(row, b as string)];
        const values = { [first]: (valid.get(first) ?? 0) + 130, [second]: (valid.get(second) ?? 0) + 701 };
        const text = print(changed(valid, values), 'markdown');
        const found = relationFindings(text);
        expect(found.map(({ rule, suspect }) => [rule, suspect?.expected])).toEqual(
          [first, second]
            .sort((x, y) => columns.indexOf(x.split('/')[2] as string) - columns.indexOf(y.split('/')[2] as string))
            .map((key) => [inconsistent, valid.get(key)]),
        );
        for (const finding of found) {
          const rest = relationFindings(fixed(text, finding.fixes()[0] as never));
          expect(rest.map(({ fingerprint }) => fingerprint)).toEqual(
            found.filter((other) => other !== finding).map(({ fingerprint }) => fingerprint),
          );
        }
      },
    ),
    { numRuns: 20 },
  );
});

/** Two requests of an enterprise, carried in and carried on: a table that is filled in and ties. */
const carriedThrough: Figures = new Map(
  ['carried-in', 'carried-out'].flatMap((row) => ['enterprise', 'total'].map((column) => [request(row, column), 2])),
);

test('with the rule off, the relations are reported each by its own rule', () => {
  const text = print(new Map([...carriedThrough, ['requests/received/natural-person', 1]]), 'tsv');
  const { findings } = check(text, { rules: { [inconsistent]: 'off' } });
  expect(findings.map(({ rule }) => rule)).toEqual(['relation/applicant-total', 'relation/request-balance']);
  const cell = { table: 'requests', row: 'received', column: 'natural-person' };
  for (const { span, suspect } of findings) expect(suspect).toEqual({ cell, span, reported: '1', expected: 0 });
  expect(check(text).findings.map(({ rule }) => rule)).toEqual([inconsistent]);
});

test('a total of table four is named where only it can be wrong, or the digits are transposed', () => {
  const cases = (values: readonly number[]): Figures =>
    new Map(
      ['upheld', 'corrected', 'otherwise', 'pending', 'total'].map((outcome, i) => [
        `review/cases/reconsideration.${outcome}`,
        values[i] as number,
      ]),
    );
  const suspects = (values: readonly number[]): unknown =>
    relationFindings(print(cases(values), 'tsv')).map(({ rule, suspect }) => [rule, suspect?.expected]);
  expect(suspects([1, 1, 1, 0, 0])).toEqual([['relation/case-total', 3]]);
  expect(suspects([10, 1, 1, 0, 21])).toEqual([['relation/case-total', 12]]);
  expect(suspects([4, 1, 1, 0, 7])).toEqual([['relation/case-total', undefined]]);
});
