/** Pages and letters that lie on their side, stood up. */
import type { Box, Letter, PageMarks, Rule } from './marks';

type Turn = 0 | 1 | 2 | 3;

/** The page turned so that most of its letters stand upright; it is printed so where a broad table stands on a high page. */
export function upright(marks: PageMarks): PageMarks {
  const counts = [0, 0, 0, 0];
  for (const { run } of marks.letters)
    if (run.direction !== 'down') counts[run.direction] = (counts[run.direction] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts)) as Turn;
  if (most === 0) return marks;
  const { width, height } = marks;
  const turned = (box: Box): Box => turnedBox(box, most, width, height);
  return {
    ...marks,
    width: most === 2 ? width : height,
    height: most === 2 ? height : width,
    letters: marks.letters.map((letter) => turnedLetter(letter, most, width, height)),
    rules: marks.rules.map((rule) => turnedRule(rule, turned)),
    pictures: marks.pictures.map(turned),
  };
}

/** The box after the plane is turned back by so many quarters: on a page of this size it stays on the page. */
export function turnedBox({ left, top, right, bottom }: Box, turn: Turn, width: number, height: number): Box {
  switch (turn) {
    case 1:
      return { left: top, right: bottom, top: width - right, bottom: width - left };
    case 2:
      return { left: width - right, right: width - left, top: height - bottom, bottom: height - top };
    case 3:
      return { left: height - bottom, right: height - top, top: left, bottom: right };
    default:
      return { left, top, right, bottom };
  }
}

function turnedLetter(letter: Letter, turn: Turn, width: number, height: number): Letter {
  const { direction, isInvisible } = letter.run;
  const isOwn = direction === turn;
  const box = turnedBox(letter, turn, width, height);
  const base = turn === 1 ? width - letter.base : turn === 2 ? height - letter.base : letter.base;
  return {
    ...letter,
    ...box,
    base: isOwn ? base : box.bottom,
    run: isOwn ? runs(letter.run, isInvisible) : letter.run,
  };
}

const uprightRuns = new WeakMap<object, { readonly direction: 0; readonly isInvisible: boolean }>();

function runs(run: object, isInvisible: boolean): { readonly direction: 0; readonly isInvisible: boolean } {
  let own = uprightRuns.get(run);
  if (own === undefined) {
    own = { direction: 0, isInvisible };
    uprightRuns.set(run, own);
  }
  return own;
}

function turnedRule({ axis, at, from, to }: Rule, turned: (box: Box) => Box): Rule {
  const isAcross = axis === 'horizontal';
  const box = turned(
    isAcross ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to },
  );
  return box.right - box.left > box.bottom - box.top
    ? { axis: 'horizontal', at: box.top, from: box.left, to: box.right }
    : { axis: 'vertical', at: box.left, from: box.top, to: box.bottom };
}
