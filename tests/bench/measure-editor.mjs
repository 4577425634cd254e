// Edit → everything that an editor asks: the same edits and requests in both servers, one after the other.
import { startClient } from './client.mjs';
import { askingEditor, editor } from './editor.mjs';
import { editsOf, makers } from './measure-edits.mjs';
import { comparison, markdownTable, median, milliseconds, p95, times } from './statistics.mjs';

const uri = 'file:///bench/report.txt';

const sizes = [
  { label: '15 KB', bytes: 15_000, edits: 400, shapes: ['one report'] },
  { label: '150 KB', bytes: 150_000, edits: 300, shapes: ['compilation', 'one report'] },
  { label: '1.5 MB', bytes: 1_500_000, edits: 150, shapes: ['compilation', 'one report'] },
];

/**
 * One line for each document: from writing `didChange` and all requests at once to the last answer. `requests` takes, for
 * each document, what every request took when it was sent alone, after the diagnostics of its version.
 */
export async function measureEditor({ servers, speed, log, only, attempt }, requests) {
  const rows = [];
  for (const { label, bytes, edits, shapes } of sizes) {
    for (const shape of shapes) {
      const name = `${label} ${shape}`;
      if (only !== undefined && !name.includes(only)) continue;
      const measure = `edit with all that the editor asks, ${label}, ${shape}`;
      const document = makers[shape](bytes);
      const count = Math.max(40, Math.ceil(edits / speed));
      const measured = await attempt(measure, () => alternate(document, count, servers));
      if (measured === undefined) continue;
      rows.push(comparison(measure, measured.floor.together, measured.ours.together));
      requests.push({ name, floor: measured.floor.apart, ours: measured.ours.apart });
      log(`${measure}: ${document.bytes} bytes, ${document.reports} report(s)`);
    }
  }
  return rows;
}

async function alternate(document, count, servers) {
  const sessions = {
    floor: startSession('floor', servers.floor, document),
    ours: startSession('ours', servers.ours, document),
  };
  try {
    for (const session of Object.values(sessions)) await session.open();
    const warmUp = Math.max(30, count >> 2);
    const edits = editsOf(document.sites, false);
    for (let index = 0; index < warmUp + count; index++) {
      const { change } = edits.next().value;
      const way = index % 2 === 0 ? 'together' : 'apart';
      for (const session of Object.values(sessions)) await session[way](change, index >= warmUp);
    }
    await Promise.all(Object.values(sessions).map(({ client }) => client.stop()));
    return { floor: sessions.floor.took, ours: sessions.ours.took };
  } finally {
    for (const { client } of Object.values(sessions)) client.kill();
  }
}

/** One editor with the document open in one server. */
export function startSession(name, args, document) {
  const client = startClient(name, args, 'pull', editor);
  const asking = askingEditor(uri);
  const took = { together: [], apart: new Map() };
  let version = 1;

  const edit = (change) => {
    version += 1;
    return { method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [change] } };
  };
  const listen = async (requests, arrivals) => {
    const answers = await Promise.all(arrivals);
    for (const [index, { result }] of answers.entries()) asking.hear(requests[index].method, result);
    return answers;
  };
  return {
    client,
    took,
    open: async () => {
      await client.initialize();
      const params = { textDocument: { uri, languageId: 'disclosure-report', version, text: document.text } };
      const requests = asking.requestsAt({ line: 0, character: 0 });
      await listen(requests, client.ask(requests, { method: 'textDocument/didOpen', params }).arrivals);
    },
    together: async (change, isCounted) => {
      const requests = asking.requestsAt(cursorAfter(change));
      const { sentAt, arrivals } = client.ask(requests, edit(change));
      const answers = await listen(requests, arrivals);
      if (isCounted) took.together.push(Math.max(...answers.map(({ at }) => at)) - sentAt);
    },
    apart: async (change, isCounted) => {
      let before = [edit(change)];
      for (const request of asking.requestsAt(cursorAfter(change))) {
        const { sentAt, arrivals } = client.ask([request], ...before);
        const [{ at, bytes }] = await listen([request], arrivals);
        before = [];
        if (isCounted) note(took.apart, request.method, at - sentAt, bytes);
      }
    },
  };
}

function cursorAfter({ range, text }) {
  return { line: range.start.line, character: range.start.character + text.length };
}

function note(apart, method, time, bytes) {
  const known = apart.get(method) ?? { times: [], bytes: [] };
  apart.set(method, known);
  known.times.push(time);
  known.bytes.push(bytes);
}

/** For each document its requests, the most expensive first. */
export function editorTables(requests) {
  return requests.map(({ name, floor, ours }) => {
    const header = [`request alone, ${name}`, 'floor (ms)', 'ours (ms)', 'ours p95', 'ratio', 'answer (KB)'];
    const lines = [...ours]
      .map(([method, own]) => ({
        method,
        floor: median(floor.get(method).times),
        ours: median(own.times),
        late: p95(own.times),
        bytes: median(own.bytes),
      }))
      .sort((a, b) => b.ours - a.ours)
      .map((line) => [
        line.method + (line.method === 'textDocument/diagnostic' ? ' (with the edit and the audit)' : ''),
        milliseconds(line.floor),
        milliseconds(line.ours),
        milliseconds(line.late),
        times(line.ours / line.floor),
        (line.bytes / 1000).toFixed(1),
      ]);
    return markdownTable(header, lines);
  });
}
