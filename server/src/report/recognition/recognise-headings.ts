/** The headings by which a report is recognised: sections two to four, section one and its aspects. */
import { aspectHeadings } from '../../standard/aspects';
import type { SectionId } from '../../standard/edition';
import { sectionByTitle } from '../../standard/section-titles';
import { ordinalAt } from '../../syntax/heading';
import type { TitleLine } from '../title/title-lines';

export interface Headings {
  /** Every section that has a heading. */
  readonly names: ReadonlySet<SectionId>;
  /** Of sections two, three and four, those whose heading names government information: no other text has it. */
  readonly own: ReadonlySet<SectionId>;
  readonly hasOverview: boolean;
  /** Where section one begins; 0 without one. */
  readonly overviewLine: number;
  readonly aspects: ReadonlySet<string>;
  /** Where the first section begins; past all lines without one. */
  readonly firstLine: number;
}

const longestHeading = 60;
const ownSections: ReadonlySet<SectionId> = new Set(['disclosure', 'requests', 'review']);

export function headingsIn(lines: readonly TitleLine[]): Headings {
  const names = new Set<SectionId>();
  const own = new Set<SectionId>();
  const aspects = new Set<string>();
  let overviewLine = -1;
  let firstLine = lines.length;
  lines.forEach(({ text }, index) => {
    const heading = wordsOfHeading(text);
    const section = heading === undefined ? undefined : sectionByTitle(heading)?.section.id;
    if (section !== undefined && heading !== undefined) {
      names.add(section);
      firstLine = Math.min(firstLine, index);
      if (ownSections.has(section) && heading.includes('信息')) own.add(section);
      if (section === 'overview' && overviewLine < 0) overviewLine = index;
    }
    const aspect = aspectHeadings.find(({ begin }) => begin.test(text.slice(0, longestAspect)));
    if (aspect !== undefined) aspects.add(aspect.id);
  });
  return { names, own, hasOverview: overviewLine >= 0, overviewLine: Math.max(overviewLine, 0), aspects, firstLine };
}

const longestAspect = 24;

/** The words of a heading on a line of its own or before a colon, without its ordinal. */
function wordsOfHeading(text: string): string | undefined {
  const stop = text.slice(0, longestHeading).search(/[：:。]/);
  const line = stop > 0 ? text.slice(0, stop) : text;
  if (line.length < 2 || line.length > longestHeading) return undefined;
  const ordinal = ordinalAt(line, 0, line.length);
  return ordinal?.level === 'bracketed' ? undefined : line.slice(ordinal?.end ?? 0);
}
