/** The preview holds everything that the document holds, in the form in which it will be published. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preview } from '../../server/src/features/preview/preview';
import type { PreviewBlock, PreviewCell } from '../../server/src/features/preview/preview-model';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { fold } from '../../server/src/standard/label-folding';
import { leavesOf } from '../../server/src/syntax/tree';
import { layouts } from '../../server/src/text/layout';
import type { Span } from '../../server/src/text/span';
import type { Wording } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';

const samples = resolve(__dirname, '../corpus');
const names = ['clean', 'flawed', 'other'].flatMap((folder) =>
  readdirSync(join(samples, folder))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => join(folder, name)),
);

function read(name: string): string {
  return readFileSync(join(samples, name), 'utf8').replace(/^\ufeff/, '');
}

function blocksOf(text: string): readonly PreviewBlock<Span, Wording>[] {
  return preview(snapshotOf(text, {})).flatMap(({ part }) => part.blocks);
}

function cellsOf(block: PreviewBlock<Span, Wording>): readonly PreviewCell<Span>[] {
  return 'rows' in block ? block.rows.flatMap(({ cells }) => cells) : [];
}

/** All that is shown, without white space and the marks of Markdown and HTML. */
function shownText(blocks: readonly PreviewBlock<Span, Wording>[]): string {
  return blocks
    .flatMap((block) => ('runs' in block ? block.runs : cellsOf(block)).map(({ text }) => text))
    .map(bare)
    .join('\n');
}

function bare(text: string): string {
  return text.replace(/<[a-z!/][^<>]*>|&nbsp;|\*\*|[\s\u3000＿]/gi, '');
}

/** How often each character stands in the texts. */
function census(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** What stands in the document and not in the preview. */
function lost(text: string): readonly string[] {
  const snapshot = snapshotOf(text, {});
  const shown = fold(shownText(blocksOf(text)));
  const counts = census(shown);
  return leavesOf(snapshot.tree)
    .filter(({ role }) => role === 'text' || role === 'cell')
    .map(({ start, end }) => bare(text.slice(start, end)).replace(/[|]/g, ''))
    .map(fold)
    .filter((piece) => [...census(piece)].some(([character, count]) => (counts.get(character) ?? 0) < count));
}

/** The figures of the document's cells, in a multiset, that the preview's cells lack. */
function lostFigures(text: string): readonly string[] {
  const { reports } = snapshotOf(text, {});
  const figures = reports.flatMap(({ report }) =>
    report === null
      ? []
      : Object.values(report.tables).flatMap((table) =>
          table.state === 'missing'
            ? []
            : [...table.rows, ...table.unknownRows].flatMap(({ cells }) => cells.map(({ raw }) => bare(raw))),
        ),
  );
  const shown = blocksOf(text)
    .flatMap(cellsOf)
    .flatMap((cell) => cell.text.split('　').map(bare));
  for (const figure of figures.filter((one) => one !== '')) {
    const at = shown.indexOf(figure);
    if (at < 0 && !shown.some((one) => one.includes(figure))) return [figure];
    if (at >= 0) shown.splice(at, 1);
  }
  return [];
}

describe('nothing of a document is missing from its preview', () => {
  test.each(names)('%s', (name) => {
    expect(lost(read(name))).toEqual([]);
    expect(lostFigures(read(name))).toEqual([]);
  });

  test.each(names)('%s: each finding is marked somewhere', (name) => {
    for (const { part } of preview(snapshotOf(read(name), {}))) {
      const marked = part.blocks.flatMap((block) => [
        ...block.marks,
        ...('runs' in block ? block.runs : cellsOf(block)).flatMap(({ marks }) => marks),
      ]);
      const own = new Set(marked.filter(({ role }) => role === 'place').map(({ finding }) => finding));
      expect(part.findings.map((_, index) => index).filter((index) => !own.has(index))).toEqual([]);
    }
  });
});

/** A clean report whose figures are all different where they may be. */
function filled(layout: (typeof layouts)[number], edition: '2019' | '2021'): string {
  let next = 100;
  return printReport(editions[edition], {
    layout,
    issuer: '云岭县清溪镇人民政府',
    year: edition === '2019' ? 2020 : 2023,
    figures: () => String(next++),
  });
}

describe.each(['2021', '2019'] as const)('the printed form of %s', (edition) => {
  test.each(layouts)('from a report as %s: merged cells, and each figure at its own place in the text', (layout) => {
    const text = filled(layout, edition);
    const forms = blocksOf(text).flatMap((block) => (block.kind === 'form' ? [block] : []));
    expect(forms.map(({ table }) => table)).toEqual(['disclosure', 'requests', 'review']);
    let next = 100;
    for (const form of forms) {
      const spec = editions[edition].tables[form.table];
      expect(form.rows.map(({ kind }) => kind)).toEqual(spec.form.map(() => 'form'));
      expect(form.rows.map(({ cells }) => cells.map(({ colSpan, rowSpan }) => [colSpan, rowSpan]))).toEqual(
        spec.form.map((line) => line.map(({ colSpan, rowSpan }) => [colSpan, rowSpan])),
      );
      for (const cell of cellsOf(form).filter(({ state }) => state !== 'label')) {
        expect(cell.state).toBe('stated');
        expect(cell.text).toBe(String(next++));
        expect(cell.at === null ? '' : text.slice(cell.at.start, cell.at.end)).toBe(cell.text);
      }
    }
  });

  test.each(layouts)('from a report as %s: nothing is lost', (layout) => {
    const text = filled(layout, edition);
    expect(lost(text)).toEqual([]);
    expect(lostFigures(text)).toEqual([]);
  });
});

/** The form of table three of a report in `tsv`, after one change of its text. */
function requestsForm(old: string, replacement: string): PreviewBlock<Span, Wording> & { readonly kind: 'form' } {
  const text = filled('tsv', '2021');
  if (!text.includes(old)) throw new Error(`“${old}” is not in the report`);
  const form = blocksOf(text.replace(old, replacement)).find(
    (block) => block.kind === 'form' && block.table === 'requests',
  );
  if (form?.kind !== 'form') throw new Error('there is no table three');
  return form;
}

const received = /一、本年新收政府信息公开申请数量[^\n]*\n/;

describe('what is wrong in a table is seen in its form', () => {
  const line = received.exec(filled('tsv', '2021'))?.[0] ?? '';

  test('a row that is not there keeps its place, empty', () => {
    const form = requestsForm(line, '');
    const missing = form.rows.filter(({ cells }) => cells.some(({ state }) => state === 'missing'));
    expect(missing.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['一、本年新收政府信息公开申请数量', '', '', '', '', '', '', ''],
    ]);
  });

  test('a row of another number of figures shows them in one cell', () => {
    const form = requestsForm(line, line.replace(/\t(\d+)\n/, '\n'));
    const row = form.rows.find(({ cells }) => cells.some(({ state }) => state === 'ambiguous'));
    expect(row?.cells.map(({ text, colSpan }) => [text, colSpan])).toEqual([
      ['一、本年新收政府信息公开申请数量', 3],
      [line.match(/\d+/g)?.slice(0, 6).join('　'), 7],
    ]);
  });

  test('a row that the form does not have stands below it', () => {
    const form = requestsForm(line, `${line}县级转来的申请\t\t\t1\t2\t3\t4\t5\t6\t7\n`);
    const extra = form.rows.filter(({ kind }) => kind === 'extra');
    expect(extra.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['县级转来的申请', '1', '2', '3', '4', '5', '6', '7'],
    ]);
  });

  test('a row in other words keeps its own words', () => {
    const form = requestsForm('一、本年新收政府信息公开申请数量', '一、新收申请数');
    expect(cellsOf(form).map(({ text }) => text)).toContain('一、新收申请数');
  });

  test('a blank, a dash and words are shown as printed', () => {
    const figures = line.match(/\d+/g) ?? [];
    const form = requestsForm(
      line,
      line
        .replace(figures[0] as string, '')
        .replace(figures[1] as string, '—')
        .replace(figures[2] as string, '若干'),
    );
    const row = form.rows.find(({ cells }) => cells[0]?.text.startsWith('一、'));
    expect(row?.cells.slice(1, 4).map(({ text, state }) => [state, text])).toEqual([
      ['blank', ''],
      ['dash', '—'],
      ['unreadable', '若干'],
    ]);
  });

  test('a table of the other edition is shown in the form that it has', () => {
    const text = filled('markdown', '2019').replaceAll('2020年', '2023年');
    const form = blocksOf(text).find((block) => block.kind === 'form' && block.table === 'disclosure');
    expect(cellsOf(form as PreviewBlock<Span, Wording>).map((cell) => cell.text)).toContain('本年增/减');
    expect(lostFigures(text)).toEqual([]);
  });
});

describe('findings at their places', () => {
  const text = printReport(editions['2021'], {
    layout: 'markdown',
    issuer: '云岭县清溪镇人民政府',
    year: 2023,
    figures: ({ row, column }) => {
      if (row === 'received' && column === 'natural-person') return '3';
      return ['carried-in', 'carried-out'].includes(row) && ['enterprise', 'total'].includes(column) ? '2' : '0';
    },
  });

  test('a broken sum marks its cell, and the cells that it names', () => {
    const [placed] = preview(snapshotOf(text, {}));
    const form = placed?.part.blocks.find((block) => block.kind === 'form' && block.table === 'requests');
    const marked = cellsOf(form as PreviewBlock<Span, Wording>).filter(({ marks }) => marks.length > 0);
    expect(marked.some((cell) => cell.text === '3' && cell.marks.some(({ role }) => role === 'place'))).toBe(true);
    expect(placed?.part.findings[0]?.severity).toBe('error');
    expect(placed?.part.coverage?.broken).toBeGreaterThan(0);
  });

  test('words of a paragraph are marked, and the others are not', () => {
    const [placed] = preview(
      snapshotOf(text.replace('2023年未收到政府信息公开申请', '2023年收到政府信息公开申请8件'), {}),
    );
    const runs = placed?.part.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])) ?? [];
    const marked = runs.filter(({ marks }) => marks.length > 0).map((run) => run.text);
    expect(marked.join('')).toContain('8');
    expect(marked.join('')).not.toContain('主动公开情况');
  });

  test('a table that is missing has a placeholder under its heading', () => {
    const [placed] = preview(snapshotOf(text.replace(/\n\|[\s\S]*?\n\n/, '\n\n'), {}));
    expect(placed?.part.blocks.filter(({ kind }) => kind === 'absent')).toHaveLength(1);
  });
});

describe('unchanged reports', () => {
  test('give the same part after an edit elsewhere', () => {
    const one = filled('tsv', '2021');
    const two = one.replaceAll('清溪镇', '石门镇');
    const options = {};
    const before = snapshotOf(`${one}\n${two}`, options);
    const after = snapshotOf(`${one.replace('业务能力', '业务水平')}\n${two}`, options, before);
    expect(preview(after)).toHaveLength(2);
    expect(preview(after)[1]?.part).toBe(preview(before)[1]?.part);
    expect(preview(after)[0]?.part).not.toBe(preview(before)[0]?.part);
  });
});

describe('half-written reports', () => {
  test('any cut of a sample has a preview that loses nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat({ max: 400 }), (name, at, length) => {
        const text = read(name);
        const from = at % (text.length + 1);
        const cut = text.slice(0, from) + text.slice(from + length);
        expect(lostFigures(cut)).toEqual([]);
        expect(lost(cut)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
