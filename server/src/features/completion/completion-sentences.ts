/** The usual sentences for a place, with the figures that the report's tables state. */
import type { Figures } from '../../figures/figures';
import { figureAt, figuresOf } from '../../figures/figures';
import type { Exact } from '../../quantity/exact';
import { addExact, exactOf, printExact } from '../../quantity/exact';
import { aspectBefore, aspectsTold } from '../../report/prose/aspects-told';
import type { Report, Section } from '../../report/report';
import { isGovernment } from '../../report/title/issuer';
import type { AspectId } from '../../standard/aspects';
import { aspects } from '../../standard/aspects';
import { article50 } from '../../standard/clauses';
import { formatClause } from '../../standard/format-clause';
import { fold } from '../../standard/label-folding';
import { dispositionHeading } from '../../standard/request-rows';
import type { FigureName, SentencePlace, StandardSentence } from '../../standard/standard-sentences';
import { sentenceFigures, standardSentences } from '../../standard/standard-sentences';
import { phrase, worded } from '../../text/wording';
import type { Offer, Spot } from './completion-offer';
import type { Insertion, Stop } from './insertion';
import { plainText } from './insertion';

/** Those of the place that are true as far as the tables tell, the ones that the report does not have yet first. */
export function sentenceOffers(spot: Spot): readonly Offer[] {
  const places = placesAt(spot);
  const figures = figuresOf(spot.report);
  const said = fold(proseAround(spot));
  const stated = new Set<string>(spot.report.facts.map(({ subject }) => subject));
  const isNew = ({ about }: StandardSentence): boolean => about === undefined || !stated.has(about);
  const own = standardSentences
    .filter(({ place }) => places.includes(place))
    .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
  return [...own.filter(isNew), ...own.filter((sentence) => !isNew(sentence))]
    .flatMap((sentence) => sentenceOffer(figures, sentence) ?? [])
    .filter(({ label }) => !said.includes(fold(label)));
}

/** What the aspect says to begin with in this report, as one text. */
export function openingSentences(report: Report, aspect: AspectId): string {
  const figures = figuresOf(report);
  const [first] = standardSentences
    .filter(({ place }) => place === aspect)
    .flatMap((sentence) => sentenceOffer(figures, sentence) ?? []);
  const duties =
    aspect === 'supervision' && isGovernment(report.issuer)
      ? standardSentences.find(({ id }) => id === 'duties')?.text
      : undefined;
  return (first === undefined ? '' : plainText(first.insertion)) + (duties ?? '');
}

function placesAt({ report, location, line }: Spot): readonly SentencePlace[] {
  const { section } = location;
  if (section === undefined) {
    const [first] = report.sections;
    const title = report.title?.span.end ?? -1;
    return line.start > title && (first === undefined || line.start < first.span.start) ? ['preface'] : [];
  }
  if (line.start <= section.heading.span.start || line.markup.trim().startsWith('#')) return [];
  if (section.id === 'problems' || section.id === 'other') return [section.id];
  return section.id === 'overview' ? overviewPlaces(report, section, line.from) : [];
}

/** Before the first aspect the opening; then the aspect that the place is in; without headings all of them. */
function overviewPlaces(report: Report, section: Section, offset: number): readonly SentencePlace[] {
  const told = aspectsTold(report);
  const all = aspects.map(({ id }) => id);
  if (told === undefined || told.section !== section) return all;
  const own = aspectBefore(told, offset);
  if (own !== undefined) return [own.id];
  const isParted = told.heads.some(({ aspects: named }) => named.length > 0);
  return isParted ? ['opening'] : ['opening', ...all];
}

/** The running text of the report's part that the place is in, without what is typed. */
function proseAround({ report, location, line }: Spot): string {
  const { section } = location;
  const first = report.sections[0]?.span.start ?? report.text.length;
  const span = section?.span ?? { start: 0, end: first };
  return report.text.slice(span.start, line.from) + report.text.slice(line.from + line.typed.length, span.end);
}

function sentenceOffer(figures: Figures, sentence: StandardSentence): Offer | undefined {
  const { report } = figures;
  if (sentence.governments && !isGovernment(report.issuer)) return undefined;
  const values = new Map<FigureName, Exact | undefined>();
  for (const [name, refs] of Object.entries(sentenceFigures) as [FigureName, (typeof sentenceFigures)[FigureName]][]) {
    if (isUsed(sentence, name)) values.set(name, sumOf(figures, refs));
    if (isUsed(sentence, name) && !hasAll(figures, refs)) return undefined;
  }
  if (sentence.none?.some((name) => (values.get(name)?.units ?? 0) !== 0)) return undefined;
  if (sentence.some?.some((name) => values.get(name)?.units === 0)) return undefined;
  const results = sentence.text.includes('{results}') ? dispositionSums(figures) : '';
  if (results === undefined) return undefined;
  const insertion = filledSentence(report, sentence.text.replace('{results}', results), values);
  const label = plainText(insertion);
  const isFromTable = values.size > 0 && [...values.values()].every((value) => value !== undefined);
  return {
    kind: 'sentence',
    label,
    detail: isFromTable ? phrase`与表格数字一致` : phrase`参考文句，请核对`,
    clause: (sentence.governments ? article50 : formatClause(report.edition.id)).words,
    keys: keysOf(report, label),
    insertion,
  };
}

function isUsed({ text, none = [], some = [] }: StandardSentence, name: FigureName): boolean {
  return none.includes(name) || some.includes(name) || text.includes(`{${name}}`);
}

/** Whether the edition's tables have such figures at all. */
function hasAll({ report }: Figures, refs: readonly CellRefLike[]): boolean {
  return refs.every(({ table, row, column }) =>
    report.edition.tables[table].rows.some(
      ({ id, columns }) => id === row && columns.some((candidate) => candidate.id === column),
    ),
  );
}

type CellRefLike = (typeof sentenceFigures)[FigureName][number];

/** `undefined` where one of them is not stated. */
function sumOf(figures: Figures, refs: readonly CellRefLike[]): Exact | undefined {
  if (!hasAll(figures, refs)) return undefined;
  let sum = exactOf(0);
  for (const ref of refs) {
    const cell = figureAt(figures, ref);
    if (cell?.kind !== 'stated') return undefined;
    sum = addExact(sum, cell.value);
  }
  return sum;
}

/** The results that are not 0 with their sums, e.g. `予以公开3件、不予公开1件`; `undefined` where one cannot be told. */
function dispositionSums(figures: Figures): string | undefined {
  const sums = new Map<string, Exact>();
  for (const row of figures.report.edition.tables.requests.rows) {
    if (row.group === undefined || row.id === 'disposed') continue;
    const cell = figureAt(figures, { table: 'requests', row: row.id, column: 'total' });
    if (cell?.kind !== 'stated') return undefined;
    const name = (row.group === dispositionHeading ? row.label : row.group).replace(/^（.）|（.{0,200}$/g, '');
    sums.set(name, addExact(sums.get(name) ?? exactOf(0), cell.value));
  }
  const some = [...sums].filter(([, sum]) => sum.units > 0);
  return some.length === 0 ? undefined : some.map(([name, sum]) => `${name}${printExact(sum)}件`).join('、');
}

function filledSentence(report: Report, text: string, values: ReadonlyMap<FigureName, Exact | undefined>): Insertion {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): string | Stop => {
      if (!piece.startsWith('{')) return piece;
      const name = piece.slice(1, -1);
      if (name === 'year') return report.year === null ? { placeholder: '××××', name } : String(report.year);
      if (name === 'issuer') return report.issuer ?? '本机关';
      if (name === 'format') return worded(formatClause(report.edition.id).words);
      const value = values.get(name as FigureName);
      return value === undefined ? { placeholder: '××' } : printExact(value);
    });
}

/** A sentence is also found by what follows year and body. */
function keysOf(report: Report, label: string): readonly string[] {
  const bare = label.replace(/^[0-9×]{4}年，?/, '');
  const issuer = report.issuer ?? '本机关';
  const own = bare.startsWith(issuer) ? bare.slice(issuer.length) : bare;
  return [...new Set([label, bare, own])];
}
