/** Headings within a section: lines that begin with words looked for, and those that are numbered （一）, （二）. */
import { fold } from '../../standard/label-folding';
import { seenText } from '../../text/seen';
import type { Report, Section } from '../report';

/** Those of `headings` that no line of the sections begins with, an ordinal before it or none. */
export function missingSubheadings(
  report: Report,
  sections: readonly Section[],
  headings: readonly string[],
): readonly string[] {
  const lines = sections.flatMap((section) => foldedLines(report, section));
  return headings.filter((heading) => !lines.some((line) => beginsWith(line, fold(heading))));
}

function foldedLines({ view }: Report, { span }: Section): readonly string[] {
  return seenText(view, span.start, span.end)
    .split(/[\r\n]+/)
    .map(fold);
}

const longestOrdinal = 3;

/** Whether a line begins with the heading, after an ordinal of up to three numerals or none. */
function beginsWith(line: string, heading: string): boolean {
  for (let ordinal = 0; ordinal <= longestOrdinal; ordinal++) {
    if (line.startsWith(heading, ordinal)) return true;
    if (!/[一二三四五六七八九十0-9]/.test(line.charAt(ordinal))) return false;
  }
  return false;
}

/** How many lines of the section begin with an ordinal like （一）. */
export function numberedSubheadings({ view }: Report, { span }: Section): number {
  return seenText(view, span.start, span.end).match(/^[ \t\u00a0\u3000#*]*（[一二三四五六七八九十]）/gm)?.length ?? 0;
}
