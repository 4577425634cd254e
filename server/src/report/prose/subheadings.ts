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
  const wanted = new Map(headings.map((heading) => [heading, fold(heading)]));
  const left = new Set(wanted.values());
  const lengths = [...new Set([...left].map((heading) => heading.length))];
  for (const line of sections.flatMap((section) => foldedLines(report, section))) {
    for (let ordinal = 0; ordinal <= longestOrdinal; ordinal++) {
      for (const length of lengths) left.delete(line.slice(ordinal, ordinal + length));
      if (!/[一二三四五六七八九十0-9]/.test(line.charAt(ordinal))) break;
    }
  }
  return headings.filter((heading) => left.has(wanted.get(heading) as string));
}

/** A heading may stand behind an ordinal of up to three numerals. */
const longestOrdinal = 3;

function foldedLines({ view }: Report, { span }: Section): readonly string[] {
  return seenText(view, span.start, span.end)
    .split(/[\r\n]+/)
    .map(fold);
}

/** How many lines of the section begin with an ordinal like （一）. */
export function numberedSubheadings({ view }: Report, { span }: Section): number {
  return seenText(view, span.start, span.end).match(/^[ \t\u00a0\u3000#*]*（[一二三四五六七八九十]）/gm)?.length ?? 0;
}
