/** The fixes that put the tables' figure into a statement of the prose. */
import { tableValues } from '../figures/fact-values';
import type { Figures } from '../figures/figures';
import type { Fix } from '../findings/finding';
import { isDoubtful } from '../fixes/cell-fixes';
import type { Exact } from '../quantity/exact';
import { compareExact, isWhole, printExact } from '../quantity/exact';
import type { Fact, FactSubject, Report } from '../report/report';
import { printChineseNumeral } from '../text/numerals';
import { seenText } from '../text/seen';
import { phrase } from '../text/wording';

/** The statement with the one value that all its readings have; none where they differ, or where it cannot be put into its words. */
export function restatedFixes(figures: Figures, fact: Fact): readonly Fix[] {
  const values = tableValues(figures, fact) ?? [];
  const [first] = values;
  if (first === undefined || fact.readings.flat().some((ref) => isDoubtful(figures, ref))) return [];
  if (values.some((value) => value.open || compareExact(value.lowest, first.lowest) !== 0)) return [];
  const newText = fact.negated ? affirmed(figures.report, fact, first.lowest) : inTheNumeralsOf(fact.raw, first.lowest);
  if (newText === undefined) return [];
  return [{ title: phrase`正文改为${newText}`, applicability: 'suggested', edits: [{ span: fact.span, newText }] }];
}

function inTheNumeralsOf(raw: string, value: Exact): string | undefined {
  if (/^[0-9０-９,，.．]+$/.test(raw)) return printExact(value);
  if (!/^[零一二三四五六七八九十百千两]+$/.test(raw) || !isWhole(value)) return undefined;
  return printChineseNumeral(value.units / 10 ** value.scale) ?? undefined;
}

/** What is counted in 件. */
const pieces: ReadonlySet<FactSubject> = new Set<FactSubject>([
  'requests-received',
  'requests-carried-in',
  'requests-carried-out',
  'reconsideration',
  'litigation',
  'documents-issued',
  'documents-repealed',
  'documents-in-force',
]);

/** `未收到…`: a verb with what it is about. */
const deniedAct = /^(?:未|没有)((?:收到|接到|发生|制发|制定|出台|废止|被提起|被申请)[^，。；、和或及]+)$/;
/** `无上年结转`: what there is none of. */
const deniedThing = /^(?:无|没有)((?:上年结转|结转下年度|现行有效|行政复议|行政诉讼)[^，。；、和或及]*)$/;

/** `未收到政府信息公开申请` is `收到政府信息公开申请2件`; only where the statement ends there, so that what follows still goes with it. */
function affirmed({ view }: Report, { subject, span, implied }: Fact, value: Exact): string | undefined {
  if (implied || !pieces.has(subject) || value.units <= 0 || !isWhole(value)) return undefined;
  const next = seenText(view, span.end, Math.min(view.length, span.end + 40)).trimStart();
  if (next !== '' && !/^[，。；,;.]/.test(next)) return undefined;
  const said = seenText(view, span.start, span.end);
  const kept = deniedAct.exec(said)?.[1] ?? deniedThing.exec(said)?.[1];
  return kept === undefined ? undefined : `${kept}${printExact(value)}件`;
}
