/** What is told of the place under the pointer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../server/src/features/hover/hover';
import { boundCellsOf, foundTables, readPlaces } from '../../server/src/features/locate';
import { printReport } from '../../server/src/standard/blank-form';
import type { EditionId } from '../../server/src/standard/edition';
import { editionOf } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { printed } from '../support/printed';
import { linesOf, marked, onlyReport } from './hovers';
import { allSamples } from './sample-texts';

const issuer = '云岭县清溪镇人民政府';
const eols = ['\n', '\r\n', '\r'] as const;

/** Lines of what is told at the `▮` in `text`. */
function told(text: string): readonly string[] {
  const { snapshot, offset } = marked(text);
  return linesOf(hoverAt(snapshot, offset));
}

/** A report for 2023 with some figures, each by `table/row/column`. */
function reportWith(figures: Readonly<Record<string, string>> = {}, edition: EditionId = '2021', year = 2023): string {
  return printed({ layout: 'bar-row', edition, issuer, year, figures });
}

const oneReceived = {
  'requests/received/natural-person': '12',
  'requests/received/total': '12',
  'requests/granted/natural-person': '10',
  'requests/granted/total': '10',
  'requests/disposed/natural-person': '10',
  'requests/disposed/total': '10',
  'requests/carried-out/natural-person': '1',
  'requests/carried-out/total': '1',
};

describe.each(['2021', '2019'] as const)('in the %s form', (id) => {
  const edition = editionOf(id);
  const year = id === '2021' ? 2023 : 2020;
  const cases = layouts.map((layout, i) => [layout, eols[i % eols.length] ?? '\n'] as const);

  test.each(cases)('%s: every cell is told by its row, its column and its figure', (layout, eol) => {
    let next = 0;
    const text = printReport(edition, { layout, issuer, year, eol, figures: () => String(next++) });
    const snapshot = snapshotOf(text, {});
    const report = onlyReport(snapshot);
    let cells = 0;
    for (const table of foundTables(report)) {
      for (const located of table.rows.flatMap((row) => boundCellsOf(report, table, row))) {
        const hover = hoverAt(snapshot, located.cell.span.start);
        const [title = ''] = linesOf(hover);
        expect(hover?.span).toEqual(located.cell.span);
        expect(title).toContain(located.column.label);
        expect(title).toContain(`：${located.cell.raw.trim()}`);
        if (table.table !== 'review') expect(title).toContain(located.row.label);
        cells++;
      }
    }
    expect(cells).toBe(next);
  });

  test.each(cases)('%s: every column’s header tells what is counted under it', (layout, eol) => {
    const text = printReport(edition, { layout, issuer, year, eol });
    const snapshot = snapshotOf(text, {});
    const titles = new Set<string>();
    for (const table of foundTables(onlyReport(snapshot))) {
      for (let at = table.span.start; at < table.span.end; at++) titles.add(linesOf(hoverAt(snapshot, at))[0] ?? '');
    }
    const { disclosure, requests } = edition.tables;
    const columns = [...disclosure.rows, ...requests.rows].flatMap((row) => row.columns);
    for (const { label } of columns) expect(titles).toContain(`# ${label}`);
    for (const group of ['行政复议', '未经复议直接起诉', '复议后起诉']) {
      expect(titles).toContain(`# ${group}`);
      expect(titles).toContain(`# ${group}·结果维持`);
    }
    expect(titles).toContain('# （三）不予公开');
    expect(titles).toContain('# 第二十条第（一）项');
  });
});

test('a cell: what is counted, each equation with its figures, and what the prose says of it', () => {
  const text = reportWith(oneReceived).replace('未收到政府信息公开申请', '收到政府信息公开申请11件');
  expect(told(text.replace('申请数量 |  |  | 12 | 0', '申请数量 |  |  | ▮12 | 0'))).toEqual([
    '# 一、本年新收政府信息公开申请数量 · 自然人：12件',
    '1月1日至12月31日收到的申请，以后撤回或合并的也计入（条例第三十一条：收到之日）。',
    '“自然人”列：自然人提出的申请。',
    '勾稽关系：',
    '- ✗ “自然人”列：本年新收 12 + 上年结转 0 = 办理结果总计 10 + 结转下年度 1（左边12，右边11，相差1）',
    '- ✓ “本年新收”行：自然人 12 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 总计 12',
    '依据：条例第三十一条',
    expect.stringMatching(/^! relation\/inconsistent-figure 填错的数｜.*表的勾稽关系$/),
  ]);
  const total = told(text.replace('0 | 0 | 0 | 0 | 0 | 12 |', '0 | 0 | 0 | 0 | 0 | 12▮ |'));
  expect(total).toContain('正文的说法：');
  expect(total).toContain('- ✗ “2023年收到政府信息公开申请11件”与表格不一致');
});

test('a long sum leaves out what is 0, but not the cell itself', () => {
  const text = reportWith({ ...oneReceived, 'requests/partly-granted/natural-person': '▮0' });
  expect(told(text)).toContain('- ✓ “自然人”列：予以公开 10 + 部分公开 0（其余19项为0） = 办理结果总计 10');
});

test('what cannot be reckoned says why', () => {
  const text = reportWith({ ...oneReceived, 'requests/carried-in/natural-person': '若干' });
  expect(told(text.replace('申请数量 |  |  | 12 | 0', '申请数量 |  |  | ▮12 | 0'))).toContain(
    '- – “自然人”列：本年新收 12 + 上年结转 若干 = 办理结果总计 10 + 结转下年度 1（无法判断：“自然人”列二、上年结转政府信息公开申请数量填的“若干”不是数字）',
  );
});

test('a blank cell says that it is blank, and counts as 0', () => {
  const lines = told(reportWith({ 'requests/received/natural-person': '▮' }));
  expect(lines[0]).toBe('# 一、本年新收政府信息公开申请数量 · 自然人：空白，没有填');
  expect(lines).toContain('- ✓ “自然人”列：本年新收 空白 + 上年结转 0 = 办理结果总计 0 + 结转下年度 0（空白按0计）');
});

test('a statement: the cells that it restates, and whether it agrees', () => {
  const text = reportWith(oneReceived);
  const saying = (words: string): readonly string[] => told(text.replace('未收到政府信息公开申请', words));
  expect(saying('收到政府信息公开申请▮12件')).toEqual([
    '# 正文：“2023年收到政府信息公开申请12件”',
    '表中对应的数：',
    '- 本年新收·总计 12',
    '✓ 正文与表格一致',
  ]);
  expect(saying('收到政府信息公开申请十▮一件')).toEqual([
    '# 正文：“2023年收到政府信息公开申请十一件”',
    '表中对应的数：',
    '- 本年新收·总计 12',
    '✗ 正文与表格不一致',
  ]);
  expect(saying('未收到政府▮信息公开申请')).toContain('✗ 正文与表格不一致');
});

test('a statement whose table is missing says so, and names no figure', () => {
  const text = reportWith();
  const start = text.indexOf('（本列数据');
  const cut = text.slice(0, start) + text.slice(text.indexOf('四、政府信息公开行政复议'));
  expect(told(cut.replace('未收到政府', '未收▮到政府'))).toEqual([
    '# 正文：“2023年未收到政府信息公开申请”',
    '– 无法判断：没有第三部分“收到和处理政府信息公开申请情况”表',
  ]);
});

test('a fee stands in no table', () => {
  expect(told(reportWith().replace('未收取政府信息公开信息', '未收▮取政府信息公开信息'))).toContain(
    '信息处理费写在第六部分，单位是元，表格里没有这一项。',
  );
});

test('a row’s label: what is counted', () => {
  expect(told(reportWith().replace('4.保护第三方', '4.保护▮第三方'))).toEqual([
    '# 4.保护第三方合法权益',
    '涉及商业秘密、个人隐私，公开会损害第三方合法权益（条例第十五条、第三十二条）。',
    '依据：条例第十五条、条例第三十二条',
  ]);
});

test('a section’s heading: what the format asks of it, and the clause', () => {
  expect(told(reportWith().replace('五、存在的', '五、存▮在的'))).toEqual([
    '# 五、存在的主要问题及改进情况',
    '写明存在的主要问题和改进情况，两方面都要有（条例第五十条）。',
    '依据：条例第五十条、《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）',
  ]);
});

test('the title: whose report it is, and the format that applies', () => {
  expect(told(`▮${reportWith({}, '2019', 2020)}`)).toEqual([
    '# 政府信息公开工作年度报告',
    `- 机关：${issuer}`,
    '- 类别：乡镇人民政府',
    '- 年度：2020',
    '- 适用的格式：2019年版（国办公开办函〔2019〕60号）',
    '依据：《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）',
  ]);
});

test('a cited clause: what it requires', () => {
  expect(told(reportWith().replace('按照条例第二十条', '按照条例第▮二十条')).slice(0, 2)).toEqual([
    '# 条例第二十条',
    '- 列出应当主动公开的政府信息；第二部分的表按它的各项排列。',
  ]);
});

test('table two of another edition: that it is, and nothing of its figures', () => {
  const text = reportWith({ 'disclosure/normative-documents/made': '▮7' }, '2019').replace('2020年', '2023年');
  expect(told(text)[0]).toBe('这张表是2019年版的，本报告适用2021年版，表中的数没有核对。');
});

test('a report of before 2019: that it is not audited, and nothing else', () => {
  const old = reportWith().replaceAll('2023', '2017');
  const only = ['没有审核：2019年以前的年度报告按旧条例编制，格式不同，不作审核'];
  expect(told(`▮${old}`)).toEqual(only);
  expect(told(old.replace('一、总体情况', '一、总体▮情况'))).toEqual(only);
  expect(told(old.replace('未收到政府信息', '未收▮到政府信息'))).toEqual([]);
  expect(told(old.replace('按照条例第二十条', '按照条例第▮二十条'))).toEqual([]);
});

test('in a compilation each report tells of itself', () => {
  const first = reportWith(oneReceived);
  const second = reportWith({}, '2019', 2020).replaceAll(issuer, '云岭县水务局');
  const lines = told(`${first}\n▮${second}`);
  expect(lines).toContain('- 机关：云岭县水务局');
  expect(lines).toContain('- 适用的格式：2019年版（国办公开办函〔2019〕60号）');
});

test('where nothing is known nothing is told', () => {
  expect(told(reportWith().replace('强业务培训', '强▮业务培训'))).toEqual([]);
  expect(told('关于召开会▮议的通知\n')).toEqual([]);
});

test('no cut of a sample makes it fail, and what it tells of lies in the text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allSamples), fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, share) => {
      const cut = text.slice(0, Math.floor(text.length * share));
      const snapshot = snapshotOf(cut, {});
      for (const { report, start } of readPlaces(snapshot)) {
        const places = [
          0,
          ...report.facts.map(({ span }) => span.start),
          ...foundTables(report).map(({ span }) => span.end),
        ];
        for (const place of places) {
          const span = hoverAt(snapshot, start + place)?.span;
          if (span !== undefined)
            expect(0 <= span.start && span.start <= span.end && span.end <= cut.length).toBe(true);
        }
      }
      for (let at = 0; at <= cut.length; at += 97) linesOf(hoverAt(snapshot, at));
    }),
    { numRuns: 60 },
  );
});
