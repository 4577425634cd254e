/**
 * Time against size for files: documents made of one piece over and over, at n, 2n, 4n and 8n characters of their XML or HTML, and
 * what is done with one: read, made a tree, audited, its places told, carried over and printed.
 */
import { carriedReports } from '../../server/src/features/conversion/carried-report';
import { htmlPage, printReports } from '../../server/src/features/conversion/print-carried';
import { findingsOf } from '../../server/src/features/locate';
import type { Intake, OfficeDocument } from '../../server/src/intake/document';
import type { DocumentTree } from '../../server/src/intake/document-tree';
import { documentTree, placeOfSpan } from '../../server/src/intake/document-tree';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { readHtml } from '../../server/src/intake/html/read-html';
import { readXlsx } from '../../server/src/intake/xlsx/read-xlsx';
import { reportPaper } from '../../server/src/office/report-paper';
import { snapshotOfTree } from '../../server/src/workspace/snapshot';
import { bookCell, bookFile } from '../support/office/book';
import { randomReport } from '../support/office/random-report';
import { cell, gridTable, paragraph, row, run, table, wordFile } from '../support/office/word';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';

const smallest = 65_536;
const doublings = 3;
const mostPerDoubling = 2.2;
/** In milliseconds: less is not told from noise. */
const least = 60;
/** In milliseconds a megabyte of the unpacked text. */
const mostPerMegabyte = 1000;

interface Family {
  readonly name: string;
  fileOf(length: number): () => Intake;
}

function wordOf(name: string, piece: string, before = '', behind = ''): Family {
  const title = paragraph('青山县白水镇人民政府2023年政府信息公开工作年度报告') + paragraph('一、总体情况');
  return {
    name: `docx: ${name}`,
    fileOf: (length) => {
      const file = wordFile(title + before + repeated(piece, length) + behind);
      return () => readDocx(file);
    },
  };
}

function pageOf(name: string, piece: string, before = '', behind = ''): Family {
  return {
    name: `html: ${name}`,
    fileOf: (length) => {
      const page = `<!doctype html><html><body><h1>青山县白水镇人民政府2023年政府信息公开工作年度报告</h1>${before}${repeated(piece, length)}${behind}`;
      return () => readHtml(page);
    },
  };
}

function bookOf(name: string, rowOf: (nth: number) => string, mergeOf?: (nth: number) => string): Family {
  return {
    name: `xlsx: ${name}`,
    fileOf: (length) => {
      const count = Math.ceil(length / (rowOf(1).length + (mergeOf?.(1).length ?? 0)));
      const each = (make: (nth: number) => string): string =>
        Array.from({ length: count }, (_, i) => make(i + 1)).join('');
      const merges = mergeOf === undefined ? '' : `<mergeCells>${each(mergeOf)}</mergeCells>`;
      const file = bookFile([{ inner: `<sheetData>${each(rowOf)}</sheetData>${merges}` }]);
      return () => readXlsx(file);
    },
  };
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
}

const standard = randomReport(randomOf(1, 'growth'), '2021', 0.2).map((block) =>
  block.kind === 'grid' ? gridTable(block.grid) : paragraph(run(block.text)),
);

const families: readonly Family[] = [
  wordOf('paragraphs', paragraph('依法公开政府信息12件。')),
  wordOf('runs', run('公开'), '<w:p>', '</w:p>'),
  wordOf('headings', paragraph('二、主动公开政府信息情况')),
  wordOf('tables of a cell', table(row(cell('12')))),
  wordOf('tables of two rows', table(row(cell('规章'), cell('1')), row(cell('行政许可'), cell('2'))) + paragraph('一')),
  wordOf('rows', row(cell('规章'), cell('1'), cell('2')), '<w:tbl>', '</w:tbl>'),
  wordOf('rows joined downwards', row(cell('', '<w:vMerge/>'), cell('1')), '<w:tbl>', '</w:tbl>'),
  wordOf('lines in a cell', paragraph('12'), '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'),
  wordOf('whole reports', standard.join('')),
  wordOf('pictures', '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'),
  wordOf('line breaks', '<w:r><w:t>公开a</w:t><w:br/></w:r>', '<w:p>', '</w:p>'),
  wordOf('titles', paragraph('青山县白水镇人民政府2023年政府信息公开工作年度报告')),
  pageOf('paragraphs', '<p>依法公开政府信息12件。'),
  pageOf('line breaks', '公开<br>'),
  pageOf('spans that end nowhere', '<span>公开'),
  pageOf('links', '<li><a href="#">公开</a>'),
  pageOf('tables', '<table><tr><td>规章<td>1</table>'),
  pageOf('rows', '<tr><td>规章<td>1', '<table>'),
  pageOf('cells', '<td>1', '<table><tr>'),
  pageOf('rows below cells that reach down', '<tr><td rowspan="9999">1', '<table>'),
  pageOf('entities', '&nbsp;&#20214;'),
  pageOf('comments', '<!-- -->字'),
  bookOf('rows', (nth) => `<row r="${nth}">${bookCell(nth, 1, '规章')}${bookCell(nth, 2, '12')}</row>`),
  bookOf('rows far apart', (nth) => `<row r="${nth * 3}">${bookCell(nth * 3, 1, '规章')}</row>`),
  bookOf(
    'merges',
    (nth) => `<row r="${nth}">${bookCell(nth, 1, '12', 1)}</row>`,
    (nth) => `<mergeCell ref="A${nth}:C${nth}"/>`,
  ),
];

/** In milliseconds of this process's own time. */
function timed<T>(times: Map<string, number>, name: string, task: () => T): T {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const made = task();
  const { user, system } = process.cpuUsage(before);
  times.set(name, (user + system) / 1000);
  return made;
}

function timesOf(read: () => Intake): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const intake = timed(times, 'reading', read);
  if (intake.ok) timeDocument(times, intake.document);
  return times;
}

function timeDocument(times: Map<string, number>, document: OfficeDocument): void {
  const read: DocumentTree = timed(times, 'tree', () => documentTree(document));
  const snapshot = timed(times, 'audit', () => snapshotOfTree(read.tree, {}));
  timed(times, 'places', () =>
    snapshot.reports.map((place) => findingsOf(place).map(({ span }) => placeOfSpan(read.places, span))),
  );
  const carried = timed(times, 'carrying over', () => carriedReports(snapshot));
  timed(times, 'Markdown', () => printReports(carried, 'markdown', '\n'));
  timed(times, 'text', () => printReports(carried, 'tsv', '\n'));
  timed(times, 'page', () => htmlPage(carried));
  timed(times, 'paper', () => reportPaper(carried));
}

/** What grows faster than the file, or takes too long for its size; measured again before it is believed. */
function flawOf({ name, fileOf }: Family): string | undefined {
  let suspects: ReadonlyMap<string, string> | undefined;
  for (let run = 0; run < 2; run++) {
    const measures = Array.from({ length: doublings + 1 }, (_, i) => timesOf(fileOf(smallest * 2 ** i)));
    const flaws = new Map<string, string>();
    for (const [operation, time] of measures.at(-1) ?? []) {
      const first = Math.max(measures[0]?.get(operation) ?? 0, 1);
      const growing = (time / first) ** (1 / doublings);
      const perMegabyte = (time / (smallest * 2 ** doublings)) * 2 ** 20;
      if (time < least || (growing <= mostPerDoubling && perMegabyte <= mostPerMegabyte)) continue;
      const shown = measures.map((times) => (times.get(operation) ?? 0).toFixed(0)).join(', ');
      flaws.set(operation, `${operation} ${shown} ms, ${growing.toFixed(1)} times a doubling`);
    }
    const before = suspects;
    suspects = new Map([...flaws].filter(([operation]) => before === undefined || before.has(operation)));
    if (suspects.size === 0) return undefined;
  }
  return `${name}: ${[...(suspects?.values() ?? [])].join('; ')}`;
}

export const fileGrowth: Attack = {
  name: 'file-growth',
  unit: 'families',
  usual: families.length,
  run() {
    const failures = families.flatMap((family): Failure[] => {
      const what = flawOf(family);
      return what === undefined ? [] : [{ what, input: family.name }];
    });
    return { tried: families.length, failures };
  },
};
