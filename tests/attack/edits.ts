/** Random edits of random texts: the tree and the view after each are those of the whole text read anew. */
import { isDeepStrictEqual } from 'node:util';
import { parse } from '../../server/src/syntax/parse';
import type { Tree } from '../../server/src/syntax/tree';
import { shownBetween } from '../../server/src/syntax/tree';
import type { Edit } from '../../server/src/text/span';
import { applyEdits } from '../../server/src/text/span';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { fragments, sampleTexts } from './texts';

/** What is read of a tree; how far the parser looked is its own matter. */
function readOf(tree: Tree): unknown {
  const blocks = tree.blocks.map(({ reach: _reach, notes: _notes, ...block }) => block);
  return { blocks, starts: tree.starts, view: shownBetween(tree, 0, tree.text.length) };
}

/** The number of the edit after which the tree is another than that of the text read anew; -1 where there is none. */
export function firstWrong(text: string, edits: readonly Edit[], every: number): number {
  let tree = parse(text);
  for (const [i, edit] of edits.entries()) {
    const { start, end } = edit.span;
    const length = tree.text.length;
    const span = { start: Math.min(start, length), end: Math.min(end, length) };
    tree = parse(applyEdits(tree.text, [{ ...edit, span }]), tree);
    if (i % every !== every - 1 && i !== edits.length - 1) continue;
    if (!isDeepStrictEqual(readOf(tree), readOf(parse(tree.text)))) return i;
  }
  return -1;
}

interface Script {
  readonly text: string;
  readonly edits: readonly Edit[];
}

const editsPerScript = 50;

function scriptOf(seed: number, index: number, samples: readonly string[]): Script {
  const random = randomOf(seed, `edits ${index}`);
  const text = Array.from({ length: random.int(1, 3) }, () => random.pick(samples)).join('\n\n');
  let length = text.length;
  let at = random.int(0, length);
  const edits = Array.from({ length: editsPerScript }, (): Edit => {
    // One goes on where one was, mostly.
    at = random.chance(0.4) ? Math.min(length, Math.max(0, at + random.int(-40, 40))) : random.int(0, length);
    const taken = random.chance(0.35)
      ? Math.min(random.chance(0.8) ? random.int(1, 8) : random.int(1, 900), length - at)
      : 0;
    const put = random.chance(0.02)
      ? random.pick(samples).slice(0, random.int(0, 4000))
      : Array.from({ length: random.int(taken > 0 ? 0 : 1, 3) }, () => random.pick(fragments)).join('');
    length += put.length - taken;
    return { span: { start: at, end: at + taken }, newText: put };
  });
  return { text, edits };
}

/** A shorter text and fewer edits that go wrong as well. */
function shrunkScript({ text, edits }: Script): Script {
  let best: Script = { text, edits: edits.slice(0, firstWrong(text, edits, 1) + 1) };
  const isWrong = (script: Script): boolean => firstWrong(script.text, script.edits, 1) >= 0;
  // The last edit alone, of the text that was there before it, where that is enough.
  const before = best.edits.slice(0, -1).reduce((now, { span, newText }) => {
    const place = { start: Math.min(span.start, now.length), end: Math.min(span.end, now.length) };
    return applyEdits(now, [{ span: place, newText }]);
  }, text);
  const last = { text: before, edits: best.edits.slice(-1) };
  if (isWrong(last)) best = last;
  else
    for (let i = 0; i < best.edits.length; i++) {
      const fewer = { ...best, edits: best.edits.filter((_, k) => k !== i) };
      if (isWrong(fewer)) {
        best = fewer;
        i--;
      }
    }
  for (let size = best.text.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.text.length; ) {
      const shorter = withoutPart(best, at, size);
      if (isWrong(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}

/** Without a part of the text; edits behind it move with what is left. */
function withoutPart({ text, edits }: Script, at: number, size: number): Script {
  const moved = (offset: number): number => (offset <= at ? offset : Math.max(at, offset - size));
  return {
    text: text.slice(0, at) + text.slice(at + size),
    edits: edits.map(({ span, newText }) => ({ span: { start: moved(span.start), end: moved(span.end) }, newText })),
  };
}

export const edits: Attack = {
  name: 'edits',
  unit: 'edits',
  usual: 20_000,
  run({ seed, count }) {
    const samples = sampleTexts();
    const failures: Failure[] = [];
    const scripts = Math.ceil(count / editsPerScript);
    for (let i = 0; i < scripts; i++) {
      const script = scriptOf(seed, i, samples);
      if (firstWrong(script.text, script.edits, 5) < 0) continue;
      const { text, edits: few } = failures.length < 20 ? shrunkScript(script) : script;
      failures.push({
        what: `script ${i}: after ${few.length} edits the tree is another than that of the text`,
        input: JSON.stringify({ text, edits: few.map(({ span, newText }) => [span.start, span.end, newText]) }),
      });
    }
    return { tried: scripts * editsPerScript, failures };
  },
};
