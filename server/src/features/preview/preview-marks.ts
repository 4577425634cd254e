/** Which findings stand at a place, found without looking at all of them. */
import type { Finding } from '../../findings/finding';
import type { Span } from '../../text/span';
import { spansMeet } from '../../text/span';
import type { Mark } from './preview-model';

interface PlacedMark {
  readonly span: Span;
  readonly mark: Mark;
}

export interface Marks {
  /**
   * The marks that share a character with `span`, or stand at it where either is empty; without those that go beyond
   * both ends of `around`, since they mean the whole and not this part of it.
   */
  within(span: Span, around?: Span): readonly Mark[];
  /** The starts and ends of marks inside `span`, in order. */
  edgesWithin(span: Span): readonly number[];
  /** The marks of one finding's own place that have been given out by `within`, so that none is lost. */
  isUsed(finding: number): boolean;
}

const none: readonly Mark[] = [];

/** The marks of one report's findings and of the places related to them. */
export function findingMarks(findings: readonly Finding[]): Marks {
  const places: PlacedMark[] = findings.flatMap((finding, index) => [
    { span: finding.span, mark: { finding: index, role: 'place' as const } },
    ...finding.related.map(({ span }) => ({ span, mark: { finding: index, role: 'related' as const } })),
  ]);
  places.sort((a, b) => a.span.start - b.span.start);
  const furthest: number[] = [];
  for (const { span } of places) furthest.push(Math.max(furthest.at(-1) ?? 0, span.end));
  const used = new Set<number>();
  const near = (span: Span): PlacedMark[] => {
    const found: PlacedMark[] = [];
    for (let i = lastAtOrBefore(places, span.end); i >= 0 && (furthest[i] as number) >= span.start; i--) {
      const place = places[i] as PlacedMark;
      if (spansMeet(place.span, span)) found.push(place);
    }
    return found.reverse();
  };
  return {
    within: (span, around) => {
      if (places.length === 0) return none;
      const own = near(span).filter((place) => around === undefined || !exceeds(place.span, around));
      const marks = oneMarkAFinding(own.map(({ mark }) => mark));
      for (const { finding, role } of marks) if (role === 'place') used.add(finding);
      return marks;
    },
    edgesWithin: (span) => {
      if (places.length === 0) return [];
      const edges = near(span).flatMap((place) => [place.span.start, place.span.end]);
      return edges.filter((edge) => edge > span.start && edge < span.end).sort((a, b) => a - b);
    },
    isUsed: (finding) => used.has(finding),
  };
}

function exceeds(span: Span, around: Span): boolean {
  return span.start < around.start && span.end > around.end;
}

/** A finding's own place goes before its related ones. */
function oneMarkAFinding(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return none;
  const byFinding = new Map<number, Mark>();
  for (const mark of marks) if (byFinding.get(mark.finding)?.role !== 'place') byFinding.set(mark.finding, mark);
  return [...byFinding.values()];
}

function lastAtOrBefore(places: readonly PlacedMark[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as PlacedMark).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
