/** What it takes to judge again what one change concerns, among the reports of a county and a half: `npm run standing`. */
import { standingSeries } from '../../server/src/audit/standing-series';
import type { Entry } from '../../server/src/series/series';
import { randomOf } from '../support/reports/random';
import { county } from '../support/series/county';
import { entriesOf } from '../support/series/series-of-texts';

const random = randomOf(1, 'changes');
const texts = new Map(
  [1, 2].flatMap((seed) =>
    [...county(seed).texts].flatMap(([file, text]) =>
      file.endsWith('.json') ? [] : [[`${seed}/${file}`, text] as const],
    ),
  ),
);
const files = [...texts.keys()].slice(0, 500);
const standing = standingSeries();
const put = (file: string, entries: readonly Entry[]): void =>
  standing.put(
    file,
    entries.map((subject) => ({ subject, rules: {} })),
  );
/** Milliseconds until nothing is left to be judged. */
const settled = (change: () => void): number => {
  const before = performance.now();
  change();
  while (standing.step());
  return performance.now() - before;
};
const first = files.map((file) => [file, entriesOf(file, texts.get(file) as string, null)] as const);
const whole = settled(() => {
  for (const [file, entries] of first) put(file, entries);
});

const times: number[] = [];
for (let round = 0; round < 400; round++) {
  const file = random.pick(files);
  const text = texts.get(file) as string;
  const at = random.int(0, text.length - 1);
  const word = random.pick(['公开', '7', '，', '办理政府信息公开申请', '']);
  const entries = entriesOf(file, `${text.slice(0, at)}${word}${text.slice(at + random.int(0, 2))}`, null);
  times.push(settled(() => put(file, entries)));
}
times.sort((a, b) => a - b);
const share = (part: number): string =>
  (times[Math.min(times.length - 1, Math.floor(part * times.length))] as number).toFixed(1);
console.log(`${files.length} reports compared in ${whole.toFixed(0)} ms`);
console.log(
  `${times.length} changes: median ${share(0.5)} ms, 9 of 10 ${share(0.9)} ms, 99 of 100 ${share(0.99)} ms, the longest ${share(1)} ms`,
);
