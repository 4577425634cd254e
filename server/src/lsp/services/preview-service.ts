/** The request for the preview; a report that the client has already and that did not change is not sent again. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedPart } from '../../features/preview/preview';
import { preview } from '../../features/preview/preview';
import type { PreviewBlock, PreviewCell, PreviewPart, PreviewRow } from '../../features/preview/preview-model';
import { perObject } from '../../text/per-object';
import type { Span } from '../../text/span';
import type { Translations, Wording } from '../../text/wording';
import { worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import {
  type LinePlace,
  type PartAnswer,
  type PreviewAnswer,
  type PreviewParams,
  previewMethod,
  type SentPart,
} from '../wire/preview-protocol';

export const previewService: Service = { capabilities: () => ({}), serve };

function serve({ connection, documents }: Session): void {
  const keyOf = keysOfParts();
  connection.onRequest(
    previewMethod,
    answering(connection)<unknown, PreviewAnswer | null>(previewMethod, null, async (params) => {
      const { uri, known } = checkedParams(params);
      const audited = await documents.audited(uri);
      return audited === null ? null : answer(audited, new Set(known), keyOf);
    }),
  );
}

/** Anybody may send the request; one without a document is answered with nothing. */
function checkedParams(params: unknown): PreviewParams {
  const { uri, known } = (params ?? {}) as Partial<Record<keyof PreviewParams, unknown>>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    known: Array.isArray(known) ? known.filter((key) => typeof key === 'string') : [],
  };
}

type Keys = (part: PreviewPart<Span, Wording>, translations: Translations | undefined) => string;

/**
 * A part never changes, so that its key only tells it from the others, and the languages from one another; a preview may
 * outlive the server, and know the keys of the one before.
 */
function keysOfParts(): Keys {
  let last = Date.now() * 1_000;
  const numberOf = perObject((_: object) => ++last);
  return (part, translations) => `${numberOf(part)}${translations === undefined ? '' : '-translated'}`;
}

function answer(
  { document, snapshot, translations, file }: AuditedDocument,
  known: Set<string>,
  keyOf: Keys,
): PreviewAnswer {
  const writing = file === undefined ? 'open' : 'closed';
  const parts = preview(snapshot).map((placed): PartAnswer => {
    const { line, character } = document.positionAt(placed.start);
    // A part that begins within a line has places of its own there.
    const key = keyOf(placed.part, translations) + (character === 0 ? '' : `@${character}`);
    return known.has(key)
      ? { key, line }
      : { key, line, part: sentPart(document, placed, line, translations, writing) };
  });
  return { version: document.version, parts };
}

function sentPart(
  document: TextDocument,
  { start, part }: PlacedPart,
  firstLine: number,
  translations: Translations | undefined,
  writing: Writing,
): SentPart {
  const place = (span: Span): LinePlace => {
    const from = document.positionAt(start + span.start);
    const to = document.positionAt(start + span.end);
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

/** Whether figures may be written into the cells: not into those of a file that is only shown. */
type Writing = 'open' | 'closed';

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
