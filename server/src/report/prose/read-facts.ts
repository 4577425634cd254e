/** What the running text of a whole report states, paragraph by paragraph. */
import type { Edition } from '../../standard/edition';
import { perBlock } from '../../syntax/block-memory';
import type { Sentence } from '../../syntax/sentences';
import { sentencesOf } from '../../syntax/sentences';
import type { Block } from '../../syntax/tree';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import { shiftSpan } from '../../text/span';
import type { Fact } from '../report';
import type { PlacedBlock, Stretch } from '../stretch';
import { factFrom } from './fact-cells';
import type { Statement } from './facts';
import { statementsIn } from './facts';
import { flowsOf } from './flow';
import { bodyIn, citationsIn } from './mentions';
import type { Amount, BodyMention, Citation, Prose, Share, Signature, Tally, WorkYear } from './prose';
import { sharesIn } from './shares';
import { listSigns, talliesIn } from './tallies';
import type { SoughtYear } from './work-years';
import { workYearIn } from './work-years';

/** What one paragraph states, with offsets from its block's start. */
interface Remarks {
  readonly statements: readonly Statement[];
  readonly tallies: readonly Tally[];
  readonly shares: readonly Share[];
  readonly citations: readonly Citation[];
  readonly workYears: readonly WorkYear[];
}

interface RememberedRemarks {
  readonly year: number | null;
  readonly worked: SoughtYear;
  readonly remarks: Remarks;
}

const remembered = perBlock<RememberedRemarks>();

const nothing: Remarks = { statements: [], tallies: [], shares: [], citations: [], workYears: [] };
/** One for all blocks that say nothing, of the report that is read. */
let silent: RememberedRemarks = { year: null, worked: 'any', remarks: nothing };

/** Topics of which a paragraph with a fact names one. */
const topics = /申请|复议|诉讼|规范性文件|规章|行政(?:许可|处罚|强制)|处理费|信息公开案件/;
const citationSigns = /号|《|条例/;

/** Reads every paragraph before and within the report's sections; statements of work are looked for that name the year `worked`. */
export function proseOf(
  stretch: Stretch,
  year: number | null,
  worked: SoughtYear,
  edition: Edition,
  signature: Signature,
): { readonly facts: Fact[]; readonly prose: Prose } {
  const facts: Fact[] = [];
  const tallies: Tally[] = [];
  const shares: Share[] = [];
  const citations: Citation[] = [];
  const workYears: WorkYear[] = [];
  for (const placed of stretch.blocks) {
    const remarks = remarksOf(stretch, placed, year, worked);
    if (remarks === nothing) continue;
    const { start } = placed;
    for (const statement of remarks.statements) {
      const fact = factFrom(stretch.view, start, statement, edition);
      if (fact !== undefined) facts.push(fact);
    }
    for (const tally of remarks.tallies) tallies.push(movedTally(tally, start));
    for (const share of remarks.shares) shares.push(movedShare(share, start));
    for (const citation of remarks.citations) citations.push(movedCitation(citation, start));
    for (const told of remarks.workYears) workYears.push({ ...told, ...movedPlaces(told, start) });
  }
  return { facts, prose: { tallies, shares, citations, workYears, bodies: bodiesOf(stretch), signature } };
}

/** Computed once for a year, and kept with the block. */
function remarksOf(stretch: Stretch, { block, start }: PlacedBlock, year: number | null, worked: SoughtYear): Remarks {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return nothing;
  const known = remembered.of(block);
  if (known !== undefined && known.year === year && known.worked === worked) return known.remarks;
  const remarks = read(stretch.view.slice(start, start + block.length), block.content, year, worked);
  if (remarks === nothing && (silent.year !== year || silent.worked !== worked))
    silent = { year, worked, remarks: nothing };
  return remembered.keep(block, remarks === nothing ? silent : { year, worked, remarks }).remarks;
}

function read(text: string, content: Span, year: number | null, worked: SoughtYear): Remarks {
  const own = seenText(text, content.start, content.end);
  const states = topics.test(own);
  const lists = listSigns.test(own);
  const cites = citationSigns.test(own);
  const dates = own.includes(worked === 'any' ? '20' : String(worked));
  if (!states && !lists && !cites && !dates) return nothing;
  const sentences = sentencesOf(text, content);
  const flows = lists ? flowsOf(text, sentences) : [];
  const tallies = flows.flatMap(talliesIn);
  const shares = flows.flatMap((flow) => sharesIn(flow, tallies));
  const statements = states ? statementsIn(text, sentences, year) : [];
  const citations = cites ? sentences.flatMap(citationsIn) : [];
  const workYears = dates
    ? sentences.flatMap((each, i) => workYearIn(worked, each, sentences[i + 1], sentences[i - 1]) ?? [])
    : [];
  const empty = [statements, tallies, shares, citations, workYears].every((list) => list.length === 0);
  return empty ? nothing : { statements, tallies, shares, citations, workYears };
}

/** Whose report the preface and the first sentence of the overview say it is. */
function bodiesOf(stretch: Stretch): BodyMention[] {
  const found: BodyMention[] = [];
  const first = stretch.headings[0];
  const overview = stretch.headings.find((heading) => heading.match.section.id === 'overview');
  for (let i = 0; i < (first?.block ?? 0); i++) found.push(...bodiesIn(stretch, i, 'preface'));
  for (let i = (overview?.block ?? stretch.blocks.length) + 1; i < stretch.blocks.length; i++) {
    if (stretch.blocks[i]?.block.kind === 'blank') continue;
    found.push(...bodiesIn(stretch, i, 'overview').slice(0, 1));
    break;
  }
  return found;
}

const prefaceSigns = /现公布|现将|编制|本报告由|本年度报告由/;
const shortestPreface = 12;

function bodiesIn(stretch: Stretch, index: number, place: BodyMention['place']): BodyMention[] {
  const placed = stretch.blocks[index];
  if (placed === undefined || !isText(placed.block)) return [];
  const span = { start: placed.start + placed.block.content.start, end: placed.start + placed.block.content.end };
  if (span.end - span.start < shortestPreface) return [];
  if (place === 'preface' && !prefaceSigns.test(seenText(stretch.view, span.start, span.end))) return [];
  const sentences: readonly Sentence[] = sentencesOf(stretch.view, span);
  return (place === 'overview' ? sentences.slice(0, 1) : sentences).flatMap((each) => bodyIn(each, place) ?? []);
}

function isText(block: Block): block is Block & { kind: 'paragraph' | 'heading' } {
  return block.kind === 'paragraph' || block.kind === 'heading';
}

function movedPlaces({ span, clause }: { readonly span: Span; readonly clause: Span }, by: number) {
  return { span: shiftSpan(span, by), clause: shiftSpan(clause, by) };
}

function movedAmount(amount: Amount, by: number): Amount {
  return { ...amount, span: shiftSpan(amount.span, by) };
}

function movedTally(tally: Tally, by: number): Tally {
  const parts = tally.parts.map((part) => ({ ...part, span: shiftSpan(part.span, by) }));
  return { ...tally, whole: movedAmount(tally.whole, by), parts, clause: shiftSpan(tally.clause, by) };
}

function movedShare(share: Share, by: number): Share {
  return {
    ...share,
    ...movedPlaces(share, by),
    part: movedAmount(share.part, by),
    whole: share.whole && movedAmount(share.whole, by),
  };
}

function movedCitation(citation: Citation, by: number): Citation {
  const span = shiftSpan(citation.span, by);
  if (citation.kind !== 'number' || citation.title === null) return { ...citation, span };
  return { ...citation, span, title: { ...citation.title, span: shiftSpan(citation.title.span, by) } };
}
