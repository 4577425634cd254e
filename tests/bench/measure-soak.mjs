// Soak: thousands of edits with all that the editor asks, and whether the server's memory stays where it was.
import { fileURLToPath } from 'node:url';
import { positions } from './documents.mjs';
import { startSession } from './measure-editor.mjs';
import { makers } from './measure-edits.mjs';
import { deletion, insertion } from './session.mjs';
import { markdownTable, median, times } from './statistics.mjs';

const documents = [
  { label: '15 KB one report', shape: 'one report', bytes: 15_000 },
  { label: '150 KB compilation', shape: 'compilation', bytes: 150_000 },
];
const everyEdits = 50;

/** One line for each document: the heap after garbage collection, over the first and the last quarter of 2,000 edits. */
export async function measureSoak({ servers, speed, only, attempt }) {
  const lines = [];
  for (const { label, shape, bytes } of documents) {
    if (only !== undefined && !label.includes(only)) continue;
    const edits = Math.ceil(2000 / speed);
    const taken = await attempt(`soak, ${label}`, () => soak(makers[shape](bytes), edits, servers));
    if (taken === undefined) continue;
    const quarter = Math.ceil(taken.length / 4);
    lines.push({ label, edits, first: median(taken.slice(0, quarter)), last: median(taken.slice(-quarter)) });
  }
  return lines;
}

/** Every edit is taken back by the next but one, so the text never grows. Gives the heap after every so many edits. */
async function soak(document, edits, { ours }) {
  const session = startSession('ours', [...memoryProbe, ...ours], document);
  const taken = [];
  try {
    await session.open();
    for (let index = 0; index < edits; index++) {
      const site = document.sites[positions[(index >> 2) % positions.length]];
      const place = index % 4 < 2 ? site.cell : site.prose;
      const change = index % 2 === 0 ? insertion(place, index % 4 < 2 ? '7' : '并') : deletion(place);
      await session.together(change, false);
      if (index % everyEdits === everyEdits - 1) taken.push(await session.client.heap());
    }
    await session.client.stop();
    return taken;
  } finally {
    session.client.kill();
  }
}

const memoryProbe = ['--expose-gc', '--require', fileURLToPath(new URL('./heap-probe.cjs', import.meta.url))];

export function soakTable(lines) {
  const header = ['memory after edits', 'edits', 'first quarter (MB)', 'last quarter (MB)', 'ratio'];
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  return markdownTable(
    header,
    lines.map(({ label, edits, first, last }) => [
      label,
      String(edits),
      megabytes(first),
      megabytes(last),
      times(last / first),
    ]),
  );
}
