/** What the protocol is told of a document, made report by report: a report that did not change is not converted again. */

import type { Range } from 'vscode-languageserver';
import { auditedAs } from '../../features/locate';
import { perObject } from '../../text/per-object';
import type { SnapshotReport } from '../../workspace/snapshot';
import type { AuditedDocument } from '../documents';

interface RememberedItems<T> {
  readonly uri: string;
  readonly translations: AuditedDocument['translations'];
  /** The line that the report starts in, and how many lines and characters further it ends. */
  readonly line: number;
  readonly extent: string;
  readonly items: readonly T[];
}

/**
 * The items of all reports in their order. `convert` is given documents whose snapshot has one report only; `move` gives
 * an item for a report that now starts some lines further down; without it, such a report is converted again.
 */
export function byReport<T>(
  convert: (audited: AuditedDocument) => readonly T[],
  move?: (item: T, lines: number) => T,
): (audited: AuditedDocument) => T[] {
  const memory = perObject((_: object): { last?: RememberedItems<T> } => ({}));
  const itemsOf = (audited: AuditedDocument, place: SnapshotReport): readonly T[] => {
    const { document, snapshot, translations } = audited;
    const start = document.positionAt(place.start);
    const own = (): readonly T[] => convert({ ...audited, snapshot: { ...snapshot, reports: [place] } });
    // One that begins within a line has characters that depend on what stands before it.
    if (place.report === null || start.character > 0) return own();
    const kept = memory(auditedAs(place));
    const { uri } = document;
    const { line } = start;
    const end = document.positionAt(place.end);
    const extent = `${end.line - line}:${end.character}`;
    const known = kept.last;
    const isUsable = known?.uri === uri && known.translations === translations && known.extent === extent;
    if (isUsable && known.line === line) return known.items;
    const items = isUsable && move ? known.items.map((item) => move(item, line - known.line)) : own();
    kept.last = { uri, translations, line, extent, items };
    return items;
  };
  return (audited) => audited.snapshot.reports.flatMap((place) => itemsOf(audited, place));
}

/** The range so many lines further down. */
export function moveRange({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}
