/** Ruled lines put together: pieces of one line, the two lines of a double border, and lines that touch one another. */
import type { Rule } from './marks';

/** Two lines nearer than this are one border; a row of a table is at least twice as high. */
const border = 3.6;
/** Both lines of a border and what lies between them are never broader. */
const broadest = 6;
/** A row or column that only the ends of lines bound is at least so wide; less is what a page break cuts off. */
const leastOpen = 8;
/** Ends of lines that nearly meet. */
const touch = 3;
/** A page with more lines is a drawing, in which no table is looked for. */
const mostRules = 20_000;
const mostMeetings = 20_000_000;

/** Pieces that follow one another on the same line, as one; from top to bottom and from left to right. */
export function straightened(rules: readonly Rule[]): Rule[] {
  if (rules.length > mostRules) return [];
  const joined: Rule[] = [];
  for (const axis of ['horizontal', 'vertical'] as const) {
    const sorted = rules.filter((rule) => rule.axis === axis && rule.to - rule.from >= 1).sort((a, b) => a.at - b.at);
    for (let i = 0; i < sorted.length; ) {
      const first = sorted[i] as Rule;
      let end = i;
      while (end < sorted.length && (sorted[end] as Rule).at - first.at < 0.8) end++;
      for (const piece of merged(sorted.slice(i, end))) joined.push({ axis, at: first.at, ...piece });
      i = end;
    }
  }
  return joined;
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

function merged(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const out: Piece[] = [];
  for (const { from, to } of sorted) {
    const last = out.at(-1);
    if (last !== undefined && from <= last.to + touch)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else out.push({ from, to });
  }
  return out;
}

/** Lines that touch or cross one another, each group by itself. */
export function connected(rules: readonly Rule[]): Rule[][] {
  const across = rules.filter(({ axis }) => axis === 'horizontal');
  const down = rules.filter(({ axis }) => axis === 'vertical');
  if (across.length * down.length > mostMeetings) return [];
  const parent = new Map<Rule, Rule>();
  const rootOf = (rule: Rule): Rule => {
    let root = rule;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let each = rule; each !== root; ) {
      const up = parent.get(each) as Rule;
      parent.set(each, root);
      each = up;
    }
    return root;
  };
  const unite = (one: Rule, other: Rule): void => {
    const a = rootOf(one);
    const b = rootOf(other);
    if (a !== b) parent.set(a, b);
  };
  for (const one of across) for (const other of down) if (meet(one, other)) unite(one, other);
  for (const list of [across, down]) uniteBorders(list, unite);
  const groups = new Map<Rule, Rule[]>();
  for (const rule of rules) {
    const root = rootOf(rule);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [rule]);
    else group.push(rule);
  }
  return [...groups.values()];
}

function meet(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - touch &&
    down.at <= across.to + touch &&
    across.at >= down.from - touch &&
    across.at <= down.to + touch
  );
}

/** The frames of cells that stand apart by the width of a border touch along it. */
function uniteBorders(sorted: readonly Rule[], unite: (one: Rule, other: Rule) => void): void {
  for (let i = 0; i < sorted.length; i++) {
    const one = sorted[i] as Rule;
    for (let j = i + 1; j < sorted.length && j < i + 200; j++) {
      const other = sorted[j] as Rule;
      if (other.at - one.at > border) break;
      if (Math.min(one.to, other.to) - Math.max(one.from, other.from) > touch) unite(one, other);
    }
  }
}

/** The places of lines of one axis, ascending, and at each the pieces that are drawn. */
export interface Positions {
  readonly at: readonly number[];
  readonly pieces: readonly (readonly Piece[])[];
}

/** `crossing`: the lines of the other axis; where they reach farther, the table is open at its side, and ends there. */
export function positionsOf(lines: readonly Rule[], crossing: readonly Rule[]): Positions {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const at: number[] = [];
  const pieces: Piece[][] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i] as Rule;
    let end = i + 1;
    while (
      end < sorted.length &&
      (sorted[end] as Rule).at - (sorted[end - 1] as Rule).at <= border &&
      (sorted[end] as Rule).at - first.at <= broadest
    ) {
      end++;
    }
    at.push((first.at + (sorted[end - 1] as Rule).at) / 2);
    pieces.push(merged(sorted.slice(i, end)));
    i = end;
  }
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { from, to } of crossing) {
    least = Math.min(least, from);
    most = Math.max(most, to);
  }
  if (least < (at[0] as number) - leastOpen) {
    at.unshift(least);
    pieces.unshift([]);
  }
  if (most > (at.at(-1) as number) + leastOpen) {
    at.push(most);
    pieces.push([]);
  }
  return { at, pieces };
}
