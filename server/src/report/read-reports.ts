/** Reads a tree into its reports: outline, title, sections, tables, facts. */

import type { Aliases } from '../standard/aliases';
import { withAliases } from '../standard/aliases';
import type { Edition, EditionId } from '../standard/edition';
import { tableIds } from '../standard/edition';
import { editionFor, editionOf, firstYear } from '../standard/editions';
import { fold } from '../standard/label-folding';
import { titlesWith } from '../standard/section-titles';
import { oldFormatSigns } from '../standard/signs';
import { perBlock } from '../syntax/block-memory';
import type { Block, Tree } from '../syntax/tree';
import { remembered } from '../text/remembered';
import { seenOf } from '../text/seen';
import type { Wording } from '../text/wording';
import type { OutlineReport } from './outline';
import { outlineOf } from './outline';
import { proseOf } from './prose/read-facts';
import { statedYear } from './prose/stated-period';
import { sectionsOf } from './read-sections';
import { isPlainly, nothingFound, recogniseView, tooOld } from './recognition/recognise';
import type { Report, ReportTitle } from './report';
import type { Stretch } from './stretch';
import { stretchOf } from './stretch';
import { formEditionOf, layoutOf, tableBlocksOf, tablesOf } from './tables/read-tables';
import { levelOf } from './title/issuer';
import { signatureOf } from './title/signature';
import { linesOfTitle, readTitle, titlesIn } from './title/title';

/** A report of a document, or a stretch of text that is none. */
export type ReportReading = { readonly start: number; readonly end: number } & (
  | { readonly status: 'read'; readonly report: Report }
  | { readonly status: 'skipped'; readonly report: Report | null; readonly reason: Wording }
  /** A fault of ours. */
  | { readonly status: 'failed'; readonly report: null; readonly error: unknown }
);

type EditionChoice = 'auto' | EditionId;

/** What was read for a stretch of blocks; taken over while the same blocks follow one another. */
interface RememberedReading {
  readonly blocks: readonly Block[];
  readonly edition: EditionChoice;
  readonly aliases: Aliases | undefined;
  readonly insistence: Insistence;
  readonly reading: ReportReading;
}

const readings = perBlock<RememberedReading>();

/** `insisted`: a text is read as a report whatever it looks like, since the user says that it is one. */
type Insistence = 'judged' | 'insisted';

/** The reports of `tree` in document order; never empty. */
export function readReports(
  tree: Tree,
  edition: EditionChoice = 'auto',
  aliases?: Aliases,
  insistence: Insistence = 'judged',
): ReportReading[] {
  const outline = outlineOf(tree, titlesWith(aliases));
  if (outline.length === 0) return [{ start: 0, end: tree.text.length, ...skipped(nothingFound) }];
  return outline.map((part) => {
    const blocks = tree.blocks.slice(part.firstBlock, part.lastBlock);
    const key = blocks[0] as Block;
    const known = readings.of(key);
    const start = tree.starts[part.firstBlock] as number;
    const isAlike = known?.edition === edition && known.aliases === aliases && known.insistence === insistence;
    if (isAlike && sameBlocks(known.blocks, blocks)) return at(known.reading, start);
    const reading = readSafely(tree, part, edition, aliases, insistence);
    readings.keep(key, { blocks, edition, aliases, insistence, reading });
    return reading;
  });
}

/** A report that cannot be read costs itself alone. */
function readSafely(
  tree: Tree,
  part: OutlineReport,
  edition: EditionChoice,
  aliases: Aliases | undefined,
  insistence: Insistence,
): ReportReading {
  try {
    return readStretch(tree, part, edition, aliases, insistence);
  } catch (error) {
    const start = tree.starts[part.firstBlock] as number;
    return { start, end: tree.starts[part.lastBlock] ?? tree.text.length, status: 'failed', report: null, error };
  }
}

function at(reading: ReportReading, start: number): ReportReading {
  return reading.start === start ? reading : { ...reading, start, end: start + (reading.end - reading.start) };
}

function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, i) => block === b[i]);
}

function skipped(reason: Wording): { status: 'skipped'; report: null; reason: Wording } {
  return { status: 'skipped', report: null, reason };
}

function readStretch(
  tree: Tree,
  part: OutlineReport,
  choice: EditionChoice,
  aliases: Aliases | undefined,
  insistence: Insistence,
): ReportReading {
  const stretch = stretchOf(tree, part);
  const place = { start: stretch.start, end: stretch.end };
  const [first] = stretch.headings;
  const { title, isPlain } = readHead(first === undefined ? stretch.view : stretch.view.slice(0, first.span.start));
  const isSure = insistence === 'insisted' || (first !== undefined && isPlain);
  const found = isSure ? undefined : recogniseView(stretch.view);
  if (found?.kind === 'other') return { ...place, ...skipped(found.reason) };
  const report = reportOf(stretch, title, choice, aliases);
  const isOld = insistence !== 'insisted' && (found?.kind === 'too-old' || isTooOld(report));
  return isOld ? { ...place, status: 'skipped', report, reason: tooOld } : { ...place, status: 'read', report };
}

/** What stands before the first section tells: the title, and nearly always that the text is a report. */
const readHead = remembered((head: string): { readonly title: ReportTitle | null; readonly isPlain: boolean } => {
  const lines = linesOfTitle(head);
  const titles = titlesIn(lines);
  return { title: readTitle(titles), isPlain: isPlainly(lines, titles) };
});

function reportOf(
  stretch: Stretch,
  title: ReportTitle | null,
  choice: EditionChoice,
  aliases: Aliases | undefined,
): Report {
  const seen = seenOf(stretch.view);
  const signature = signatureOf(stretch);
  const issuer = title?.issuer?.text ?? signature.issuer?.text ?? null;
  const year =
    title?.year?.value ?? statedYear(seen, firstYear) ?? (signature.date === null ? null : signature.date.year - 1);
  const blocks = tableBlocksOf(stretch);
  const formEdition = formEditionOf(blocks);
  const edition = withAliases(chooseEdition(choice, year, formEdition), aliases);
  const tables = tablesOf(blocks, edition);
  // Last year's, left over; where no title tells the year, all sentences together may tell it.
  const worked = title?.year == null ? 'any' : title.year.value - 1;
  const { facts, prose } = proseOf(stretch, year, worked, edition, signature);
  return {
    text: stretch.text,
    view: stretch.view,
    seen,
    eol: stretch.eol,
    title,
    issuer,
    level: levelOf(issuer),
    year,
    edition,
    formEdition,
    sections: sectionsOf(stretch, tables, edition),
    tables,
    facts,
    prose,
    layout: layoutOf(tables),
  };
}

function chooseEdition(choice: EditionChoice, year: number | null, form: EditionId | null): Edition {
  if (choice !== 'auto') return editionOf(choice);
  if (year !== null) return editionFor(year);
  return form === null ? editionFor(null) : editionOf(form);
}

/** By its year; without one, by the old headings where no table of a known form stands. */
function isTooOld(report: Report): boolean {
  if (report.year !== null) return report.year < firstYear;
  if (tableIds.some((id) => report.tables[id].state === 'found')) return false;
  const folded = fold(report.text);
  return oldFormatSigns.some((sign) => folded.includes(sign));
}
