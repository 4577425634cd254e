/** The workbook and the papers: what is in them, within the limits of spreadsheets, and as LibreOffice reads them. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writePaper } from '../../server/src/office/write-paper';
import { sheetLimits, writeWorkbook } from '../../server/src/office/write-workbook';
import { csvFormat } from '../../server/src/output/csv-format';
import type { Run } from '../../server/src/output/output-format';
import { runOf, wholeOutput } from '../../server/src/output/output-format';
import { paperOf } from '../../server/src/output/paper-format';
import { auditText } from '../../server/src/output/result-of';
import type { Sheet, Workbook } from '../../server/src/output/workbook';
import { workbookOf } from '../../server/src/output/workbook-format';
import { convertedBy, reads } from '../support/libre-office';
import { printed } from '../support/printed';
import { findingOf, hostileRun, hostileWords, resultWith, sampleRun, tool } from '../support/runs';

const rowsOf = ({ sheets }: Workbook, name: string): readonly unknown[][] =>
  [...(sheets.find((sheet) => sheet.name === name)?.rows ?? [])].map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell)),
  );

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

const sheetOf = (rows: Sheet['rows'], length: number): Workbook => ({
  sheets: [{ name: '表', widths: [10], heads: [['头']], frozenColumns: 1, kind: 'filtered', length, rows }],
});

describe('the workbook', () => {
  test('has what the run comes to, its reports, its findings, and its figures by edition', () => {
    const run = sampleRun();
    const workbook = workbookOf(run);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      '概况',
      '各机关',
      '问题',
      '数据汇总',
      '数据汇总（2019版）',
    ]);
    for (const { length, rows, heads, widths } of workbook.sheets) {
      const all = [...rows];
      expect(all).toHaveLength(length);
      for (const row of [...heads, ...all]) expect(row.length).toBeLessThanOrEqual(widths.length);
    }
    expect(rowsOf(workbook, '概况')[0]).toEqual(['审核（份）', run.totals.results.audited]);
    expect(rowsOf(workbook, '各机关').at(-1)?.slice(-2)).toEqual(['失败：找不到该文件或文件夹', '没有.txt']);
    expect(rowsOf(workbook, '问题')[0]?.slice(1, 6)).toEqual([98, 2, '岚川县红岩镇人民政府', 2023, '错误']);
  });

  test('figures are numbers, blanks stay blank, and what was not read is marked', () => {
    const figures = {
      'disclosure/licences/decisions': '12',
      'disclosure/fees/fee': '4068.208',
      'disclosure/penalties/decisions': '',
    };
    const others = { 'requests/received/natural-person': '/', 'requests/received/enterprise': '若干' };
    const text = printed({ layout: 'markdown', figures: { ...figures, ...others } });
    const cut = text.replace(/^\| +行政强制 .*\n/m, '');
    const results = auditText('a.md', cut, {}, ['figures']);
    const { sheets } = workbookOf(runOf(tool, results));
    const sheet = sheets.find(({ name }) => name === '数据汇总');
    const names = sheet?.heads[1]?.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell)) ?? [];
    const [row = []] = [...(sheet?.rows ?? [])];
    const at = (name: string): unknown => row[names.indexOf(name)];
    expect(names).toHaveLength(204);
    expect(new Set(names).size).toBe(204);
    expect([at('行政许可·本年处理决定数量'), at('行政事业性收费·本年收费金额（万元）')]).toEqual([12, 4068.208]);
    expect(at('行政处罚·本年处理决定数量')).toBe(null);
    expect(at('行政强制·本年处理决定数量')).toEqual({ value: '未读出', look: 'odd' });
    expect([at('本年新收·自然人'), at('本年新收·商业企业')]).toEqual([
      { value: '/', look: 'odd' },
      { value: '若干', look: 'odd' },
    ]);
    expect(at('行政复议·总计')).toBe(0);
  });

  test('the same bytes each time, frozen heads, filters', async () => {
    const bytes = await writeWorkbook(workbookOf(sampleRun()));
    expect(await writeWorkbook(workbookOf(sampleRun()))).toEqual(bytes);
    const { 'xl/worksheets/sheet4.xml': sheet = '' } = partsOf(bytes);
    expect(sheet).toContain('<pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toMatch(/<autoFilter ref="A2:GV\d+"\/>/);
    expect(sheet).not.toContain('<f>');
  });

  test('a cell holds 32,767 characters: what is longer is cut, and that is said', async () => {
    const texts = [...['好', '𠮷', '\u202e', '_x0041_'].map((words) => words.repeat(40_000)), '好'.repeat(32_000)];
    const rows = texts.map((text) => [text]);
    const parts = partsOf(await writeWorkbook(sheetOf(rows, rows.length)));
    const cells = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(
      ([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('_x005F_', '_'),
    );
    for (const text of cells) expect(text.length).toBeLessThanOrEqual(sheetLimits.characters);
    const [, chinese, rare, unseen, escaped, short] = cells;
    const saidCut = '…（太长，一格放不下，后面省略 \\d+ 字）$';
    for (const [text, word] of [
      [chinese, '好'],
      [rare, '𠮷'],
      [unseen, '<U\\+202E>'],
      [escaped, '_x0041_.*'],
    ] as const) {
      expect(text).toMatch(new RegExp(`^(?:${word})+${saidCut}`, 'u'));
    }
    expect(short).toBe('好'.repeat(32_000));
  });

  test('a sheet holds 1,048,576 rows: the others go on the next one, under the same heads', async () => {
    expect(sheetLimits.rows).toBe(1_048_576);
    const rows = Array.from({ length: 25 }, (_, i) => [i]);
    const parts = partsOf(await writeWorkbook(sheetOf(rows, rows.length), 11));
    const sheets = Object.keys(parts).filter((path) => path.includes('worksheets/'));
    expect(sheets).toHaveLength(3);
    expect(sheets.map((path) => parts[path]?.match(/<row /g)?.length)).toEqual([11, 11, 6]);
    expect([...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '表',
      '表（续1）',
      '表（续2）',
    ]);
    expect(parts['xl/worksheets/sheet3.xml']).toContain('<v>20</v>');
  });
});

describe('papers', () => {
  const texts = (run: Run): readonly string[] =>
    paperOf(run).blocks.flatMap((block) =>
      'text' in block ? [`${'lead' in block ? (block.lead ?? '') : ''}${block.text}`] : [],
    );

  test('one body: the opinion, section by section', () => {
    const report = sampleRun().results.filter(({ record }) => record.issuer === '岚川县红岩镇人民政府');
    const run = runOf(tool, report);
    expect(paperOf(run).title).toBe('关于岚川县红岩镇人民政府2023年政府信息公开工作年度报告的审核意见');
    expect(texts(run)).toMatchInlineSnapshot(`
      [
        "关于岚川县红岩镇人民政府2023年政府信息公开工作年度报告的审核意见",
        "岚川县红岩镇人民政府：",
        "依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），对你单位2023年政府信息公开工作年度报告进行了审核。表内42条勾稽关系，成立40条，不成立2条，无法判断0条。发现问题1处，其中错误1处。请对照下列意见修改后重新报送。",
        "一、第三部分“收到和处理政府信息公开申请情况”",
        "（一）填错的数（错误）",
        "“商业企业”列（一）予以公开填的是8，应为3，与2项勾稽关系不符（“商业企业”列（一）至（六）各项合计8、（七）总计3；“（一）予以公开”行各类申请人合计12、总计7），改正后全部成立。",
        "位置：“商业企业”列（一）予以公开，第98行第2列，填的是8，应为3。",
        "依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）第三部分、第四部分表的勾稽关系。",
        "改法：把“商业企业”列（一）予以公开改为3。",
        "（审核单位）",
        "　　年　　月　　日",
      ]
    `);
  });

  test('several: the circular, with an opinion for each body in whose reports something was found', () => {
    const run = sampleRun();
    const said = texts(run);
    expect(said[0]).toBe('关于政府信息公开工作年度报告审核情况的通报');
    expect(
      said.filter((text) => /^[一二三四]、(总体情况|共性问题|各单位情况|没有审核的文件)$/.test(text)),
    ).toHaveLength(4);
    const bodies = new Set(run.results.flatMap(({ record }) => (record.findings.length > 0 ? [record.issuer] : [])));
    expect(said.filter((text) => /^附件\d+$/.test(text))).toHaveLength(bodies.size);
    const tables = paperOf(run).blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ rows }) => rows.length)).toEqual([run.totals.results.audited, 4]);
  });

  test('a province: the gravest have room, and how many have none is said', () => {
    const error = findingOf('错', { severity: 'error' });
    const many = Array.from({ length: 1200 }, (_, i) =>
      resultWith(i % 4 === 0 ? [error, error] : [error], `${i}.txt`, `第${i}镇`),
    );
    const said = texts(runOf(tool, many));
    expect(said).toContain('表中只列问题最多的1000份，另有200份没有列出，见 xlsx 或者 html 格式的结果。');
    expect(said).toContain('附件只有问题最多的300个单位的审核意见，另有900个单位没有附，可以按单位单独生成。');
    expect(said.filter((text) => /^附件\d+$/.test(text))).toHaveLength(300);
    expect(said).toContain('第1196镇：');
    expect(said).not.toContain('第1199镇：');
  });

  test('the same bytes each time', async () => {
    expect(await writePaper(paperOf(sampleRun()))).toEqual(await writePaper(paperOf(sampleRun())));
  });
});

/** In milliseconds: it takes its time to start, on a machine with other work to do most of all. */
const patience = 240_000;

const shownWords = hostileWords.filter((words) => !/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u.test(words));

describe.skipIf(!reads('spreadsheets'))(
  'LibreOffice Calc (skipped where it is not installed)',
  { timeout: patience },
  () => {
    const cellsOf = (fods: string): readonly string[] =>
      [...fods.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, text = '']) =>
        text
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&apos;', "'")
          .replaceAll('&amp;', '&'),
      );

    test('opens the workbook: numbers as numbers, words as words, no formula', async () => {
      const fods = convertedBy('a.xlsx', await writeWorkbook(workbookOf(hostileRun())), { to: 'fods' }).toString(
        'utf8',
      );
      expect(fods).not.toContain('table:formula');
      expect(cellsOf(fods)).toEqual(expect.arrayContaining(shownWords));
      expect([...fods.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
        '概况',
        '各机关',
        '问题',
        '数据汇总',
      ]);
      const samples = convertedBy('b.xlsx', await writeWorkbook(workbookOf(sampleRun())), { to: 'fods' }).toString(
        'utf8',
      );
      expect(samples.match(/office:value-type="float"/g)?.length).toBeGreaterThan(1000);
    });

    test('opens the CSV with the UTF-8 filter: no formula, all the words', () => {
      const text = wholeOutput(csvFormat, hostileRun());
      const filter = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
      const fods = convertedBy('a.csv', text, { to: 'fods', filter }).toString('utf8');
      expect(fods).not.toContain('table:formula');
      const cells = cellsOf(fods);
      for (const words of shownWords) {
        expect(
          cells.some((cell) => cell === words || cell === `'${words}`),
          words,
        ).toBe(true);
      }
      expect(cells).toContain('f0123456789012345');
    });
  },
);

describe.skipIf(!reads('documents'))(
  'LibreOffice Writer (skipped where it is not installed)',
  { timeout: patience },
  () => {
    const textOf = async (run: Run): Promise<string> =>
      convertedBy('a.docx', await writePaper(paperOf(run)), { to: 'txt:Text (encoded):UTF8' }).toString('utf8');

    test('opens the circular', async () => {
      const text = await textOf(sampleRun());
      for (const words of ['审核情况的通报', '共性问题', '附件1', '改法：', '找不到该文件或文件夹'])
        expect(text).toContain(words);
    });

    test('hostile words are words', async () => {
      const text = await textOf(
        runOf(
          tool,
          hostileWords.map((words) => resultWith([findingOf(words)], 'a.txt', words)),
        ),
      );
      for (const words of shownWords) expect(text).toContain(words);
    });
  },
);
