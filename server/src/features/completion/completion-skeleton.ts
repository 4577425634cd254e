/** The whole report to begin with: in an empty document, or under a title. */
import { isGovernment } from '../../report/title/issuer';
import { printReport } from '../../standard/blank-form';
import { article50 } from '../../standard/clauses';
import type { Edition } from '../../standard/edition';
import { editionFor } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import type { Layout } from '../../text/layout';
import { layouts } from '../../text/layout';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Completion, Offer, Spot } from './completion-offer';
import { matched } from './completion-offer';
import { asBlock } from './completion-sections';
import type { Insertion, Stop } from './insertion';
import { withOpenStops, withStops } from './insertion';
import { typedAt } from './typed';

/** What an empty document is to become. */
interface NewReport {
  /** The layout offered first. */
  readonly layout: Layout;
  /** The year most likely reported on. */
  readonly year: number;
  readonly eol: string;
}

const fewestTyped = 2;
const mostTyped = 20;

/** The skeleton in every layout, for a document that has nothing but the beginning of a word. */
export function skeletonCompletions(text: string, offset: number, wanted: NewReport): readonly Completion[] {
  const typed = text.replace(/^\ufeff/, '').trim();
  if (typed.length > mostTyped || (typed !== '' && typed.length < fewestTyped)) return [];
  const line = typedAt(text, offset);
  if (line.typed.trim() !== typed || line.rest.trim() !== '') return [];
  const offers = layoutsFrom(wanted.layout).map((layout) =>
    skeletonOffer(layout, wholeReport(layout, wanted), editionFor(wanted.year)),
  );
  return matched(offers, line, 0);
}

/** All that follows a title, where nothing does. */
export function restOffers(spot: Spot): readonly Offer[] {
  const { report, line, offset } = spot;
  const { title, text, sections, eol } = report;
  if (title === null || sections.length > 0 || line.start < title.span.end || line.markup.trim() !== '') return [];
  const others = text.slice(title.span.end, line.from) + text.slice(offset);
  if (others.replace(/[*_#]|<[^<>]*>/g, '').trim() !== '') return [];
  const year = report.year ?? report.edition.firstYear;
  return layoutsFrom(layoutOfTitle(text, title.span.start)).map((layout) => {
    const whole = skeletonText(layout, report.edition, report.issuer, year, eol);
    const [, rest = ''] = cutAfter(whole, eol + eol);
    return skeletonOffer(layout, asBlock(spot, stopped(rest, year)), report.edition);
  });
}

function layoutOfTitle(text: string, start: number): Layout {
  const before = text.slice(0, start);
  return /(?:^|[\r\n])[ \t]*#{1,6}[ \t]+$/.test(before) ? 'markdown' : /<[^<>]*>\s*$/.test(before) ? 'html' : 'tsv';
}

function layoutsFrom(first: Layout): readonly Layout[] {
  return [first, ...layouts.filter((layout) => layout !== first)];
}

const layoutNames: Readonly<Record<Layout, Wording>> = {
  'tab-cell': phrase`每个单元格占一行，前有制表符`,
  'bar-line': phrase`每个单元格占一行，后有竖线`,
  tsv: phrase`用制表符分列（可与Excel互相粘贴）`,
  markdown: phrase`Markdown表格`,
  'bar-row': phrase`用竖线分列`,
  stacked: phrase`每个单元格占一段`,
  'bar-alone': phrase`每个单元格占一行，竖线另起一行`,
  spaced: phrase`用空格分列`,
  html: phrase`HTML表格`,
};

const label = '政府信息公开工作年度报告（六个部分，表格待填）';

function skeletonOffer(layout: Layout, insertion: Insertion, edition: Edition): Offer {
  return {
    kind: 'report',
    label,
    detail: layoutNames[layout],
    note: phrase`六个部分和三张标准表格，数字和文句都留待填写。`,
    clause: listed([article50.words, formatClause(edition.id).words], '；'),
    keys: [label, '年度报告', '年报', '信息公开', '模板', '空白报告'],
    insertion,
  };
}

/** Stands for the body's name while the report is printed; no report has it. */
const bodyMark = '\uE0B8';

function wholeReport(layout: Layout, { year, eol }: NewReport): Insertion {
  return stopped(skeletonText(layout, editionFor(year), null, year, eol), year);
}

function skeletonText(layout: Layout, edition: Edition, issuer: string | null, year: number, eol: string): string {
  // A body that is not named yet gets what governments have to say besides: too much does no harm.
  const reporter = issuer === null || isGovernment(issuer) ? 'government' : 'other';
  const text = printReport(edition, {
    layout,
    issuer: issuer ?? bodyMark,
    year,
    eol,
    reporter,
    figures: 'blank',
    sentences: 'open',
  });
  return text.slice(0, -eol.length);
}

/** Stops for body and year where they are not known yet, then one for each mark of what is to be written. */
function stopped(text: string, year: number): Insertion {
  const isNew = text.includes(bodyMark);
  const stop = (placeholder: string, name: string): Stop => ({ placeholder, name });
  return withOpenStops(text).flatMap((piece) => {
    if (typeof piece !== 'string' || !isNew) return [piece];
    return withStops(piece, bodyMark, () => stop('××县××镇人民政府', 'issuer')).flatMap((part) =>
      typeof part === 'string' ? withStops(part, String(year), () => stop(String(year), 'year')) : [part],
    );
  });
}

function cutAfter(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
