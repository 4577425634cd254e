/** Which lines of a long list are drawn: those in sight, and some before and behind them. */

export interface Visible {
  readonly first: number;
  /** After the last. */
  readonly end: number;
}

/** Lines before and behind those in sight, so that scrolling shows no gap. */
const margin = 10;

/** All in pixels; every line has the same height. */
export function visibleLines(count: number, height: number, scrolled: number, room: number): Visible {
  const first = Math.max(0, Math.floor(scrolled / height) - margin);
  const end = Math.min(count, Math.ceil((scrolled + room) / height) + margin);
  return { first: Math.min(first, end), end };
}

/** Where the list must be scrolled to for a line to be in sight; as it is where the line is. */
export function scrollTo(line: number, height: number, scrolled: number, room: number): number {
  const top = line * height;
  if (top < scrolled) return top;
  return top + height > scrolled + room ? top + height - room : scrolled;
}
