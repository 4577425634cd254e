// Cold start: from starting the process to the first diagnostics of a report of 15 KB that has a broken total.
import { startClient } from './client.mjs';
import { singleReport } from './documents.mjs';
import { findingsAt, sessionOf } from './session.mjs';
import { comparison } from './statistics.mjs';

const target = 1.6;

/** One line for each way of getting diagnostics. */
export async function measureStart({ servers, speed, log, attempt }) {
  const document = singleReport(15_000, 4);
  const runs = Math.max(10, Math.ceil(24 / speed));
  const rows = [];
  for (const mode of ['pull', 'push']) {
    const measure = `cold start, 15 KB, ${mode}`;
    const took = await attempt(measure, () => startInTurn(document, mode, runs, servers));
    if (took !== undefined) rows.push(comparison(measure, took.floor, took.ours, target));
  }
  log(`cold start: ${runs} runs each after one that only warms the disk cache`);
  return rows;
}

async function startInTurn(document, mode, runs, servers) {
  const took = { floor: [], ours: [] };
  for (let run = -1; run < runs; run++) {
    for (const name of ['floor', 'ours']) {
      const { time, items } = await firstDiagnostics(name, servers[name], mode, document);
      if (name === 'ours' && servers.checked && findingsAt(items, document.sites.beginning.cell, 1).length === 0) {
        throw new Error('the first diagnostics do not name the broken total');
      }
      if (run >= 0) took[name].push(time);
    }
  }
  return took;
}

async function firstDiagnostics(name, args, mode, document) {
  const startedAt = performance.now();
  const client = startClient(name, args, mode);
  try {
    await client.initialize();
    const session = sessionOf(client, document);
    const { at } = await session.open(document.flawedText);
    await client.stop();
    return { time: at - startedAt, items: session.items() };
  } finally {
    client.kill();
  }
}
