/** Reads a tree into its reports: outline, title, sections, tables, facts. */

import type { Aliases } from '../standard/aliases';
import { withAliases } from '../standard/aliases';
import type { Edition, EditionId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { editionFor, editions, firstYear } from '../standard/editions';
import { titlesWith } from '../standard/section-titles';
import { oldFormatSigns } from '../standard/signs';
import type { Block, Tree } from '../syntax/tree';
import { fold } from '../text/fold';
import { seenOf, seenText } from '../text/seen';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import { levelOf } from './issuer';
import type { OutlineReport } from './outline';
import { outlineOf } from './outline';
import { proseOf } from './read-facts';
import { sectionsOf } from './read-sections';
import { formEditionOf, layoutOf, tableBlocksOf, tablesOf } from './read-tables';
import type { Report, ReportTitle } from './report';
import { signatureOf } from './signature';
import type { Stretch } from './stretch';
import { stretchOf } from './stretch';
import type { TitleLine } from './title';
import { readTitle } from './title';

/** A report of a document, or a stretch of text that is none. */
export type ReportReading = { readonly start: number; readonly end: number } & (
  | { readonly status: 'read'; readonly report: Report }
  | { readonly status: 'skipped'; readonly report: Report | null; readonly reason: Wording }
);

export type EditionChoice = 'auto' | EditionId;

/** What was read for a stretch of blocks; taken over while the same blocks follow one another. */
interface Remembered {
  readonly blocks: readonly Block[];
  readonly edition: EditionChoice;
  readonly aliases: Aliases | undefined;
  readonly reading: ReportReading;
}

/** The reports of `tree` in document order; never empty unless the text is. */
export function readReports(tree: Tree, edition: EditionChoice = 'auto', aliases?: Aliases): ReportReading[] {
  const outline = outlineOf(tree, titlesWith(aliases));
  if (outline.length === 0) return [{ start: 0, end: tree.text.length, ...skipped(notAReport) }];
  return outline.map((part) => {
    const blocks = tree.blocks.slice(part.firstBlock, part.lastBlock);
    const key = blocks[0] as Block;
    const known = key.notes.report as Remembered | undefined;
    const start = tree.starts[part.firstBlock] as number;
    const isAlike = known !== undefined && known.edition === edition && known.aliases === aliases;
    if (isAlike && sameBlocks(known.blocks, blocks)) return at(known.reading, start);
    const reading = readStretch(tree, part, edition, aliases);
    key.notes.report = { blocks, edition, aliases, reading } satisfies Remembered;
    return reading;
  });
}

function at(reading: ReportReading, start: number): ReportReading {
  return reading.start === start ? reading : { ...reading, start, end: start + (reading.end - reading.start) };
}

function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, i) => block === b[i]);
}

const notAReport = phrase`不是政府信息公开工作年度报告：没有找到报告标题和法定的六个部分`;
const tooOld = phrase`${firstYear}年以前的年度报告按旧条例编制，格式不同，不作审核`;
const fewestSections = 2;

function skipped(reason: Wording): { status: 'skipped'; report: null; reason: Wording } {
  return { status: 'skipped', report: null, reason };
}

function readStretch(
  tree: Tree,
  part: OutlineReport,
  choice: EditionChoice,
  aliases: Aliases | undefined,
): ReportReading {
  const stretch = stretchOf(tree, part);
  const place = { start: stretch.start, end: stretch.end };
  const title = readTitle(titleLines(stretch));
  const distinct = new Set(part.headings.map((heading) => heading.match.section.id)).size;
  const isTitled = title !== null && title.year !== null && seenText(stretch.view, 0, title.span.start).length < 2000;
  if (distinct < fewestSections && !(isTitled && titleOpens(stretch, title)))
    return { ...place, ...skipped(notAReport) };
  const report = reportOf(stretch, title, choice, aliases);
  if (isTooOld(report)) return { ...place, status: 'skipped', report, reason: tooOld };
  return { ...place, status: 'read', report };
}

/** A title at the very beginning makes a report even of a text without any section yet. */
function titleOpens(stretch: Stretch, title: ReportTitle): boolean {
  return seenText(stretch.view, 0, title.span.start).trim().length < 40 && /年度?.*政府信息公开/.test(title.text);
}

/** Lines before the first section's heading or the first long paragraph. */
function titleLines(stretch: Stretch): TitleLine[] {
  const lines: TitleLine[] = [];
  const limit = stretch.headings[0]?.span.start ?? stretch.text.length;
  for (const { block, start } of stretch.blocks) {
    if (start >= limit) break;
    if (block.kind === 'paragraph' || block.kind === 'heading') {
      const from = start + block.content.start;
      const to = start + block.content.end;
      if (to - from > 120 && lines.length > 0) break;
      lines.push({ start: from, end: to, text: stretch.view.slice(from, to) });
    } else if (block.kind === 'table') lines.push(...tableLines(stretch, block, start));
  }
  return lines;
}

/** A title broken so that it looks like cells (`2022` on a line of its own) is still found. */
function tableLines(stretch: Stretch, block: Block & { kind: 'table' }, start: number): TitleLine[] {
  return block.rows.slice(0, 8).map((row) => {
    const from = start + row.start;
    const to = start + row.end;
    return { start: from, end: to, text: stretch.view.slice(from, to) };
  });
}

function reportOf(
  stretch: Stretch,
  title: ReportTitle | null,
  choice: EditionChoice,
  aliases: Aliases | undefined,
): Report {
  const signature = signatureOf(stretch);
  const issuer = title?.issuer?.text ?? signature.issuer?.text ?? null;
  const year =
    title?.year?.value ?? statedPeriod(stretch) ?? (signature.date === null ? null : signature.date.year - 1);
  const blocks = tableBlocksOf(stretch);
  const formEdition = formEditionOf(blocks);
  const edition = withAliases(chooseEdition(choice, year, formEdition), aliases);
  const tables = tablesOf(blocks, edition);
  const { facts, prose } = proseOf(stretch, year, edition, signature);
  return {
    text: stretch.text,
    view: stretch.view,
    seen: seenOf(stretch.view),
    eol: stretch.eol,
    title,
    issuer,
    level: levelOf(issuer),
    year,
    edition,
    formEdition,
    sections: sectionsOf(stretch, tables),
    tables,
    facts,
    prose,
    layout: layoutOf(tables),
  };
}

const period = /统计期限[^0-9]{0,12}([0-9]{4})年?[.\-年]?1月?[.\-月]?1日?/;

/** The year of the stated reporting period (自2022年1月1日…). */
function statedPeriod(stretch: Stretch): number | null {
  const head = seenText(stretch.view)
    .slice(0, 4000)
    .replace(/[\s\u3000]/g, '');
  const match = period.exec(head) ?? /(?:^|[。、])([0-9]{4})年，/.exec(head);
  return match ? Number(match[1]) : null;
}

function chooseEdition(choice: EditionChoice, year: number | null, form: EditionId | null): Edition {
  if (choice !== 'auto') return editions[choice];
  if (year !== null) return editionFor(year);
  return form === null ? editionFor(null) : editions[form];
}

/** By its year; without one, by the old headings where no table of a known form stands. */
function isTooOld(report: Report): boolean {
  if (report.year !== null) return report.year < firstYear;
  if (tableIds.some((id) => report.tables[id].state === 'found')) return false;
  const folded = fold(report.text);
  return oldFormatSigns.some((sign) => folded.includes(sign));
}
