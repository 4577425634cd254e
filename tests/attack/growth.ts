/**
 * Time against size: texts made of the syntax's own tokens, over and over, at n, 2n, 4n and 8n characters. What is linear takes twice
 * as long each time; the bound leaves room for a collector of garbage at work.
 */
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { fragments } from './texts';

const smallest = 8192;
const doublings = 4;
const mostPerDoubling = 2.2;
/** In milliseconds: less is not told from noise. */
const least = 60;
/** In milliseconds a megabyte of text, of code units as JavaScript counts them. */
const mostPerMegabyte = 1000;
const hopeless = 500;

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
const known: readonly Family[] = [];

/** What an editor asks of a text, and of the same text after a key at its end; in milliseconds of this process, the least of so many runs. */
function timeOf(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    const snapshot = snapshotOf(text, {});
    documentSymbols(snapshot);
    folds(snapshot);
    snapshotOf(`${text}。`, {}, snapshot);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** What is wrong with a family's growth; asked again with more runs before it is believed. */
function flawOf(family: Family, runs = 1): string | undefined {
  const times: number[] = [];
  for (let i = 0; i <= doublings; i++) {
    const text = family.textOf(smallest * 2 ** i);
    const time = timeOf(text, runs);
    times.push(time);
    // What is that slow already is not waited for.
    if (time > hopeless) break;
  }
  const [before = 0, last = 0] = times.slice(-2);
  const growth = last / Math.max(before, 1);
  const perMegabyte = last / ((smallest * 2 ** (times.length - 1)) / 2 ** 20);
  const isFlawed = last > least && (growth > mostPerDoubling || perMegabyte > mostPerMegabyte);
  if (!isFlawed) return undefined;
  if (runs < 3 && last < 10 * hopeless) return flawOf(family, 3);
  const shown = times.map((time) => time.toFixed(0)).join(', ');
  return `${family.name}: ${shown} ms, ${growth.toFixed(1)} times a doubling, ${perMegabyte.toFixed(0)} ms a megabyte`;
}

export const growth: Attack = {
  name: 'growth',
  unit: 'families',
  usual: 200,
  run({ seed, count }) {
    const families = [...known, ...Array.from({ length: count }, (_, i) => familyOf(seed, i))];
    const failures = families.flatMap((family): Failure[] => {
      const what = flawOf(family);
      if (process.env.TELL && what) console.error(what);
      return what === undefined ? [] : [{ what, input: family.textOf(200) }];
    });
    return { tried: families.length, failures };
  },
};
