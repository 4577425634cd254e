/** Affine maps of the plane, as PDF writes them: `[a b c d e f]` takes (x, y) to (ax + cy + e, bx + dy + f). */
import type { Box } from './marks';

export type Matrix = readonly [number, number, number, number, number, number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around the image of the rectangle. */
export function mappedBox([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const left = Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e;
  const right = Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e;
  const top = Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f;
  const bottom = Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f;
  return { left, top, right, bottom };
}

/** How much longer lengths become, by the area. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Six numbers of a list; undefined where they are not. */
export function matrixOf(values: unknown): Matrix | undefined {
  if (!(Array.isArray(values) || values instanceof Float32Array) || values.length < 6) return undefined;
  const numbers = Array.from(values as ArrayLike<unknown>).slice(0, 6);
  return numbers.every((each) => typeof each === 'number' && Number.isFinite(each))
    ? (numbers as unknown as Matrix)
    : undefined;
}

/** From the page as the file has it to the page as it is looked at: `view` in its own points, turned clockwise by `degrees`. */
export function pageMatrix(view: readonly number[], degrees: number): Matrix {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  switch ((((degrees / 90) % 4) + 4) % 4) {
    case 1:
      return [0, 1, 1, 0, -y0, -x0];
    case 2:
      return [-1, 0, 0, 1, x1, -y0];
    case 3:
      return [0, -1, -1, 0, y1, x1];
    default:
      return [1, 0, 0, -1, -x0, y1];
  }
}
