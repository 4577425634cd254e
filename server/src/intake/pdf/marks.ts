/** What a page shows, as plain data: letters, ruled lines and pictures with their places. Points from the upper left corner, down and to the right, the page turned as it is looked at. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One letter, or several that are printed as one. */
export interface Letter extends Box {
  /** A space for a space; `unreadable` where the file does not say what it is. */
  readonly text: string;
  /** The line that it stands on: from the top, or from the left where it is turned. */
  readonly base: number;
  /** The height of its em. */
  readonly size: number;
  readonly run: Run;
}

/** Letters drawn together. */
export interface Run {
  /** How the text goes: in quarter turns clockwise from left to right. Letters that stand upright below one another go `down`. */
  readonly direction: 0 | 1 | 2 | 3 | 'down';
  /** Drawn invisibly, as programs that recognise text lay it over a picture. */
  readonly isInvisible: boolean;
}

/** What stands for a letter that the file does not tell. */
export const unreadable = '\ufffd';

/** A ruled line. */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  /** Where it lies across its axis, and from where to where along it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Everything that one page shows. */
export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
  /** Letters that are left out, by the reason. */
  readonly hidden: number;
  readonly slanted: number;
}

/** The point in the middle. */
export function middleOf(box: Box): { readonly x: number; readonly y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** The least box around them; undefined without any. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined;
  for (const { left, top, right, bottom } of boxes) {
    all =
      all === undefined
        ? { left, top, right, bottom }
        : {
            left: Math.min(all.left, left),
            top: Math.min(all.top, top),
            right: Math.max(all.right, right),
            bottom: Math.max(all.bottom, bottom),
          };
  }
  return all;
}
