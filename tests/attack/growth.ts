/**
 * Time against size: texts made of the syntax's own tokens, over and over, at n, 2n and 4n characters, long enough that a whole text
 * compared or copied for each of its lines shows. What is linear takes twice as long each time; the bound leaves room for a collector
 * of garbage at work.
 */
import { semanticTokens } from '../../server/src/features/colours/semantic-tokens';
import { formatEdits } from '../../server/src/features/formatting/formatting';
import { inlayHints } from '../../server/src/features/hints/inlay-hints';
import { clauseLinks } from '../../server/src/features/navigation/document-links';
import { preview } from '../../server/src/features/preview/preview';
import { quickFixes, safeEdits } from '../../server/src/features/problems/quick-fixes';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import type { Span } from '../../server/src/text/span';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { fragments } from './texts';

const smallest = 131_072;
const doublings = 2;
const mostPerDoubling = 2.2;
/** In milliseconds: less is not told from noise. */
const least = 60;
/** In milliseconds a megabyte of the text as a file. */
const mostPerMegabyte = 1000;
/** In milliseconds. */
const hopeless = 10_000;

/** Where the hostile part stands. */
const frames: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  alone: ['', ''],
  title: ['青山县白水镇人民政府', '2023年政府信息公开工作年度报告\n\n一、总体情况\n\n二、主动公开政府信息情况\n'],
  prose: [
    '青山县白水镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n',
    '\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n',
  ],
  cell: [
    '青山县白水镇人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n<table><tr><td>第二十条第（一）项</td></tr><tr><td>规章</td><td>',
    '</td></tr></table>\n\n三、收到和处理政府信息公开申请情况\n',
  ],
  row: [
    '青山县白水镇人民政府2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n| 一、本年新收政府信息公开申请数量 | ',
    ' | 0 |\n\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n',
  ],
};

/** How tokens make a text: one after another, a line each, opened and never closed, or closed in turn. */
const manners: readonly ((tokens: readonly string[], length: number) => string)[] = [
  (tokens, length) => repeated(tokens.join(''), length),
  (tokens, length) => repeated(`${tokens.join('')}\n`, length),
  (tokens, length) => repeated(`${tokens.join('\n')}\n`, length),
  (tokens, length) => tokens.map((token) => repeated(token, length / tokens.length)).join(''),
  (tokens, length) => tokens.map((token) => repeated(`${token}\n`, length / tokens.length)).join(''),
];

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
}

interface Family {
  readonly name: string;
  textOf(length: number): string;
}

/** One kind of text for each draw: some tokens, a manner, a frame. */
function familyOf(seed: number, index: number): Family {
  const random = randomOf(seed, `growth ${index}`);
  const tokens = Array.from({ length: random.int(1, 3) }, () => random.pick(fragments));
  const manner = random.int(0, manners.length - 1);
  const frame = random.pick(Object.keys(frames));
  const [before, behind] = frames[frame] as readonly [string, string];
  return {
    name: `${JSON.stringify(tokens)} in manner ${manner}, ${frame}`,
    textOf: (length) => before + (manners[manner] as (typeof manners)[number])(tokens, length) + behind,
  };
}

/** Families that were slow once: they are tried at each run. */
const known: readonly Family[] = [
  '|\n',
  '<!-- ',
  '<br>字',
  '一、总体情况\n<p>',
  '其中1件，',
  '收到申请1件、',
  '占1%，',
].map((piece) => ({
  name: `${JSON.stringify(piece)} again and again`,
  textOf: (length) => (frames.prose as readonly [string, string]).join(repeated(piece, length)),
}));

/** What is done with a text, from a snapshot of it. */
const operations: Readonly<Record<string, (snapshot: Snapshot) => unknown>> = {
  'a key at the end': (snapshot) => snapshotOf(`${snapshot.text}。`, {}, snapshot),
  'a key at the beginning': (snapshot) => snapshotOf(`字${snapshot.text}`, {}, snapshot),
  outline: documentSymbols,
  folding: folds,
  preview,
  colours: (snapshot) => semanticTokens(snapshot, wholeOf(snapshot)),
  links: clauseLinks,
  hints: (snapshot) => inlayHints(snapshot, wholeOf(snapshot), ['total', 'column', 'row']),
  formatting: formatEdits,
  'fix all': safeEdits,
  'quick fixes': (snapshot) => quickFixes(snapshot, { start: 0, end: 200 }),
};

function wholeOf({ text }: Snapshot): Span {
  return { start: 0, end: text.length };
}

/** In milliseconds of this process's own time. */
function timeOf(task: () => unknown): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of so many runs, by operation. */
function timesOf(text: string, runs: number): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    let snapshot: Snapshot | undefined;
    const keep = (name: string, time: number): void => {
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, time));
    };
    keep(
      'reading',
      timeOf(() => {
        snapshot = snapshotOf(text, {});
      }),
    );
    for (const [name, operation] of Object.entries(operations))
      keep(
        name,
        timeOf(() => operation(snapshot as Snapshot)),
      );
  }
  return best;
}

interface Measure {
  readonly megabytes: number;
  readonly times: ReadonlyMap<string, number>;
}

/** What grows faster than the text, or takes too long for its size. */
function flawsOf(measures: readonly Measure[]): ReadonlyMap<string, string> {
  const flaws = new Map<string, string>();
  const [first, last] = [measures[0], measures.at(-1)] as [Measure, Measure];
  const doubled = Math.log2(last.megabytes / first.megabytes);
  for (const [name, time] of last.times) {
    const growing = (time / Math.max(first.times.get(name) ?? 0, 1)) ** (1 / doubled);
    const perMegabyte = time / last.megabytes;
    if (time < least || (growing <= mostPerDoubling && perMegabyte <= mostPerMegabyte)) continue;
    const shown = measures.map(({ times }) => (times.get(name) ?? 0).toFixed(0)).join(', ');
    flaws.set(name, `${shown} ms, ${growing.toFixed(1)} times a doubling, ${perMegabyte.toFixed(0)} ms a megabyte`);
  }
  return flaws;
}

/** What is wrong with a family's growth; measured again before it is believed. */
function flawOf(family: Family): string | undefined {
  let suspects: ReadonlyMap<string, string> | undefined;
  for (const runs of [1, 2]) {
    const measures: Measure[] = [];
    for (let i = 0; i <= doublings; i++) {
      const text = family.textOf(smallest * 2 ** i);
      const times = timesOf(text, runs);
      measures.push({ megabytes: Buffer.byteLength(text) / 2 ** 20, times });
      // What is that slow already is not waited for.
      if (i > 0 && Math.max(...times.values()) > hopeless) break;
    }
    const flaws = flawsOf(measures);
    const before = suspects;
    suspects = new Map([...flaws].filter(([name]) => before === undefined || before.has(name)));
    if (suspects.size === 0) return undefined;
    if (measures.length <= doublings) break;
  }
  return `${family.name}: ${[...(suspects ?? [])].map(([name, flaw]) => `${name} ${flaw}`).join('; ')}`;
}

/** What is thrown ends no run. */
function flawOrErrorOf(family: Family): string | undefined {
  try {
    return flawOf(family);
  } catch (error) {
    return `${family.name}: ${String(error)}`;
  }
}

export const growth: Attack = {
  name: 'growth',
  unit: 'families',
  usual: 200,
  run({ seed, count }) {
    const families = [...known, ...Array.from({ length: count }, (_, i) => familyOf(seed, i))];
    const failures = families.flatMap((family): Failure[] => {
      const what = flawOrErrorOf(family);
      if (what === undefined) return [];
      console.error(what);
      return [{ what, input: family.textOf(200) }];
    });
    return { tried: families.length, failures };
  },
};
