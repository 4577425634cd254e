/** Changes of logical reports: of the texts that state something, of sections, of tables. */
import type { Form, SectionId, TableId } from '../../server/src/standard/edition';
import type { Figures } from '../support/reports/facts';
import type { LogicalReport, LogicalSection, LogicalTable, Part } from '../support/reports/logical-report';
import type { Tag } from '../support/reports/marks';
import { replaceTag, tagsIn } from '../support/reports/marks';

/** A text of a report, with the way to put another in its place. */
interface TextSlot {
  readonly section: SectionId | 'preface' | 'signature';
  readonly text: string;
  put(text: string): LogicalReport;
}

/** Every text of the report besides its title and its headings. */
export function textSlots(report: LogicalReport): TextSlot[] {
  const lines = (name: 'preface' | 'signature'): TextSlot[] =>
    report[name].map((text, i) => ({
      section: name,
      text,
      put: (changed) => ({ ...report, [name]: report[name].map((other, j) => (i === j ? changed : other)) }),
    }));
  const inSections = report.sections.flatMap((section) =>
    section.parts.flatMap((part, i): TextSlot[] =>
      part.kind !== 'paragraph'
        ? []
        : [
            {
              section: section.id,
              text: part.text,
              put: (changed) => withParts(report, section, replaced(section.parts, i, { ...part, text: changed })),
            },
          ],
    ),
  );
  return [...lines('preface'), ...inSections, ...lines('signature')];
}

/** A tag with the slot that it stands in. */
export interface TagPlace {
  readonly slot: TextSlot;
  readonly tag: Tag;
}

/** The tags whose name satisfies `wanted`. */
export function tagPlaces(report: LogicalReport, wanted: (name: string) => boolean): TagPlace[] {
  return textSlots(report).flatMap((slot) =>
    tagsIn(slot.text)
      .filter((tag) => wanted(tag.name))
      .map((tag) => ({ slot, tag })),
  );
}

/** The report with a tag's text replaced. */
export function changeTag({ slot, tag }: TagPlace, put: string): LogicalReport {
  return slot.put(replaceTag(slot.text, tag, put));
}

export function sectionOf(report: LogicalReport, id: SectionId): LogicalSection {
  const section = report.sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new RangeError(`no section ${id}`);
  return section;
}

/** The report with other parts in one section. */
export function withParts(report: LogicalReport, { id }: LogicalSection, parts: readonly Part[]): LogicalReport {
  return withSection(report, id, (section) => ({ ...section, parts }));
}

export function withSection(
  report: LogicalReport,
  id: SectionId,
  change: (section: LogicalSection) => LogicalSection,
): LogicalReport {
  return { ...report, sections: report.sections.map((section) => (section.id === id ? change(section) : section)) };
}

export function tableOf(report: LogicalReport, id: TableId): LogicalTable | undefined {
  for (const part of sectionOf(report, id).parts) if (part.kind === 'table') return part.table;
  return undefined;
}

/** The report with its table changed, where it has one. */
export function withTable(report: LogicalReport, id: TableId, change: (table: LogicalTable) => Part): LogicalReport {
  return withSection(report, id, (section) => ({
    ...section,
    parts: section.parts.map((part) => (part.kind === 'table' ? change(part.table) : part)),
  }));
}

/** The report with other figures printed in its tables; the prose stays. */
export function withFigures(report: LogicalReport, changed: ReadonlyMap<string, string>): LogicalReport {
  const merge = (table: LogicalTable): Part => {
    const figures: Figures = new Map(table.figures);
    for (const [key, value] of changed) figures.set(key, value);
    return { kind: 'table', table: { ...table, figures } };
  };
  let result = report;
  for (const id of ['disclosure', 'requests', 'review'] as const) result = withTable(result, id, merge);
  return result;
}

/** The report with a table printed in another form. */
export function withForm(report: LogicalReport, id: TableId, form: Form): LogicalReport {
  return withTable(report, id, (table) => ({ kind: 'table', table: { ...table, form } }));
}

/** The report with an image in place of each table, so that the prose has nothing to agree with. */
export function withoutFigures(report: LogicalReport): LogicalReport {
  let result = report;
  for (const id of ['disclosure', 'requests', 'review'] as const) {
    result = withTable(result, id, () => ({ kind: 'image', name: 'table', isPlace: false }));
  }
  return result;
}

function replaced<T>(list: readonly T[], index: number, element: T): T[] {
  return list.map((other, i) => (i === index ? element : other));
}
