/** How messages call the parts of a report. */
import type { Section } from '../report/report';
import type { CellRef, Edition, SectionSpec, TableId } from '../standard/edition';
import { sectionSpec } from '../standard/editions';
import { squeezed } from '../text/fold';
import { seenText } from '../text/seen';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

/** A section's ordinal as a message says it. */
export function ordinalWord(ordinal: number): Wording {
  return ordinals[ordinal] ?? String(ordinal);
}

const ordinals: readonly Wording[] = [
  phrase`零`,
  phrase`一`,
  phrase`二`,
  phrase`三`,
  phrase`四`,
  phrase`五`,
  phrase`六`,
];

/** E.g. `第三部分“收到和处理政府信息公开申请情况”`. */
export function sectionName(spec: SectionSpec): Wording {
  return phrase`第${ordinalWord(spec.ordinal)}部分“${spec.title}”`;
}

/** A section's heading as printed, in quotation marks. */
export function printedHeading(view: string, section: Section): string {
  return `“${headingWords(view, section)}”`;
}

/** A section's heading as printed. */
export function headingWords(view: string, { heading }: Section): string {
  return squeezed(seenText(view, heading.span.start, heading.span.end));
}

/** What a table's name quotes. */
export function tableNames(edition: Edition, id: TableId): readonly string[] {
  return [sectionSpec(edition, edition.tables[id].section).title];
}

/** What tells a cell from all others, for a problem's key. */
export function cellKey({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`;
}

/** What is wrong, as a part of a message. */
export interface Flaw {
  readonly words: Wording;
  /** What the words quote. */
  readonly names: readonly string[];
}
