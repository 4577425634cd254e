/** Tables as converters, page breaks and half-filled forms leave them, each with what must be read. */
import { describe, expect, test } from 'vitest';
import { auditReport } from '../../server/src/audit/audit';
import { readReports } from '../../server/src/report/read-reports';
import { printForm } from '../../server/src/standard/blank-form';
import type { TableId } from '../../server/src/standard/edition';
import { parse } from '../../server/src/syntax/parse';
import type { Layout } from '../../server/src/text/layout';
import { textOf } from '../../server/src/text/span';
import { toldOf as told } from '../support/told';
import { edition, formOf, misread, readWhole, reportIn, reportWith, rowsRead } from '../syntax/reading';

const markdown = (table: TableId): string => formOf(table, 'markdown');

/** The rules about tables that speak of a report whose table `table` stands there as `text`. */
function toldOf(table: TableId, text: string): readonly string[] {
  const report = readWhole(reportIn('markdown', { [table]: text }));
  const rules = auditReport(report, {}).findings.map((finding) => finding.rule);
  return rules.filter((rule) => rule.startsWith('table/') && rule !== 'table/nonstandard-row-label');
}

function unreadOf(table: TableId, text: string): readonly string[] {
  const report = readWhole(reportIn('markdown', { [table]: text }));
  const reading = report.tables[table];
  return reading.state === 'missing' ? ['missing'] : reading.unread.map((span) => textOf(report.text, span));
}

/** The rows of a Markdown form as lists of cells. */
function rowsOf(table: TableId): string[][] {
  const lines = markdown(table).split('\n');
  return lines
    .filter((line) => line !== '' && !line.includes('---'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
}

const cases = 'cases: 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31';

describe('nothing is taken for the figures of table four but its figures', () => {
  const lines = markdown('review').split('\n');
  const rows = lines.filter((line) => line !== '' && !line.includes('---'));
  const figures = rows[rows.length - 1] as string;
  const head = rows.slice(0, -1);
  const bars = (cell: string): string => `|${` ${cell} |`.repeat(15)}`;

  test.each<[string, readonly string[]]>([
    ['a blank header row', [bars(''), bars('---'), ...head, figures]],
    ['a blank row before them', [head[0] as string, bars('---'), ...head.slice(1), bars(''), figures]],
    ['a bar before them', [head[0] as string, bars('---'), ...head.slice(1), '|', figures]],
    ['a delimiter row of single hyphens', [head[0] as string, bars('-'), ...head.slice(1), figures]],
    ['a row of hyphens before them', [...head, bars('-'), figures]],
    [
      'the numbers of columns above',
      [
        `|  | ${Array.from({ length: 15 }, (_, i) => i).join(' | ')} |`,
        bars('---'),
        ...[...head, figures].map((row, i) => `| ${i} ${row}`),
      ],
    ],
  ])('%s', (_, table) => {
    expect(rowsRead('review', `${table.join('\n')}\n`).slice(1)).toEqual([cases]);
  });

  test('an empty <tr> before them', () => {
    const text = formOf('review', 'html').replace('<tr><td>17', `<tr>${'<td></td>'.repeat(15)}</tr>\n<tr><td>17`);
    expect(rowsRead('review', text)).toEqual(['html', cases]);
  });

  test('three tables of five columns', () => {
    const all = figures.slice(2, -2).split(' | ');
    const tables = ['行政复议', '未经复议直接起诉', '复议后起诉'].map((group, i) =>
      [
        `| ${group} |  |  |  |  |`,
        '| --- | --- | --- | --- | --- |',
        '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
        `| ${all.slice(5 * i, 5 * i + 5).join(' | ')} |`,
      ].join('\n'),
    );
    expect(rowsRead('review', `${tables.join('\n\n')}\n`)).toEqual(['markdown', cases]);
  });
});

const disclosure = [
  'administrative-rules: 10 11 12',
  'normative-documents: 13 14 15',
  'licences: 16',
  'penalties: 17',
  'coercion: 18',
  'fees: 19',
];

describe('figures before their labels', () => {
  const groups = [
    ['10', '11', '12', '规章'],
    ['13', '14', '15', '行政规范性文件'],
    ['16', '行政许可'],
    ['17', '行政处罚'],
    ['18', '行政强制'],
    ['19', '行政事业性收费'],
  ];

  test('are bound in order where as many figures as the rows have stand between as many labels', () => {
    const text = `信息内容\n本年制发件数\n${groups.flat().join('\n')}\n`;
    expect(rowsRead('disclosure', text).slice(1)).toEqual(disclosure);
    expect(rowsRead('disclosure', `信息内容\n\n${groups.flat().join('\n\n')}\n`).slice(1)).toEqual(disclosure);
  });

  test('make the rows ambiguous where one is missing, and none has its neighbour’s', () => {
    const text = `信息内容\n本年制发件数\n${groups
      .flat()
      .filter((word) => word !== '17')
      .join('\n')}\n`;
    const read = rowsRead('disclosure', text).slice(1);
    expect(read.filter((row) => !row.includes('?') && !disclosure.includes(row))).toEqual([]);
    expect(toldOf('disclosure', text)).toContain('table/unread-figures');
  });

  test('in the rows of a Markdown table they are named', () => {
    const text = markdown('disclosure').replace('| 规章 | 10 | 11 | 12 |', '| 10 | 11 | 12 | 规章 |');
    expect(unreadOf('disclosure', text)).toEqual(['10', '11', '12']);
    expect(toldOf('disclosure', text)).toContain('table/unread-figures');
  });
});

describe('labels', () => {
  test.each(['markdown', 'spaced', 'html'] as const)('end before their brackets, in %s', (layout) => {
    const text = formOf('disclosure', layout)
      .replace('规章', '规章（县级无此项）')
      .replace('行政规范性文件', '行政规范性文件（含“规程”“规则”等）')
      .replace('行政许可', '行政许可（含初审）')
      .replace('行政强制', '行政强制（不含行政处罚）');
    expect(rowsRead('disclosure', text).slice(1)).toEqual(disclosure);
    expect(toldOf('disclosure', text)).toEqual([]);
  });

  test.each([
    ['四、结转下年度继续办理', '四、结转下一（年）度继续办理'],
    ['四、结转下年度继续办理', '四、结转下一年度继续办理'],
    ['（七）总计', '七、总计'],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开（区分处理）'],
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正不再处理'],
  ])('%s as %s', (label, variant) => {
    expect(misread(reportIn('markdown', { requests: markdown('requests').replace(label, variant) }))).toEqual([]);
  });

  test('two of them in one make the row ambiguous', () => {
    const merged = '1.2.本机关不掌握相关政府信息没有现成信息需要另行制作';
    const spaced = formOf('requests', 'spaced');
    const text = spaced.replace(/1\.本机关不掌握相关政府信息(?: \d+)+\n2\.没有现成信息需要另行制作/, merged);
    expect(rowsRead('requests', text)).toContain('unable-to-be-made?: 22 23 24 25 26 27 28');
    expect(toldOf('requests', text)).toContain('table/unread-figures');
  });

  test('one that is lost leaves its figures to nobody', () => {
    const text = markdown('requests').replace('| 2.重复申请 |', '|  |');
    expect(unreadOf('requests', text)).toEqual(['43', '44', '45', '46', '47', '48', '49']);
    const bars = formOf('requests', 'bar-line').replace(
      /(2\.重复申请 \|\n)(?:\d+ \|[ |]*\n){7}3\.要求提供公开出版物 \|\n/,
      `$1${'|\n'.repeat(7)}`,
    );
    expect(rowsRead('requests', bars)).toContain('declined-repeated?: 50 51 52 53 54 55 56');
  });

  test('with figures stuck to them are found, and read where there is one figure', () => {
    const text = '规章000\n行政规范性文件123\n行政许可12\n行政处罚7\n行政强制0\n行政事业性收费0\n';
    expect(rowsRead('disclosure', text).slice(1)).toEqual([
      'administrative-rules?: 000',
      'normative-documents?: 123',
      'licences: 12',
      'penalties: 7',
      'coercion: 0',
      'fees: 0',
    ]);
    expect(toldOf('disclosure', text)).toEqual(['table/row-width', 'table/row-width']);
  });

  test('a note in a head names no row', () => {
    const head = formOf('disclosure', 'spaced').replace('本年处理决定数量', '本年处理决定数量（指2023年事项数）');
    expect(rowsRead('disclosure', head).slice(1)).toEqual(disclosure);
    expect(toldOf('disclosure', head)).toEqual([]);
  });
});

describe('heads', () => {
  test('商业企业 … 其他 over dashes has no figures', () => {
    const dashes = `|${' - |'.repeat(10)}`;
    const text = markdown('requests').replace(/(\|[^\n]*\| 商业企业 \|[^\n]*\n)/, `$1${dashes}\n`);
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });
});

describe('cells that span others', () => {
  test('are printed once for each column', () => {
    const text = rowsOf('disclosure')
      .map((cells) => cells.map((cell, i) => cell || cells.slice(0, i).findLast((before) => before !== '') || ''))
      .map((cells, i) => `| ${cells.join(' | ')} |\n${i === 0 ? '| --- | --- | --- | --- |\n' : ''}`)
      .join('');
    expect(text).toContain('| 行政许可 | 16 | 16 | 16 |');
    expect(rowsRead('disclosure', text)).toEqual(['markdown', ...disclosure]);
    expect(toldOf('disclosure', text)).toEqual([]);
  });

  test.each(['None', 'nan', 'NaN', '<NA>', 'Unnamed: 2'])('are %s', (mark) => {
    const text = rowsOf('disclosure')
      .map((cells) => cells.map((cell) => (cell === '' ? mark : cell)))
      .map((cells, i) => `| ${cells.join(' | ')} |\n${i === 0 ? '| --- | --- | --- | --- |\n' : ''}`)
      .join('');
    expect(rowsRead('disclosure', text)).toEqual(['markdown', ...disclosure]);
  });
});

describe('comma-separated', () => {
  const record = (cells: readonly string[]): string =>
    cells.map((cell) => (/[，,、]/.test(cell) ? `"${cell}"` : cell)).join(',');

  test.each(['disclosure', 'requests', 'review'] as const)('table %s', (table) => {
    const text = `${rowsOf(table).map(record).join('\n')}\n`;
    expect(misread(reportIn('markdown', { [table]: text }))).toEqual([]);
    expect(toldOf(table, text)).toEqual([]);
  });

  test('a quoted field over two lines', () => {
    const text = `${rowsOf('requests').map(record).join('\n')}\n`.replace(
      '3.危及“三安全一稳定”',
      '"3.危及\n“三安全一稳定”"',
    );
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });

  test('lists as programs print them', () => {
    const list = (cells: readonly string[]): string =>
      `[${cells.map((cell) => (cell === '' ? 'None' : `'${cell}'`)).join(', ')}]`;
    const text = `${rowsOf('disclosure').map(list).join('\n')}\n`;
    expect(rowsRead('disclosure', text).slice(1)).toEqual(disclosure);
  });

  test('a sentence with commas is none', () => {
    const report = readWhole(
      reportIn('markdown').replace('（一）主动公开情况。', '公开条例,规章,文件\n发布信息,共12条\n'),
    );
    expect(report.tables.disclosure.state).toBe('found');
  });
});

describe('page breaks of several empty lines', () => {
  const layouts: readonly Layout[] = [
    'markdown',
    'spaced',
    'stacked',
    'tsv',
    'bar-line',
    'bar-row',
    'tab-cell',
    'bar-alone',
  ];
  test.each(layouts)('in %s', (layout) => {
    const text = formOf('requests', layout).replace(/\n([^\n]*4\.保护第三方)/, '\n\n\n\n\n\n\n\n$1');
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });
});

describe('text taken from a PDF', () => {
  const spaced = formOf('requests', 'spaced');

  test('a label on three lines, its figures on the one in the middle', () => {
    const text = spaced.replace(
      /1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请((?: \d+)+)/,
      '1.申请人无正当理由逾期不补\n正、行政机关不再处理其政 $1\n府信息公开申请',
    );
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });

  test('a group’s label pushed into it', () => {
    const text = spaced.replace(
      /（六）其他处理 1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请((?: \d+)+)/,
      '      1.申请人无正当理由逾期不补正、行政\n（六）其他处理 机关不再处理其政府信息公开申 $1\n 请',
    );
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });

  test('narrow labels with the figures on their first line', () => {
    const text = spaced.replace(/(\n(?:（.）\S+ )?\d\.\S{2})(\S+)((?: \d+){7})/g, '$1 $3\n $2');
    expect(misread(reportIn('markdown', { requests: text }))).toEqual([]);
  });
});

describe('on one line', () => {
  test.each(['disclosure', 'requests', 'review'] as const)('table %s', (table) => {
    const text = `${formOf(table, 'spaced').trim().replaceAll('\n', ' ')}\n`;
    expect(misread(reportIn('markdown', { [table]: text }))).toEqual([]);
  });

  test('the whole report', () => {
    const [title, ...rest] = reportIn('spaced').split('\n');
    const text = `${title}\n${rest.filter((line) => line !== '').join(' ')}\n`;
    const [reading] = readReports(parse(text));
    if (reading?.status !== 'read') throw new Error('not read');
    expect(reading.report.sections.map((section) => section.id)).toEqual(edition.sections.map((section) => section.id));
    expect(misread(text)).toEqual([]);
  });
});

describe('a form that is not filled in', () => {
  const labels = (table: TableId): string =>
    printForm(edition.tables[table], 'stacked', 'blank', '\n')
      .replaceAll('＿', '')
      .replace(/\n{2,}/g, '\n');

  test.each(['disclosure', 'requests', 'review'] as const)(
    'table %s, one label a line, is there and told once',
    (table) => {
      expect(toldOf(table, labels(table))).toEqual(['table/empty-cell']);
      expect(toldOf(table, labels(table).replaceAll('\n', '\n\n'))).toEqual(['table/empty-cell']);
    },
  );

  test('a Markdown table of labels', () => {
    const rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'];
    const text = `| 信息内容 |\n| --- |\n${rows.map((row) => `| ${row} |\n`).join('')}`;
    expect(toldOf('disclosure', text)).toEqual(['table/empty-cell']);
  });

  test('no fix puts a second table in', () => {
    const report = readWhole(reportIn('markdown', { disclosure: labels('disclosure') }));
    const titles = told(auditReport(report, {})).flatMap((finding) => finding.fixes().map((fix) => fix.title));
    expect(titles.filter((title) => title.includes('表格'))).toEqual([]);
  });

  test('half of it filled: columns are kept, blanks are told once a row, and every edit is there at most twice', () => {
    const half = markdown('requests')
      .split('\n')
      .map((line, i) => (i > 5 && i % 2 === 1 ? line.replace(/\| \d+ \| \d+ \| \d+ \|/, '|  |  |  |') : line))
      .join('\n');
    const report = readWhole(reportIn('markdown', { requests: half }));
    const findings = told(auditReport(report, {})).filter((finding) => finding.rule === 'table/empty-cell');
    expect(toldOf('requests', half)).not.toContain('table/row-width');
    expect(findings).toHaveLength(11);
    const edits = findings.flatMap((finding) => finding.fixes().flatMap((fix) => fix.edits));
    const perPlace = new Map<number, number>();
    for (const { span } of edits) perPlace.set(span.start, (perPlace.get(span.start) ?? 0) + 1);
    expect(Math.max(...perPlace.values())).toBeLessThanOrEqual(2);
  });

  test('rows under merged labels keep their columns', () => {
    const text = markdown('requests').replace(
      /\| (\d+) \| (\d+) \| \d+ \| \d+ \| \d+ \| \d+ \| (\d+) \|/g,
      '| $1 | $2 |  |  |  |  | $3 |',
    );
    expect(rowsRead('requests', text)).toContain('granted: 34 35 _ _ _ _ 40');
    expect(rowsRead('requests', text)).toContain('carried-in: 27 28 _ _ _ _ 33');
  });

  test('most of it blank: one finding for the table', () => {
    const text = markdown('requests').replace(/\| (\d+) \|(?: \d+ \|){6}/g, `| $1 |${'  |'.repeat(6)}`);
    expect(toldOf('requests', text)).toEqual(['table/empty-cell']);
  });
});

describe('the reader never throws', () => {
  test.each([
    '|\n--|--\n3\n|\n5\n|\n',
    '|\n|\n|\n',
    '--|--\n',
    '+--+\n',
    '+--+\n|\n+--+\n',
    '---- ----\n',
    ',\n,\n',
    "['']\n",
    '┌─┐\n',
  ])('%j', (text) => {
    for (const table of ['disclosure', 'requests', 'review'] as const) {
      const [reading] = readReports(parse(reportWith({ [table]: text })));
      if (reading?.status === 'read') expect(() => auditReport(reading.report, {})).not.toThrow();
    }
  });
});

describe('items numbered 一、二、三、 within section one', () => {
  test.each(['markdown', 'spaced', 'html', 'tab-cell'] as const)('are no sections, in %s', (layout) => {
    const items = [
      '一、主动公开情况',
      '二、依申请公开情况',
      '三、政府信息管理情况',
      '四、平台建设情况',
      '五、监督保障情况',
    ];
    const text = reportIn(layout).replace(
      /（一）主动公开情况[\s\S]*?（五）监督保障情况[^\n]*/,
      items.map((item) => `${item}\n工作扎实推进。`).join('\n'),
    );
    const report = readWhole(text);
    expect(report.sections.map((section) => section.heading.title.text)).toEqual(
      edition.sections.map((section) => section.title),
    );
    const safe = told(auditReport(report, {})).flatMap((finding) =>
      finding.fixes().filter((fix) => fix.applicability === 'safe'),
    );
    expect(safe).toEqual([]);
  });
});

describe('a form that is not filled in, of which only its words are left', () => {
  const words = edition.tables.requests.form.flat().flatMap(({ text }) => (text === '' ? [] : [text]));
  /** In lines of five characters, last line first, as a PDF of narrow columns may give them. */
  const shuffled = (lines: readonly string[]): string =>
    lines
      .flatMap((line) => line.match(/.{1,5}/g) ?? [])
      .reverse()
      .map((line) => `${line}\n`)
      .join('\n');
  const rowsIn = (text: string): number => {
    const { requests } = readWhole(reportIn('markdown', { requests: text })).tables;
    return requests.state === 'missing' ? 0 : requests.rows.length;
  };
  const all = edition.tables.requests.rows.length;

  test('has all rows, and is told once to be empty', () => {
    expect(rowsIn(shuffled(words))).toBe(all);
    expect(toldOf('requests', shuffled(words))).toEqual(['table/empty-cell']);
    expect(rowsIn(`${shuffled(words)}- 3 -\n`)).toBe(all);
  });

  test.each<[string, readonly string[]]>([
    ['a figure', [...words, '3']],
    ['a dash', [...words, '—']],
    ['无', [...words, '无']],
    ['a Chinese figure', [...words, '三']],
    ['a sentence', [...words, '以上数据由各科室汇总以后统一填报，仅供内部参考使用']],
  ])('is not taken for one where %s is left, too', (_, lines) => {
    expect(rowsIn(shuffled(lines))).toBeLessThan(all);
  });

  test.each(['2.重复申请', '3.其他'])('has not the row %s where its label is not there', (label) => {
    const left = words.filter((line) => line !== label);
    expect(left.length).toBe(words.length - 1);
    expect(rowsIn(shuffled(left))).toBeLessThan(all);
  });
});

describe('a form half filled in, a cell a line', () => {
  /** Every figure of a row but its first and last left out. */
  const cells = edition.tables.requests.form.flatMap((row) => {
    const figures = row.filter(({ figure }) => figure !== undefined);
    return row.map((cell) =>
      cell.figure === undefined ? cell.text : cell === figures[0] || cell === figures[6] ? '4' : '',
    );
  });
  const row = (id: string): string => `${id}: 4 _ _ _ _ _ 4`;

  test.each(['\n', '\n\n'])('has a blank for each empty line, %j after a cell', (end) => {
    const [, ...rows] = rowsRead('requests', cells.map((cell) => cell + end).join(''));
    expect(rows).toEqual(edition.tables.requests.rows.map(({ id }) => row(id)));
  });

  test('stays in doubt where one empty line is missing, or none is left', () => {
    const at = cells.indexOf('');
    const states = (lines: readonly string[]): readonly string[] => {
      const { requests } = readWhole(
        reportIn('markdown', { requests: lines.map((line) => `${line}\n`).join('') }),
      ).tables;
      return requests.state === 'missing' ? [] : requests.rows.map(({ state }) => state);
    };
    expect(states(cells.filter((_, i) => i !== at))).not.toContain('read');
    expect(states(cells.filter((cell) => cell !== ''))).not.toContain('read');
  });
});

describe('small marks of converters', () => {
  const row = (text: string, id: string): string | undefined =>
    rowsRead('disclosure', text).find((line) => line.startsWith(`${id}`));
  test('an amount that sticks to its label is read whole', () => {
    const spaced = formOf('disclosure', 'spaced').replace(/行政事业性收费.*/, '行政事业性收费4068.208');
    expect(row(spaced, 'fees')).toBe('fees: 4068.208');
  });

  test('an emphasised figure is one where its marks are on the line of their own, too', () => {
    const lines = formOf('disclosure', 'stacked').trimEnd().split('\n');
    expect(row([...lines.slice(0, -1), '__8__', ''].join('\n'), 'fees')).toBe('fees: 8');
  });

  test('where bars stand between cells only, a row that ends with one has an empty last cell', () => {
    const bare = markdown('disclosure')
      .replace(/^\| ?/gm, '')
      .replace(/(?: *\|)+ *$/gm, '');
    const cut = bare.replace(/^(规章[^|]*\|[^|]*\|[^|]*\|).*$/m, '$1');
    expect(cut).not.toBe(bare);
    expect(row(cut, 'administrative-rules')).toMatch(/^administrative-rules: \d+ \d+ _$/);
  });
});
