/** A report written in another format says there what it said: every figure in its cell, every paragraph, and the same findings. */
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../server/src/features/locate';
import { cellSaying } from '../../server/src/features/same-reading';
import { readDocx } from '../../server/src/intake/docx/read-docx';
import { readHtml } from '../../server/src/intake/html/read-html';
import { readers } from '../../server/src/intake/readers';
import { takeIn } from '../../server/src/intake/take-in';
import type { Readable } from '../../server/src/intake/taken-in';
import type { ConvertedReports } from '../../server/src/office/convert-reports';
import { convertReports, takenAsItIs } from '../../server/src/office/convert-reports';
import type { ReportFormat } from '../../server/src/office/report-formats';
import type { Cell } from '../../server/src/report/report';
import { tableIds } from '../../server/src/standard/edition';
import { fold } from '../../server/src/standard/label-folding';
import { shownBetween } from '../../server/src/syntax/tree';
import type { Layout } from '../../server/src/text/layout';
import { layouts } from '../../server/src/text/layout';
import { seenText } from '../../server/src/text/seen';
import type { Wording } from '../../server/src/text/wording';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { oddReport } from '../support/office/odd-report';
import type { ReportBlock } from '../support/office/random-report';
import { wordReport } from '../support/office/random-report';
import { blocksOf, documentOf } from '../support/office/told';
import { paragraph, wordFile } from '../support/office/word';
import { printed } from '../support/printed';
import { randomOf } from '../support/reports/random';

const tries = 100;

async function takenFrom(content: string | Uint8Array): Promise<Readable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const taken = await takeIn(bytes, undefined, readers);
  if (taken.kind === 'refused') throw new Error(worded(taken.reason));
  return taken;
}

/** One report, or several in one file. */
function sourceOf(seed: number, edition: '2021' | '2019'): readonly ReportBlock[] {
  const random = randomOf(seed, 'converted');
  const odd = random.pick([0, 0.1, 0.3]);
  return [...oddReport(random, edition, odd), ...(random.chance(0.2) ? oddReport(random, edition, odd) : [])];
}

/** Every row by its words, every cell by its kind and figure, and how many figures stand in none. */
function reading({ reports }: Snapshot): unknown {
  return reports.map(({ report }) =>
    tableIds.map((id) => {
      const table = report?.tables[id];
      if (table === undefined || table.state === 'missing') return 'missing';
      const rows = [...table.rows, ...table.unknownRows];
      return [rows.map(({ label, cells }) => [fold(label.text), cells.map(said)]), table.unread.length];
    }),
  );
}

/** The same without words of labels, which layouts without borders join. */
function figures({ reports }: Snapshot): unknown {
  return reports.map(({ report }) =>
    tableIds.map((id) => {
      const table = report?.tables[id];
      return table?.state === 'found' ? table.rows.map(({ row, state, cells }) => [row, state, cells.map(said)]) : [];
    }),
  );
}

function said(cell: Cell): string {
  return cell.kind === 'blank' ? 'blank' : cellSaying(cell);
}

function findings({ reports }: Snapshot): readonly (readonly string[])[] {
  return reports.map((place) =>
    findingsOf(place).map(({ rule, severity, message }) => `${rule} ${severity} ${worded(message)}`),
  );
}

function isAmbiguous({ reports }: Snapshot): boolean {
  return reports.some(({ report }) =>
    Object.values(report?.tables ?? {}).some(
      (table) => table.state === 'found' && table.rows.some(({ state }) => state === 'ambiguous'),
    ),
  );
}

function paragraphsOf(blocks: ReturnType<typeof blocksOf>): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && block.text.trim() !== '' ? [block.text] : []));
}

/** The paragraphs as the format's own reader has them. */
function paragraphsIn(to: 'docx' | 'html' | 'md', content: string | Uint8Array, again: Snapshot): readonly string[] {
  if (typeof content !== 'string') return paragraphsOf(blocksOf(documentOf(readDocx(content))));
  if (to === 'html') return paragraphsOf(blocksOf(documentOf(readHtml(content))));
  return again.tree.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
    const start = again.tree.starts[index] as number;
    return seenText(shownBetween(again.tree, start + block.content.start, start + block.content.end)).trim();
  });
}

describe.each(['2021', '2019'] as const)('a Word file with reports of %s', (edition) => {
  test.each(['docx', 'html', 'md'] as const)('as %s says the same', { timeout: 300_000 }, async (to) => {
    let ambiguous = 0;
    for (let seed = 0; seed < tries; seed++) {
      const blocks = sourceOf(seed, edition);
      const taken = await takenFrom(wordReport(blocks));
      const before = takenAsItIs(taken);
      const { content, changed } = await convertReports(taken, before, { to, layout: layoutOf(to) }, readers);
      const after = takenAsItIs(await takenFrom(content));
      expect(paragraphsIn(to, content, after), `seed ${seed}`).toEqual(paragraphsOf(blocks));
      if (isAmbiguous(before)) {
        ambiguous++;
        expect(changed, `seed ${seed}`).not.toEqual([]);
        continue;
      }
      expect(reading(after), `seed ${seed}`).toEqual(reading(before));
      expect(findings(after), `seed ${seed}`).toEqual(findings(before));
      expect(told(changed), `seed ${seed}`).toEqual([]);
    }
    expect(ambiguous).toBeLessThan(tries / 4);
  });

  test('as text has every paragraph as a line, and either every figure or word that it has not', {
    timeout: 300_000,
  }, async () => {
    for (let seed = 0; seed < tries; seed++) {
      const blocks = sourceOf(seed, edition);
      const taken = await takenFrom(wordReport(blocks));
      const before = takenAsItIs(taken);
      const layout = layouts[seed % layouts.length] as Layout;
      const { content, changed } = await convertReports(taken, before, { to: 'txt', layout }, readers);
      const after = takenAsItIs(await takenFrom(content));
      if (layout !== 'markdown' && layout !== 'html') {
        const lines = String(content).split('\n');
        expect(inOrder(paragraphsOf(blocks), lines), `seed ${seed}, ${layout}`).toEqual([]);
      }
      const isSame = JSON.stringify(figures(after)) === JSON.stringify(figures(before)) && !isAmbiguous(before);
      expect(changed.length === 0, `seed ${seed}, ${layout}: ${told(changed)}`).toBe(isSame);
    }
  });
});

function told(wordings: readonly Wording[]): readonly string[] {
  return wordings.map((wording) => worded(wording));
}

function layoutOf(to: ReportFormat): Layout {
  return to === 'md' ? 'markdown' : 'tsv';
}

/** Those of `wanted` that do not stand in `lines` behind the one before. */
function inOrder(wanted: readonly string[], lines: readonly string[]): readonly string[] {
  let next = 0;
  return wanted.filter((text) => {
    const at = lines.indexOf(text, next);
    if (at >= 0) next = at + 1;
    return at < 0;
  });
}

describe('what is not carried over is told', () => {
  const picture =
    '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const toWord = async (content: string | Uint8Array): Promise<ConvertedReports> => {
    const taken = await takenFrom(content);
    return convertReports(taken, takenAsItIs(taken), { to: 'docx', layout: 'tsv' }, readers);
  };

  test('a row whose figures belong to no certain columns', async () => {
    const text = printed({ layout: 'html' }).replace(
      /(一、本年新收政府信息公开申请数量<\/td>)(?:<td>0<\/td>){7}/,
      '$1<td>1</td><td>2</td>',
    );
    expect(told((await toWord(text)).changed)).toEqual([
      '第三部分“收到和处理政府信息公开申请情况”表“一、本年新收政府信息公开申请数量”行的数字对不上栏目，合在一格里',
    ]);
  });

  test('pictures', async () => {
    const { changed } = await toWord(wordFile(paragraph('清溪镇2023年政府信息公开工作年度报告') + picture + picture));
    expect(told(changed)).toEqual(['2 幅图片']);
  });
});

describe('marks of Markdown in a text are marks of it in what is written', () => {
  test('bold type and escapes are read before they are written anew, however often', async () => {
    const first = printed({ layout: 'markdown' }).replace('认真贯彻落实', '**认真**贯彻\\*落实\\<b>');
    let text = first;
    for (let i = 0; i < 3; i++) {
      const taken = await takenFrom(text);
      text = String(
        (await convertReports(taken, takenAsItIs(taken), { to: 'md', layout: 'markdown' }, readers)).content,
      );
    }
    expect(text).toContain('认真贯彻\\*落实\\<b>');
  });
});
