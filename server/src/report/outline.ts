/** Where reports begin and end in a document, and where their sections do. */

import type { SectionMatch, SectionTitles } from '../standard/section-titles';
import { sectionByKeywords, standardTitles } from '../standard/section-titles';
import { perBlock } from '../syntax/block-memory';
import { ordinalAt } from '../syntax/heading';
import type { Block, TableBlock, Tree } from '../syntax/tree';
import { shownBetween } from '../syntax/tree';
import { isAmong } from '../text/characters';
import { perObject } from '../text/per-object';
import { seenOf, seenOffset, seenSpan, seenText, showsAtMost } from '../text/seen';
import type { Span } from '../text/span';
import { isTitleLine } from './title/title';

/** A section's heading found in a block; offsets count from the block's start. */
export interface HeadingMark {
  readonly match: SectionMatch;
  readonly span: Span;
  readonly ordinal: (Span & { readonly value: number }) | null;
  readonly title: Span;
  /**
   * A free wording without a Chinese ordinal (`1、主动公开情况`): the heading of a section only where no heading
   * is surer, and else a sub-heading of the section around it.
   */
  readonly isMinor: boolean;
  /** Where its section's text goes on: the block's end, or right after a title that begins a paragraph. */
  readonly end: number;
}

/** What a block means to the outline. */
interface BlockMarks {
  readonly headings: readonly HeadingMark[];
  /** Whether it is (the last line of) a report's title. */
  readonly title: boolean;
}

const nothing: BlockMarks = { headings: [], title: false };

/** The marks of a block under the titles that they were found by. */
interface RememberedMarks extends BlockMarks {
  readonly titles: SectionTitles;
}

const remembered = perBlock<RememberedMarks>();
const noMarks = perObject((titles: SectionTitles): RememberedMarks => ({ ...nothing, titles }));

/** The marks of the block at `index`; computed once for each block while the titles stay the same. */
function marksOf(tree: Tree, index: number, titles: SectionTitles = standardTitles): BlockMarks {
  const block = tree.blocks[index] as Block;
  if (block.kind === 'blank' || block.kind === 'image') return nothing;
  const known = remembered.of(block);
  if (known !== undefined && known.titles === titles) return known;
  const start = tree.starts[index] as number;
  const view = shownBetween(tree, start, start + block.length);
  const headings = headingMarks(block, view, titles);
  const title = 'content' in block && holdsTitle(view, block.content);
  return remembered.keep(block, headings.length === 0 && !title ? noMarks(titles) : { headings, title, titles });
}

function headingMarks(block: Block, view: string, titles: SectionTitles): readonly HeadingMark[] {
  switch (block.kind) {
    case 'heading':
      return listOf(headingMark(block, view, titles));
    case 'paragraph':
      return bothMarks(listOf(paragraphMark(view, block.content, titles)), innerMarks(view, block.content, titles));
    case 'table':
      return block.rowsKnown ? [] : cellMarks(block, view, titles);
    default:
      return [];
  }
}

function listOf(mark: HeadingMark | undefined): readonly HeadingMark[] {
  return mark === undefined ? nothing.headings : [mark];
}

/** Nearly every paragraph has neither. */
function bothMarks(first: readonly HeadingMark[], inner: readonly HeadingMark[]): readonly HeadingMark[] {
  if (inner.length === 0) return first;
  return first.length === 0 ? inner : [...first, ...inner];
}

const longestTitleBlock = 240;

function holdsTitle(view: string, { start, end }: Span): boolean {
  return showsAtMost(longestTitleBlock, view, start, end) && isTitleLine(seenText(view, start, end));
}

/** `总体情况（2023年）`. */
const glossed = /^[^（(]+[（(][^（）()]*[）)]$/;

function headingMark(block: Block & { kind: 'heading' }, text: string, titles: SectionTitles): HeadingMark | undefined {
  const title = seenText(text, block.title.start, block.title.end);
  const firstLevel = block.level === 'chinese' || block.level === 'marked';
  const own = block.level === 'bracketed' ? undefined : titles.byTitle(title);
  // `六、其他需要报告的事项 2024年…`: the text goes on behind the title, unless it is a gloss that the line ends with.
  const mayGoOn = own === undefined && firstLevel && !glossed.test(title);
  const begun = mayGoOn ? paragraphMark(text, block.content, titles) : undefined;
  if (begun?.ordinal != null && begun.match.match !== 'variant') return begun;
  const match = own ?? (firstLevel ? sectionByKeywords(title) : undefined);
  const isMinor = match?.match === 'variant' && block.level !== 'chinese';
  return (
    match && { match, span: block.content, ordinal: block.ordinal, title: block.title, isMinor, end: block.length }
  );
}

const longestTitle = 40;
/** As much of a paragraph as may be a heading with its markup. */
const longestMarkedUp = 400;

/** A title without an ordinal on a line of its own, or one that a paragraph begins with (`一、总体情况：2023年…`). */
function paragraphMark(view: string, content: Span, titles: SectionTitles): HeadingMark | undefined {
  const seen = seenOf(view, content.start, Math.min(content.end, content.start + longestMarkedUp));
  const { text } = seen;
  let begin = 0;
  while (begin < Math.min(2, text.length) && isAmong('*_', text, begin)) begin++;
  const ordinal = ordinalAt(text, begin, text.length);
  if (ordinal === undefined) {
    if (text.length - begin > longestTitle) return undefined;
    const end = text.length - trailingMarkup(text, begin, text.length);
    const match = titles.byTitle(text.slice(begin, end));
    // 概述, 基本情况 and their like are too common for a heading without an ordinal.
    if (match === undefined || (match.match === 'variant' && end - begin < 8)) return undefined;
    const title = seenSpan(seen, begin, end);
    return { match, span: title, ordinal: null, title, isMinor: match.match === 'variant', end: content.end };
  }
  if (ordinal.level !== 'chinese') return undefined;
  const stop = text.slice(ordinal.end, ordinal.end + longestTitle).search(/[：:。\s\u3000（(]/);
  if (stop < 2) return undefined;
  const match = titles.byTitle(text.slice(ordinal.end, ordinal.end + stop));
  if (match === undefined) return undefined;
  const title = seenSpan(seen, ordinal.end, ordinal.end + stop);
  return {
    match,
    span: { start: seenOffset(seen, ordinal.start), end: title.end },
    ordinal: { ...seenSpan(seen, ordinal.start, ordinal.end), value: ordinal.value },
    title,
    isMinor: false,
    end: seenOffset(seen, ordinal.end + stop) + 1,
  };
}

const sentenceEnd = /[。；;：:）)][\s\u3000]{0,4}(?=[一二三四五六]、)/g;

/** A list of the parts on one line goes on with the next of them. */
const nextOfList = /^[\s\u3000]*[一二三四五六]、/;

/** `……（电话：8766001）。一、总体情况`: a heading in the format's own words behind a sentence on its line. */
function innerMarks(view: string, content: Span, titles: SectionTitles): HeadingMark[] {
  if (!holdsOrdinal(view, content) || view.slice(content.start, content.end).search(sentenceEnd) < 0) return [];
  const seen = seenOf(view, content.start, content.end);
  return [...seen.text.matchAll(sentenceEnd)].flatMap(({ 0: before, index }): HeadingMark[] => {
    const ordinal = ordinalAt(seen.text, index + before.length, seen.text.length);
    if (ordinal?.level !== 'chinese') return [];
    const rest = seen.text.slice(ordinal.end, ordinal.end + longestTitle);
    const stop = rest.search(/[：:。\s\u3000（(]/);
    const length = stop < 0 && ordinal.end + rest.length === seen.text.length ? rest.length : stop;
    const match = length < 2 ? undefined : titles.byTitle(rest.slice(0, length));
    if (match === undefined || match.match === 'variant' || match.section.ordinal !== ordinal.value) return [];
    if (nextOfList.test(rest.slice(length))) return [];
    const title = seenSpan(seen, ordinal.end, ordinal.end + length);
    return [
      {
        match,
        span: { start: seenOffset(seen, ordinal.start), end: title.end },
        ordinal: { ...seenSpan(seen, ordinal.start, ordinal.end), value: ordinal.value },
        title,
        isMinor: false,
        end: title.end,
      },
    ];
  });
}

/** Whether `一、` to `六、` stands anywhere but at the beginning. */
function holdsOrdinal(view: string, { start, end }: Span): boolean {
  for (let at = view.indexOf('、', start + 2); at >= 0 && at < end; at = view.indexOf('、', at + 1))
    if (isAmong('一二三四五六', view, at - 1)) return true;
  return false;
}

function trailingMarkup(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isAmong('*_：:。 　', text, i - 1)) i--;
  return end - i;
}

const headingDigits = '一二三四五六123456';

/** Section titles that stand among the cells of a table whose rows are not marked in the text. */
function cellMarks(block: TableBlock, text: string, titles: SectionTitles): HeadingMark[] {
  const marks: HeadingMark[] = [];
  for (const row of block.rows) {
    for (const cell of row.cells) {
      if (cell.end - cell.start < 4 || cell.end - cell.start > longestTitle) continue;
      const begins = isAmong(headingDigits, text, cell.start);
      const ordinal = begins ? ordinalAt(text, cell.start, cell.end) : undefined;
      if (begins && ordinal === undefined) continue;
      if (!begins && row.cells.length > 1) continue;
      const title = { start: ordinal?.end ?? cell.start, end: cell.end };
      const match = titles.byTitle(seenText(text, title.start, title.end));
      if (match === undefined || (ordinal === undefined && match.match === 'variant')) continue;
      marks.push({ match, span: cell, ordinal: ordinal ?? null, title, isMinor: false, end: cell.end });
    }
  }
  return marks;
}

/** A section's heading with its place in the document. */
interface OutlineHeading extends HeadingMark {
  readonly block: number;
}

/** One report: its blocks, and the headings of its sections. */
export interface OutlineReport {
  readonly firstBlock: number;
  /** Past the last one. */
  readonly lastBlock: number;
  readonly headings: readonly OutlineHeading[];
}

/** The reports of a document in order; a document without any heading or title is one stretch. */
export function outlineOf(tree: Tree, sectionTitles: SectionTitles = standardTitles): OutlineReport[] {
  const headings: OutlineHeading[] = [];
  const titles: number[] = [];
  for (let block = 0; block < tree.blocks.length; block++) {
    const marks = marksOf(tree, block, sectionTitles);
    if (marks === nothing) continue;
    for (const mark of marks.headings) headings.push({ ...mark, block });
    if (marks.title) titles.push(block);
  }
  const listed = contentsList(tree, headings);
  const isSure = headings.some((heading) => !heading.isMinor && heading.ordinal !== null);
  const named = headings.filter((heading) => !listed.has(heading) && !(isSure && heading.isMinor));
  const kept = named.filter((_, i) => !isInnerItem(tree, named, i));
  const bounds = [0, ...boundaries(tree, kept, titles), tree.blocks.length];
  const reports: OutlineReport[] = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const firstBlock = bounds[i] as number;
    const lastBlock = bounds[i + 1] as number;
    if (firstBlock === lastBlock) continue;
    const first = next;
    while (next < kept.length && (kept[next] as OutlineHeading).block < lastBlock) next++;
    reports.push({ firstBlock, lastBlock, headings: kept.slice(first, next) });
  }
  return reports;
}

/** `一、主动公开情况` within section one: the section's own heading still comes, with its number or its table. */
function isInnerItem(tree: Tree, headings: readonly OutlineHeading[], at: number): boolean {
  const own = headings[at] as OutlineHeading;
  const { section } = own.match;
  if (section.ordinal === 1 || own.ordinal === null || own.ordinal.value === section.ordinal) return false;
  if (hasTable(tree, headings, at)) return false;
  for (let i = at + 1; i < headings.length; i++) {
    const other = headings[i] as OutlineHeading;
    if (other.match.section.ordinal === 1) return false;
    if (other.match.section !== section) continue;
    return other.ordinal?.value === section.ordinal || hasTable(tree, headings, i);
  }
  return false;
}

/** Whether a table stands under a heading, before the next one. */
function hasTable(tree: Tree, headings: readonly OutlineHeading[], at: number): boolean {
  const end = headings[at + 1]?.block ?? tree.blocks.length;
  for (let block = (headings[at] as OutlineHeading).block + 1; block < end; block++) {
    if (tree.blocks[block]?.kind === 'table') return true;
  }
  return false;
}

const shortestList = 4;

/** Headings of a table of contents: four or more in a row with nothing between them, and named again below. */
function contentsList(tree: Tree, headings: readonly OutlineHeading[]): Set<OutlineHeading> {
  const listed = new Set<OutlineHeading>();
  for (let i = 0; i < headings.length; ) {
    let end = i + 1;
    while (
      end < headings.length &&
      followsInList(tree, headings[end - 1] as OutlineHeading, headings[end] as OutlineHeading)
    )
      end++;
    const isList = end - i >= shortestList;
    if (isList && headings.slice(end, end + 8).some((heading) => heading.match.section === headings[i]?.match.section))
      for (let j = i; j < end; j++) listed.add(headings[j] as OutlineHeading);
    i = end;
  }
  return listed;
}

function followsInList(tree: Tree, before: OutlineHeading, after: OutlineHeading): boolean {
  if (after.match.section.ordinal <= before.match.section.ordinal) return false;
  for (let block = before.block + 1; block < after.block; block++) {
    if (tree.blocks[block]?.kind !== 'blank') return false;
  }
  return before.block !== after.block;
}

/** Blocks at which a further report begins: a title (with the issuer's line before it) and section one after it. */
function boundaries(tree: Tree, headings: readonly OutlineHeading[], titles: readonly number[]): number[] {
  const found: number[] = [];
  let next = 0;
  let since = 0;
  for (const title of titles) {
    while (next < headings.length && (headings[next] as OutlineHeading).block < title) {
      next++;
      since++;
    }
    const following = headings[next];
    if (since === 0 || following === undefined || following.match.section.ordinal !== 1) continue;
    found.push(withIssuerLine(tree, title));
    since = 0;
  }
  return found.length > 0 ? found : restarts(headings);
}

const issuerLine =
  /(?:政府|办事处|局|委员会|管委会|办公室|办公厅|厅|镇|乡|街道|中心|院|队|所|区|县|市|年度?|政府信息公开|信息)$/;

function withIssuerLine(tree: Tree, title: number): number {
  let first = title;
  for (let block = title - 1; block >= 0 && block >= title - 3; block--) {
    const before = tree.blocks[block] as Block;
    if (before.kind === 'blank') {
      if (before.length > 4) break;
      continue;
    }
    if (before.kind !== 'paragraph') break;
    const start = tree.starts[block] as number;
    const view = shownBetween(tree, start, start + before.length);
    const text = seenText(view, before.content.start, before.content.end).replace(/[\s*#]/g, '');
    if (text.length > 40 || text.length < 3 || /[。；，]|日$/.test(text) || !issuerLine.test(text)) break;
    first = block;
  }
  return first;
}

/** Reports that follow one another without titles: section one again after five others, and two after it. */
function restarts(headings: readonly OutlineHeading[]): number[] {
  const found: number[] = [];
  let seen = new Set<number>();
  headings.forEach((heading, i) => {
    const { ordinal } = heading.match.section;
    if (ordinal === 1 && seen.size >= 5 && headings[i + 1]?.match.section.ordinal === 2) {
      found.push(heading.block);
      seen = new Set();
    }
    seen.add(ordinal);
  });
  return found;
}
