/** The statutory sections and the tables that a report lacks. */
import { sectionAfter } from '../../fixes/fixes';
import {
  endPlace,
  headingMarkup,
  headingText,
  isBlankAfter,
  isBlankBefore,
  layoutFor,
  sectionBody,
} from '../../fixes/templates';
import type { Report, Section } from '../../report/report';
import type { Fill } from '../../standard/blank-form';
import { article50 } from '../../standard/clauses';
import type { SectionSpec, TableId } from '../../standard/edition';
import { formatClause } from '../../standard/format-clause';
import { headingOf } from '../../standard/sections';
import { nextLine } from '../../text/lines';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import { foundTables } from '../locate';
import type { Offer, Spot } from './completion-offer';
import type { Insertion } from './insertion';
import { formInsertion, withOpenStops } from './insertion';

const fills: readonly { readonly fill: Fill; readonly words: Wording }[] = [
  { fill: 'blank', words: phrase`标题和标准表格，数字留空` },
  { fill: 'zero', words: phrase`标题和标准表格，数字填0` },
];

/** The headings that are missing right here, with what belongs under them and alone; a started one anywhere. */
export function sectionOffers(spot: Spot): readonly Offer[] {
  const { report, line } = spot;
  const missing = report.edition.sections.filter((spec) => !report.sections.some(({ id }) => id === spec.id));
  if (missing.length === 0) return [];
  const fitting = missing.filter((spec) => belongsAt(spot, spec));
  if (line.typed.trim() === '' && line.markup.trim() === '') {
    // What comes later is only hinted at while nothing is typed of it.
    return fitting.flatMap((spec, i) => offersForSection(spot, spec).slice(0, i === 0 ? undefined : 1));
  }
  return [...fitting, ...missing.filter((spec) => !fitting.includes(spec))].flatMap((spec) =>
    offersForSection(spot, spec),
  );
}

/** The standard heading for one that is begun on the line, with what it lacks. */
export function headingOffers(spot: Spot, { id, heading, body }: Section): readonly Offer[] {
  const spec = spot.report.edition.sections.find((other) => other.id === id);
  if (spec === undefined || heading.match === 'standard') return [];
  const offers = offersForSection(spot, spec);
  return body === null ? offers : offers.slice(-1);
}

/** Whether the section belongs between what stands before the line and what stands after it. */
function belongsAt({ report, line, offset }: Spot, spec: SectionSpec): boolean {
  const { sections, edition, text } = report;
  const ordinalOf = (id: string): number => edition.sections.find((other) => other.id === id)?.ordinal ?? 0;
  const before = sections.findLast(({ heading }) => heading.span.start < line.start);
  const after = sections.find(({ heading }) => heading.span.start > line.start);
  if (before !== undefined && ordinalOf(before.id) > spec.ordinal) return false;
  if (after !== undefined && ordinalOf(after.id) < spec.ordinal) return false;
  const title = report.title?.span.end ?? 0;
  if (line.start < title) return false;
  const from = nextLine(text, offset);
  const following = sectionAfter(report, spec);
  const own = spec.table === undefined ? undefined : foundTables(report).find(({ table }) => table === spec.table);
  const to = own !== undefined && own.span.start >= from ? own.span.start : (following?.span.start ?? endPlace(report));
  if (to < line.start) return false;
  // A heading in the midst of a section would take the rest of it away.
  return text.slice(from, Math.max(from, to)).replace(/<[^<>]*>|[|\s]/g, '') === '';
}

function offersForSection(spot: Spot, spec: SectionSpec): readonly Offer[] {
  const { report } = spot;
  const heading = headingOf(spec);
  const offer = (detail: Wording, body: Insertion): Offer => ({
    kind: 'section',
    label: heading,
    detail,
    note: phrase`年度报告格式规定六个部分缺一不可。`,
    clause: listed([article50.words, formatClause(report.edition.id).words], '；'),
    keys: [heading, spec.title, ...spec.longForms],
    insertion: asBlock(spot, [headingLine(spot, headingText(report, spec)), ...body]),
  });
  const { eol } = report;
  const alone = offer(phrase`只插入标题`, []);
  if (spec.table === undefined) {
    return [
      offer(phrase`标题和待填写的文句`, [eol + eol, ...withOpenStops(withoutLastEol(sectionBody(report, spec), eol))]),
      offer(phrase`只插入标题`, isAtEnd(spot) ? [eol + eol, { placeholder: '' }] : []),
    ];
  }
  if (report.tables[spec.table].state === 'found') return [alone];
  const { table } = spec;
  return [...fills.map(({ fill, words }) => offer(words, [eol + eol, ...tableOf(report, table, fill)])), alone];
}

/** Whether nothing stands on the line behind the cursor nor after it up to the next heading, so that text may go on there. */
function isAtEnd({ report, line, offset }: Spot): boolean {
  if (line.rest.trim() !== '') return false;
  const next = report.sections.find(({ heading }) => heading.span.start > offset)?.heading.span.start;
  return report.text.slice(offset, next).trim() === '';
}

/** The heading in the markup of the others; what of it stands on the line already is not repeated. */
function headingLine({ report, line }: Spot, heading: string): string {
  const markup = headingMarkup(report);
  const before = line.markup.trim() === '' ? markup.before : '';
  const opened = line.markup.trim();
  const after = before === '' && opened !== markup.before.trim() ? closingOf(opened) : markup.after;
  return before + heading + (line.rest.trim() === '' ? after : '');
}

function closingOf(opened: string): string {
  const tag = /^<([a-z][a-z0-9]*)/i.exec(opened)?.[1];
  if (tag !== undefined) return `</${tag}>`;
  return opened.startsWith('#') ? '' : opened;
}

/** The table of the section that the line stands in, where it has none. */
export function tableOffers(spot: Spot): readonly Offer[] {
  const { report, location, line } = spot;
  const spec = report.edition.sections.find(({ id }) => id === location.section?.id);
  const table = spec?.table;
  if (spec === undefined || table === undefined || report.tables[table].state === 'found') return [];
  if (line.markup.trim() !== '') return [];
  const { name } = report.edition.tables[table];
  return fills.map(({ fill }) => ({
    kind: 'table',
    label: `${spec.title}表`,
    detail: fill === 'blank' ? phrase`标准表格，数字留空` : phrase`标准表格，数字填0`,
    note: phrase`${name}：格式规定这一部分以表格形式报告，没有数据的填0。`,
    clause: listed([article50.words, formatClause(report.edition.id).words], '；'),
    keys: [`${spec.title}表`, '标准表格'],
    insertion: asBlock(spot, tableOf(report, table, fill)),
  }));
}

function tableOf(report: Report, table: TableId, fill: Fill): Insertion {
  const { eol } = report;
  const form = formInsertion(report.edition.tables[table], layoutFor(report), fill, eol);
  const last = form[form.length - 1];
  return typeof last === 'string' ? [...form.slice(0, -1), withoutLastEol(last, eol)] : form;
}

function withoutLastEol(block: string, eol: string): string {
  return block.endsWith(eol) ? block.slice(0, -eol.length) : block;
}

/** With empty lines between the block and what stands around the line. */
export function asBlock({ report, line, offset }: Spot, block: Insertion): Insertion {
  const { text, eol } = report;
  const lead = line.markup !== '' || isBlankBefore(text, line.start) ? '' : eol;
  const next = nextLine(text, offset);
  const trail = next >= text.length || isBlankAfter(text, next) ? '' : eol;
  return [...(lead === '' ? [] : [lead]), ...block, ...(trail === '' ? [] : [trail])];
}
