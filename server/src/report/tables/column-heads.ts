/** The heads of table two's columns as they stand in the text, where they are in other words than the form's. */

import { disclosureItemsOf } from '../../standard/disclosure-rows';
import type { DisclosureItem, Edition } from '../../standard/edition';
import { foreignSigns } from '../../standard/form-signs';
import { fold, foldWithOffsets } from '../../standard/label-folding';
import { surplusOf } from '../../text/characters';
import { perObject } from '../../text/per-object';
import { remembered } from '../../text/remembered';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { FoundTable, Report } from '../report';

interface ColumnHead {
  readonly span: Span;
  /** As printed, without white space. */
  readonly text: string;
  /** The head that the form has there. */
  readonly standard: string;
  readonly flaw: 'words' | 'unit';
}

const rememberedItems = perObject((edition: Edition) => disclosureItemsOf(edition.tables.disclosure.rows));

const judgeOf = perObject((items: readonly DisclosureItem[]) =>
  remembered((text: string) => standardHeads(items, text)),
);

const lead = fold('信息内容');
const longestHead = 24;

/** The heads that differ, in order; a head that is not there, or broken over lines between others, is none. */
export function unusualHeads(report: Report): readonly ColumnHead[] {
  const table = report.tables.disclosure;
  if (table.state === 'missing' || report.edition.columnHeads !== 'judged') return [];
  const { start, end } = table.span;
  const text = report.view.slice(start, end);
  const items = rememberedItems(report.edition);
  if (judgeOf(items)(text)) return [];
  return items.flatMap((item) => headsOfItem(report, table, item));
}

/** Whether the table holds every head in the form's words, and no unit but the form's: what nearly every table is like. */
function standardHeads(items: readonly DisclosureItem[], text: string): boolean {
  const folded = fold(text);
  const heads = items.flatMap(({ columns }) => columns.map(({ label }) => fold(label)));
  const isWhole = heads.every(
    (head) => folded.split(head).length - 1 >= heads.filter((other) => other === head).length,
  );
  return isWhole && !/单位为?[亿千百十]{0,3}元/.test(folded);
}

function headsOfItem({ view, edition }: Report, table: FoundTable, item: DisclosureItem): ColumnHead[] {
  const row = table.rows.find((each) => item.rows.some(({ id }) => id === each.row));
  if (row === undefined) return [];
  const before = table.rows[table.rows.indexOf(row) - 1]?.span.end ?? table.span.start;
  const folded = foldWithOffsets(view, before, row.label.span.start);
  const from = folded.text.lastIndexOf(lead);
  if (from < 0) return [];
  const header = folded.text.slice(from + lead.length);
  if (foreignSigns(edition.id).some((sign) => header.includes(sign))) return [];
  const placed = (start: number, end: number): Span => ({
    start: folded.offsets[from + lead.length + start] as number,
    end: (folded.offsets[from + lead.length + end - 1] as number) + 1,
  });
  return [...wordsOf(view, header, item, placed), ...unitHead(view, header, item, placed)];
}

type SpanOf = (start: number, end: number) => Span;

/** What stands in the place of the one head that is not among the others. */
function wordsOf(view: string, header: string, { columns }: DisclosureItem, placed: SpanOf): ColumnHead[] {
  const labels = columns.map(({ label }) => fold(label));
  const missing = labels.filter((label) => !header.includes(label));
  const [absent] = missing;
  // A head with the characters of all labels is only broken over lines beside others.
  const isAll = surplusOf(labels.join(''), header).length === 0;
  if (missing.length !== 1 || absent === undefined || isAll) return [];
  const at = labels.indexOf(absent);
  const previous = labels[at - 1];
  const next = labels[at + 1];
  const start = previous === undefined ? 0 : header.indexOf(previous) + previous.length;
  const end = next === undefined ? header.length : header.indexOf(next);
  if (end - start < 2 || end - start > longestHead) return [];
  const span = placed(start, end);
  const text = view.slice(span.start, span.end);
  if (/[\t\r\n|｜\uffff\ufdd0-\ufdd2]/.test(text) || !/^[\u4e00-\u9fff（）()：:\s]+$/.test(text)) return [];
  const standard = columns[at]?.label ?? '';
  return [{ span, text: text.replace(/\s+/g, ''), standard, flaw: 'words' }];
}

const unit = /单位为?([亿千百十]?万?)元/;

/** An amount in another unit than the form's 万元. */
function unitHead(view: string, header: string, { columns }: DisclosureItem, placed: SpanOf): ColumnHead[] {
  const amount = columns.find(({ kind }) => kind === 'amount');
  const match = unit.exec(header);
  if (amount === undefined || match === null || match[1] === '万') return [];
  const span = placed(match.index, match.index + match[0].length);
  const text = seenText(view, span.start, span.end).replace(/\s+/g, '');
  return [{ span, text, standard: `单位：${amount.unit}`, flaw: 'unit' }];
}
