/** What came in and what went out of requests, as the running text states it in one place. */
import { seenText } from '../../text/seen';
import type { Fact, FactSubject, Report } from '../report';

export interface StatedBalance {
  readonly received: Fact;
  /** `null` where the text does not speak of any. */
  readonly carriedIn: Fact | null;
  readonly closed: Fact;
  readonly carriedOut: Fact;
  /** Those received are said to be dealt with (受理), and no more. */
  readonly isLoose: boolean;
  /** 含上年结转: what was carried in stands within what was received. */
  readonly isInclusive: boolean;
}

const farthest = 600;
/** Ways out other than being closed, which 办结 may or may not count. */
const otherWaysOut = /撤|逾期|不再处理|其他处理|终止|合并|补正/;
const handledReadings = 3;

/** The figures, each stated once or always alike, close together; `undefined` where one is missing or doubtful. */
export function statedBalance(report: Report): StatedBalance | undefined {
  const received = onlyOne(report, 'requests-received');
  if (received === undefined) return undefined;
  const carriedIn = report.facts.some(({ subject }) => subject === 'requests-carried-in')
    ? onlyOne(report, 'requests-carried-in')
    : null;
  const closed = onlyOne(report, 'requests-closed');
  const carriedOut = onlyOne(report, 'requests-carried-out');
  if (carriedIn === undefined || closed === undefined || carriedOut === undefined) return undefined;
  const all = [received, carriedIn, closed, carriedOut].filter((fact) => fact !== null);
  const start = Math.min(...all.map((fact) => fact.clause.start));
  const end = Math.max(...all.map((fact) => fact.clause.end));
  if (end - start > farthest || otherWaysOut.test(seenText(report.view, start, end))) return undefined;
  const isLoose = received.readings.length >= handledReadings;
  const isInclusive = carriedIn !== null && isIncluded(report, received, carriedIn);
  return { received, carriedIn, closed, carriedOut, isLoose, isInclusive };
}

function onlyOne(report: Report, subject: FactSubject): Fact | undefined {
  const facts = report.facts.filter((fact) => fact.subject === subject && !fact.implied);
  const [first] = facts;
  if (first === undefined || facts.some((fact) => !isExactly(fact, first.lowest.units))) return undefined;
  return facts.some(({ readings }) => subject === 'requests-received' && readings.length > handledReadings)
    ? undefined
    : first;
}

function isExactly({ lowest, highest }: Fact, units: number): boolean {
  return lowest.units === units && highest !== null && highest.units === units;
}

function isIncluded({ view }: Report, received: Fact, carriedIn: Fact): boolean {
  return /含|其中|包括|[（(]/.test(seenText(view, received.span.end, carriedIn.span.start));
}
