// Edit → diagnostics: the same edits in both servers, one after the other, so that noise meets both alike.
import { startClient } from './client.mjs';
import { compilation, positions, singleReport } from './documents.mjs';
import { deletion, findingsAt, insertion, sessionOf } from './session.mjs';
import { comparison, median, milliseconds } from './statistics.mjs';

const sizes = [
  { label: '15 KB', bytes: 15_000, target: 2, edits: 1000, shapes: ['one report'] },
  { label: '15 KB with three flaws', bytes: 15_000, edits: 500, shapes: ['one report'], standing: true },
  { label: '150 KB', bytes: 150_000, target: 4, edits: 500, shapes: ['compilation', 'one report'] },
  { label: '1.5 MB', bytes: 1_500_000, target: 10, edits: 200, shapes: ['compilation', 'one report'] },
];

export const makers = {
  compilation: (bytes) => compilation(bytes, 1000),
  'one report': (bytes) => singleReport(bytes, 2),
};

/** One line for each document and each way of getting diagnostics. `speed` divides the number of edits. */
export async function measureEdits({ servers, speed, log, only, attempt }) {
  const rows = [];
  for (const { label, bytes, target, edits, shapes, standing = false } of sizes) {
    for (const shape of shapes) {
      if (only !== undefined && !`${label} ${shape}`.includes(only)) continue;
      const document = makers[shape](bytes);
      for (const mode of ['pull', 'push']) {
        const measure = `edit, ${label}, ${shape}, ${mode}`;
        const count = Math.max(30, Math.ceil(edits / speed));
        const measured = await attempt(measure, () => alternate(document, mode, count, servers, standing));
        if (measured === undefined) continue;
        rows.push(comparison(measure, measured.floor, measured.ours, target));
        log(`${measure}: ${document.bytes} bytes, ${document.reports} report(s), ${measured.note}`);
        await attempt(measure, () => measured.findings.verdict());
      }
    }
  }
  return rows;
}

async function alternate(document, mode, count, servers, standing) {
  const clients = { floor: startClient('floor', servers.floor, mode), ours: startClient('ours', servers.ours, mode) };
  try {
    const sessions = {};
    for (const name of ['floor', 'ours']) {
      await clients[name].initialize();
      sessions[name] = sessionOf(clients[name], document);
      await sessions[name].open();
    }
    const untouched = sessions.ours.items().length;
    const took = { floor: [], ours: [], cell: [], prose: [] };
    const warmUp = Math.max(60, count >> 2);
    const edits = editsOf(document.sites, standing);
    const findings = findingsCheck(document.sites);
    for (let index = 0; index < warmUp + count; index++) {
      const { change, place, broken } = edits.next().value;
      const floor = await sessions.floor.edit(change);
      const ours = await sessions.ours.edit(change);
      if (servers.checked) findings.check(sessions.ours.items(), broken);
      if (index < warmUp) continue;
      took.floor.push(floor.took);
      took.ours.push(ours.took);
      took[place].push(ours.took);
    }
    await Promise.all([clients.floor.stop(), clients.ours.stop()]);
    const byPlace = `ours in a cell ${took.cell.length === 0 ? '–' : milliseconds(median(took.cell))} ms, in prose ${milliseconds(median(took.prose))} ms`;
    return {
      ...took,
      findings,
      note: `${byPlace}; ${untouched} diagnostics before the edits, ${findings.count()} cells checked`,
    };
  } finally {
    clients.floor.kill();
    clients.ours.kill();
  }
}

const typed = ['并', '且', '更', '好', '地', '再'];

/**
 * Endless edits, position by position: two characters typed into the prose, a digit into a cell of table three (its
 * total is now wrong and must be reported), the digit out again (the finding must go), and one character deleted.
 * One character stays each time, so no text ever comes back. With `standing` flaws, the first digit put in at each
 * position stays for good, so that every answer carries findings with all their related cells.
 */
export function* editsOf(sites, standing) {
  const broken = new Set();
  if (standing) {
    for (const position of positions) {
      broken.add(position);
      yield { ...inCell(insertion(sites[position].cell, '7')), broken };
    }
  }
  for (let round = 0; ; round++) {
    const digit = String(1 + (round % 9));
    const [first, second] = [typed[round % typed.length], typed[(round + 1) % typed.length]];
    const position = positions[round % positions.length];
    const { cell, prose } = sites[position];
    yield { ...inProse(insertion(prose, first)), broken };
    yield { ...inProse(insertion(prose, second)), broken };
    if (!standing) {
      broken.add(position);
      yield { ...inCell(insertion(cell, digit)), broken };
      broken.delete(position);
      yield { ...inCell(deletion(cell)), broken };
    }
    yield { ...inProse(deletion({ ...prose, character: prose.character + 1 })), broken };
  }
}

const inCell = (change) => ({ change, place: 'cell' });
const inProse = (change) => ({ change, place: 'prose' });

/** Every broken figure must be reported at its cell, and no other of the edited cells. */
function findingsCheck(sites) {
  const faults = [];
  let checks = 0;
  return {
    check: (items, broken) => {
      for (const position of positions) {
        const [found] = findingsAt(items, sites[position].cell, broken.has(position) ? 1 : 0);
        checks += 1;
        if (broken.has(position) && found === undefined) {
          faults.push(`the digit put in at the ${position} broke a total, but no diagnostic names its cell`);
        }
        if (!broken.has(position) && found !== undefined) {
          faults.push(`a diagnostic names a cell at the ${position} that is right: ${JSON.stringify(found)}`);
        }
      }
    },
    count: () => checks,
    verdict: () => {
      if (faults.length > 0) throw new Error(`${faults.length} of ${checks} checks failed; the first: ${faults[0]}`);
    },
  };
}
