/** How many copies are found among many reports, and what it costs: `npm run copies -- --reports 20000 --change 0.3 --length 2000`. */
import { seriesOf } from '../../server/src/series/series';
import { type CopiedReports, copiedReports, countFound } from '../support/series/copied-reports';

/** The value after `--name`, else the default. */
function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const wanted: CopiedReports = {
  seed: Number(option('seed', '1')),
  reports: Number(option('reports', '2000')),
  length: Number(option('length', '2000')),
  change: Number(option('change', '0.3')),
  unit: option('unit', 'character') === 'word' ? 'word' : 'character',
};
const drawing = secondsOf(() => copiedReports(wanted));
const comparing = secondsOf(() => {
  const series = seriesOf(drawing.result.map(({ entry }) => entry));
  return countFound(drawing.result, ({ entry }) => series.passagesOf(entry).map(({ other }) => other));
});
const { copies, found, invented } = comparing.result;
const share = ((100 * found) / copies).toFixed(1);
const { rss } = process.memoryUsage();
console.log(`${wanted.reports} reports, ${copies} copied, ${100 * wanted.change} % of ${wanted.unit}s changed`);
console.log(`found ${found} (${share} %), pairs invented ${invented}`);
console.log(
  `drawing and fingerprints ${drawing.seconds} s CPU, comparing ${comparing.seconds} s CPU, ${Math.round(rss / 1e6)} MB at the end`,
);

function secondsOf<T>(work: () => T): { readonly result: T; readonly seconds: string } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: ((user + system) / 1e6).toFixed(1) };
}
