/** The report's title: body, year and name, on one line or broken anywhere, told from the lines that stand around it. */
import type { Span } from '../../text/span';
import type { ReportTitle } from '../report';
import type { TitleLine } from './title-lines';
import { titleLines } from './title-lines';
import type { TitleReading } from './title-words';
import { bodyAlone, namelessBody, readTitleWords, yearAlone } from './title-words';

/** A title as it may stand in the lines, and how likely it is to be the report's. */
export interface TitleCandidate {
  readonly reading: TitleReading;
  /** The last of its lines. */
  readonly line: number;
  readonly offsets: readonly number[];
  readonly score: number;
}

const mostLines = 4;
/** Line ends between two lines of one title. */
const widestGap = 4;
const mostProse = 3;
/** Where no section begins, a title is not looked for any farther. */
const farthestLine = 800;

/** The lines in which a report's title is looked for; `head` is the view before the first section. */
export function linesOfTitle(head: string): readonly TitleLine[] {
  return titleLines(head, head.length, farthestLine);
}

/**
 * Reads the title out of those that stand in the lines before the first section. Among those that look like one, body, year and full
 * name win; of equals the last, since entries of a list, breadcrumbs and the page's own heading stand above it.
 */
export function readTitle(titles: readonly TitleCandidate[]): ReportTitle | null {
  let best: TitleCandidate | undefined;
  for (const found of titles) if (best === undefined || found.score >= best.score) best = found;
  return best === undefined ? null : titleFrom(best);
}

/** Every line, or lines joined, that may be the title, in the order of the text. */
export function titlesIn(lines: readonly TitleLine[]): readonly TitleCandidate[] {
  const found: TitleCandidate[] = [];
  let prose = 0;
  for (let i = 0; i < lines.length && prose < mostProse; i++) {
    const line = lines[i] as TitleLine;
    if (line.isProse) prose++;
    const candidate = line.mayEnd && !endsSentence(lines, i) ? titleCandidateAt(lines, i) : undefined;
    if (candidate !== undefined)
      found.push(prose === 0 ? candidate : { ...candidate, score: candidate.score - afterProse });
  }
  return found;
}

const afterProse = 4;
const shortestWrapped = 20;

/** Whether a line is the end of a sentence that the line above began, as in `…现公布某县财⏎政局2024年政府信息公开工作年度报告。` */
function endsSentence(lines: readonly TitleLine[], index: number): boolean {
  const [before, { text, lineNumber }] = [lines[index - 1], lines[index] as TitleLine];
  if (before === undefined || !text.endsWith('。') || lineNumber - before.lineNumber > 1) return false;
  return before.text.length >= shortestWrapped && !/[。！？：；]$/.test(before.text);
}

/** A title names 公开 or 政府信息; its last line alone, 年度. Signs of one character stand whole in a spaced-out line, too. */
const titleSigns = ['公', '息', '度'];

/** Whether a line of text is a report's title, or the last line of one; `line` without markup. */
export function isTitleLine(line: string): boolean {
  if (line.length > 120 || !(line.includes('报告') || line.includes('年报'))) return false;
  if (!titleSigns.some((sign) => line.includes(sign))) return false;
  return titleLines(line).some(
    ({ text, mayEnd, isPath }) => mayEnd && !isPath && (isWholeTitle(readTitleWords(text)) || brokenEnd.test(text)),
  );
}

const brokenEnd = /^(?:工作)?(?:情况)?年度(?:工作)?报告$/;

function isWholeTitle(reading: TitleReading | undefined): boolean {
  return reading !== undefined && (reading.year !== null || reading.isFullName);
}

/** The likeliest title that ends with line `last`: the fewest lines that tell body and year. */
function titleCandidateAt(lines: readonly TitleLine[], last: number): TitleCandidate | undefined {
  let best: TitleCandidate | undefined;
  let wantsPlace = false;
  for (let first = last; first >= 0 && last - first < mostLines; first--) {
    if (first < last && !mayPrecede(lines, first)) break;
    const found = candidateOf(lines, first, last);
    if (found === undefined) continue;
    if (best !== undefined && (wantsPlace ? found.score < best.score : found.score <= best.score)) continue;
    best = found;
    wantsPlace = lacksPlace(found.reading, lines[first - 1], lines[first] as TitleLine);
    if (isComplete(found.reading) && !wantsPlace) break;
  }
  return best;
}

function isComplete({ issuer, year, text }: TitleReading): boolean {
  return issuer !== null && year !== null && !namelessBody.test(text.slice(issuer.start, issuer.end));
}

/** `示例县⏎教育局2024年…`: a department without its place, which stands alone before it, as the committee of a zone does. */
function lacksPlace({ issuer, text }: TitleReading, before: TitleLine | undefined, first: TitleLine): boolean {
  if (issuer === null || issuer.start > 0 || before === undefined) return false;
  if (/[省市县区州旗盟镇乡]/.test(text.slice(issuer.start, issuer.end))) return false;
  const gap = first.lineNumber - before.lineNumber;
  return (gap <= 1 && placeAlone.test(before.text)) || (gap <= 2 && committeeAlone.test(before.text));
}

const placeAlone = /^[\u4e00-\u9fff]{1,10}[省市县区州旗盟镇乡]$/;
const committeeAlone = /^[\u4e00-\u9fff]{2,24}(?:管理委员会|管委会)$/;

/** Whether the line may be the beginning of the title that the next one goes on with. */
function mayPrecede(lines: readonly TitleLine[], index: number): boolean {
  const { lineNumber, text, isPath } = lines[index] as TitleLine;
  const gap = (lines[index + 1] as TitleLine).lineNumber - lineNumber;
  if (gap > widestGap || isPath || text.length < 2 || text.length > 40) return false;
  return !/[。；，：:！？]|日$|[0-9]{1,2}[-/.][0-9]{1,2}|^(?:索引号|发布|首页|当前位置|来源|字号)|(?:报告|年报)$/.test(
    text,
  );
}

function candidateOf(lines: readonly TitleLine[], first: number, last: number): TitleCandidate | undefined {
  let text = '';
  const offsets: number[] = [];
  const add = (line: TitleLine): void => {
    text += line.text;
    offsets.push(...line.offsets);
  };
  for (let i = first; i <= last; i++) add(lines[i] as TitleLine);
  let reading = readTitleWords(text);
  if (reading === undefined) return undefined;
  const own = lines[last] as TitleLine;
  const next = lines[last + 1];
  if (next !== undefined && next.lineNumber - own.lineNumber <= widestGap && reading.end === text.length) {
    const completes =
      (reading.year === null && yearAlone.test(next.text)) || (reading.issuer === null && bodyAlone.test(next.text));
    const longer = completes ? readTitleWords(text + next.text) : undefined;
    if (longer !== undefined) {
      add(next);
      reading = longer;
    }
  }
  return { reading, line: last, offsets, score: scoreOf(reading) - (own.isPath ? 6 : 0) };
}

function scoreOf({ issuer, year, isFullName, hasDate, text, isKnownBody }: TitleReading): number {
  const named = issuer === null ? 0 : isKnownBody ? 6 : 3;
  const nameless = issuer !== null && namelessBody.test(text.slice(issuer.start, issuer.end)) ? 4 : 0;
  return (
    named -
    nameless +
    (year === null ? 0 : 4) +
    (isFullName && (issuer === null || year === null) ? 1 : 0) -
    (hasDate ? 1 : 0)
  );
}

function titleFrom({ reading, offsets }: TitleCandidate): ReportTitle {
  const { issuer, year, text, start, end } = reading;
  const span = (from: number, to: number): Span => ({
    start: offsets[from] as number,
    end: (offsets[to - 1] as number) + 1,
  });
  return {
    span: span(start, end),
    text: text.slice(start, end),
    issuer: issuer && { text: text.slice(issuer.start, issuer.end), span: span(issuer.start, issuer.end) },
    year: year && { value: year.value, span: span(year.start, year.end) },
  };
}
