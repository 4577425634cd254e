/** The preview as it goes to a page: places by line and character, words said; a report that the page has and that did not change is not sent again. */
import type { Position } from '../../text/line-index';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import type { Translations, Wording } from '../../text/wording';
import { worded } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { PlacedPart } from './preview';
import { preview } from './preview';
import type { PreviewBlock, PreviewCell, PreviewPart, PreviewRow } from './preview-model';

/** First line and character, last line and character (past the end). Lines count from the part's own line. */
export type LinePlace = readonly [line: number, character: number, endLine: number, endCharacter: number];

export type SentPart = PreviewPart<LinePlace, string>;

export interface PartAnswer {
  /** The same key means the same part. */
  readonly key: string;
  /** The line of the document that the part starts in. */
  readonly line: number;
  /** Left out where the client has it. */
  readonly part?: SentPart;
}

export interface PreviewAnswer {
  readonly version: number;
  readonly parts: readonly PartAnswer[];
}

export type Keys = (part: PreviewPart<Span, Wording>, translations: Translations | undefined) => string;

/**
 * A part never changes, so that its key only tells it from the others, and the languages from one another; a preview may
 * outlive the server, and know the keys of the one before.
 */
export function keysOfParts(): Keys {
  let last = Date.now() * 1_000;
  const numberOf = perObject((_: object) => ++last);
  return (part, translations) => `${numberOf(part)}${translations === undefined ? '' : '-translated'}`;
}

/** What is sent of a document. */
export interface PreviewSource {
  readonly snapshot: Snapshot;
  readonly version: number;
  readonly positionAt: (offset: number) => Position;
  readonly translations: Translations | undefined;
  /** Whether figures may be written into the cells: not into those of a file that is only shown. */
  readonly writing: Writing;
}

type Writing = 'open' | 'closed';

/** All parts, those with a `known` key by it alone. */
export function sentPreview(source: PreviewSource, known: ReadonlySet<string>, keyOf: Keys): PreviewAnswer {
  const { snapshot, version, positionAt, translations } = source;
  const parts = preview(snapshot).map((placed): PartAnswer => {
    const { line, character } = positionAt(placed.start);
    // A part that begins within a line has places of its own there.
    const key = keyOf(placed.part, translations) + (character === 0 ? '' : `@${character}`);
    return known.has(key) ? { key, line } : { key, line, part: sentPart(source, placed, line) };
  });
  return { version, parts };
}

function sentPart(
  { positionAt, translations, writing }: PreviewSource,
  { start, part }: PlacedPart,
  firstLine: number,
): SentPart {
  const place = (span: Span): LinePlace => {
    const from = positionAt(start + span.start);
    const to = positionAt(start + span.end);
    return [from.line - firstLine, from.character, to.line - firstLine, to.character];
  };
  const say = (wording: Wording): string => worded(wording, translations);
  return {
    ...part,
    blocks: part.blocks.map((block) => sentBlock(block, place, say, writing)),
    findings: part.findings.map((finding) => ({
      ...finding,
      title: say(finding.title),
      message: say(finding.message),
      basis: finding.basis === null ? null : say(finding.basis),
      at: place(finding.at),
    })),
    skipped: part.skipped === null ? null : say(part.skipped),
  };
}

type ToPlace = (span: Span) => LinePlace;

type Say = (wording: Wording) => string;

function sentBlock(
  block: PreviewBlock<Span, Wording>,
  place: ToPlace,
  say: Say,
  writing: Writing,
): PreviewBlock<LinePlace, string> {
  const at = place(block.at);
  const sentRows = (rows: readonly PreviewRow<Span>[]): readonly PreviewRow<LinePlace>[] =>
    rows.map((row) => ({ ...row, cells: row.cells.map((cell) => sentCell(cell, place, writing)) }));
  switch (block.kind) {
    case 'form':
      return { ...block, at, name: say(block.name), rows: sentRows(block.rows) };
    case 'grid':
      return { ...block, at, rows: sentRows(block.rows) };
    case 'absent':
      return { ...block, at, name: say(block.name) };
    default:
      return { ...block, at, runs: block.runs.map((run) => ({ ...run, at: place(run.at) })) };
  }
}

function sentCell({ figure, ...cell }: PreviewCell<Span>, place: ToPlace, writing: Writing): PreviewCell<LinePlace> {
  const at = cell.at === null ? null : place(cell.at);
  return { ...cell, at, ...(figure && writing === 'open' && { figure }) };
}
