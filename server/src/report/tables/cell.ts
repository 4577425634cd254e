/** The cell of a table that an atom is. */
import { readFigure } from '../../quantity/figure';
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Cell } from '../report';
import type { Atom } from './atoms';

/** The cell that an atom is; its text is kept as a reader sees it. */
export function cellOf(text: string, atom: Atom): Cell {
  const span = { start: atom.start, end: atom.end };
  const raw = seenText(text, atom.start, atom.end);
  if (atom.kind === 'blank') return { kind: 'blank', raw, span };
  if (atom.kind === 'label' || atom.kind === 'word') return { kind: 'unreadable', raw, span };
  if (atom.rest !== undefined) return brokenFigure(text, atom, atom.rest);
  const reading = readFigure(raw);
  return reading.kind === 'stated'
    ? { kind: 'stated', value: reading.value, raw, span }
    : { kind: reading.kind, raw, span };
}

/** A figure whose digits go on below, between the same borders. */
function brokenFigure(text: string, { start, end }: Span, rest: readonly Span[]): Cell {
  const span = { start, end };
  const raw = [span, ...rest].map((part) => seenText(text, part.start, part.end).replaceAll('*', '')).join('');
  const reading = readFigure(raw);
  return reading.kind === 'stated'
    ? { kind: 'stated', value: reading.value, raw, span, rest }
    : { kind: 'unreadable', raw, span };
}
