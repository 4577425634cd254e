/** Ruled lines of a drawn path: its straight lines where it is stroked, its thin rectangles and frames where it is filled. */

import type { Box, Rule } from './marks';
import { type Matrix, mapped } from './matrix';

/** How the path is painted. */
export interface Painting {
  readonly stroked: boolean;
  readonly filled: boolean;
}

/** Wider than this, an area is no line. Printed borders have half a point to three. */
const thickest = 4;
/** How far a straight line may lean. */
const leaning = 0.7;
/** Of a path with more points nobody sees the single lines. */
const mostPoints = 20_000;

type Point = readonly [number, number];

interface Subpath {
  readonly points: readonly Point[];
  readonly isStraight: boolean;
}

/** `data`: pdfjs's numbers, 0 x y for a move, 1 x y for a line, 2 with six numbers and 3 with four for curves, 4 to close. */
export function pathRules(data: ArrayLike<number>, matrix: Matrix, { stroked, filled }: Painting): Rule[] {
  if (data.length > 3 * mostPoints) return [];
  const subpaths = subpathsOf(data, matrix);
  const rules: Rule[] = [];
  if (stroked) {
    for (const { points } of subpaths) {
      for (let i = 1; i < points.length; i++) addSegment(rules, points[i - 1] as Point, points[i] as Point);
    }
  }
  if (filled) addFilled(rules, subpaths);
  return rules;
}

function subpathsOf(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: Point[] = [];
  let isStraight = true;
  const end = (): void => {
    if (points.length > 1) subpaths.push({ points, isStraight });
    points = [];
    isStraight = true;
  };
  const add = (i: number): void => {
    points.push(mapped(matrix, data[i] ?? 0, data[i + 1] ?? 0));
  };
  for (let i = 0; i < data.length; ) {
    const kind = data[i];
    if (kind === 0) {
      end();
      add(i + 1);
      i += 3;
    } else if (kind === 1) {
      add(i + 1);
      i += 3;
    } else if (kind === 2 || kind === 3) {
      // Both ends of a curve stand, so that a frame with round corners keeps its sides.
      isStraight = false;
      const last = kind === 2 ? 5 : 3;
      add(i + last);
      i += last + 2;
    } else {
      const first = points[0];
      if (first !== undefined) points.push(first);
      i += 1;
    }
  }
  end();
  return subpaths;
}

function addSegment(rules: Rule[], [x0, y0]: Point, [x1, y1]: Point): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= leaning && width > leaning) {
    rules.push({ axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  } else if (width <= leaning && height > leaning) {
    rules.push({ axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
}

function addFilled(rules: Rule[], subpaths: readonly Subpath[]): void {
  let outer: Box | undefined;
  for (const { points, isStraight } of subpaths) {
    const box = boxOf(points);
    const thin = isStraight ? ruleOf(box) : undefined;
    if (thin !== undefined) rules.push(thin);
    else if (outer !== undefined && isFrame(outer, box)) {
      addFrame(rules, outer, box);
      outer = undefined;
    } else outer = box;
  }
}

/** A thin area as the line that it is; nothing where it is no line. */
export function ruleOf({ left, top, right, bottom }: Box): Rule | undefined {
  const width = right - left;
  const height = bottom - top;
  if (height <= thickest && width > 2 * height) {
    return { axis: 'horizontal', at: (top + bottom) / 2, from: left, to: right };
  }
  if (width <= thickest && height > 2 * width) {
    return { axis: 'vertical', at: (left + right) / 2, from: top, to: bottom };
  }
  return undefined;
}

function boxOf(points: readonly Point[]): Box {
  let [left, top] = points[0] as Point;
  let [right, bottom] = [left, top];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** Whether what is filled lies between two boxes like the four sides of a border. */
function isFrame(one: Box, other: Box): boolean {
  const gaps = [one.left - other.left, one.top - other.top, one.right - other.right, one.bottom - other.bottom];
  return gaps.every((gap) => Math.abs(gap) <= thickest);
}

function addFrame(rules: Rule[], one: Box, other: Box): void {
  const left = (one.left + other.left) / 2;
  const right = (one.right + other.right) / 2;
  const top = (one.top + other.top) / 2;
  const bottom = (one.bottom + other.bottom) / 2;
  rules.push(
    { axis: 'horizontal', at: top, from: left, to: right },
    { axis: 'horizontal', at: bottom, from: left, to: right },
    { axis: 'vertical', at: left, from: top, to: bottom },
    { axis: 'vertical', at: right, from: top, to: bottom },
  );
}
