// Growth: opening documents of 1, 2, 4 and 8 times the size in a warm server, each text seen for the first time.
import { startClient } from './client.mjs';
import { compilationOf, singleReport } from './documents.mjs';
import { sessionOf } from './session.mjs';
import { markdownTable, median, milliseconds, times } from './statistics.mjs';

const factors = [1, 2, 4, 8];
const baseReports = 20;
const baseBytes = 150_000;

const shapes = {
  'compilation, per report': {
    make: (factor, seed) => compilationOf(baseReports * factor, seed),
    unitsOf: (document) => document.reports,
  },
  'one report, per 10 KB': {
    make: (factor, seed) => singleReport(baseBytes * factor, seed),
    unitsOf: (document) => document.bytes / 10_000,
  },
};

/** One line for each shape and size; here the last ratio is to the smallest size. */
export async function measureGrowth({ servers, speed, attempt }) {
  const lines = [];
  for (const [label, shape] of Object.entries(shapes)) {
    const runs = Math.max(4, Math.ceil(9 / speed));
    const samples = await attempt(label, () => openedInTurn(shape, runs, servers));
    if (samples === undefined) continue;
    const first = median(samples.ours[0]);
    factors.forEach((factor, index) => {
      const own = median(samples.ours[index]);
      const floor = median(samples.floor[index]);
      lines.push([
        `${label}, ${factor}×`,
        milliseconds(floor),
        milliseconds(own),
        times(own / floor),
        times(own / first),
      ]);
    });
  }
  return lines;
}

export function growthTable(lines) {
  return markdownTable(['first audit in a warm server', 'floor (ms)', 'ours (ms)', 'ratio', 'against 1×'], lines);
}

async function openedInTurn(shape, runs, servers) {
  const clients = {
    floor: startClient('floor', servers.floor, 'pull'),
    ours: startClient('ours', servers.ours, 'pull'),
  };
  const samples = { floor: factors.map(() => []), ours: factors.map(() => []) };
  try {
    await Promise.all([clients.floor.initialize(), clients.ours.initialize()]);
    for (let run = -1; run < runs; run++) {
      for (const [index, factor] of factors.entries()) {
        const document = shape.make(factor, 50_000 + run * 4000 + index * 500);
        for (const name of ['floor', 'ours']) {
          const session = sessionOf(clients[name], document, `file:///bench/growth-${run}-${factor}.txt`);
          const { took } = await session.open();
          session.close();
          if (run >= 0) samples[name][index].push(took / shape.unitsOf(document));
        }
      }
    }
    await Promise.all([clients.floor.stop(), clients.ours.stop()]);
    return samples;
  } finally {
    clients.floor.kill();
    clients.ours.kill();
  }
}
