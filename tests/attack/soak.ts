/**
 * A long day in an editor: edits, documents opened and closed, renamed and deleted, settings and policies changed, requests
 * cancelled. The server says at the end what a new one says of the same texts, and its memory stays where it was.
 */
import { getHeapCodeStatistics } from 'node:v8';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { flawsOf } from '../support/answer-flaws';
import { type Contents, memoryFiles } from '../support/memory-files';
import { type Random, randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { answersFor, differences, type ProtocolSession, startSession } from './protocol-session';
import { formTexts, fragments, sampleTexts } from './texts';

const folder = 'file:///work/2023/';
const policies = ['file:///work/.disclosure-audit.json', `${folder}.disclosure-audit.json`];
const opened = 6;
/** Shorter runs say nothing of memory: caches are still filling. */
const longRun = 20_000;
/** The last tenth's heap by the second tenth's. */
const mostGrowth = 1.15;

export const soak: Attack = {
  name: 'soak',
  unit: 'edits',
  usual: 100_000,
  async run({ seed, count }) {
    const day = await startDay(seed);
    const heap: number[] = [];
    const failures: Failure[] = [];
    const every = Math.max(1, Math.floor(count / 100));
    for (let edit = 1; edit <= count; edit++) {
      await day.next();
      if (edit % every === 0) heap.push(heapUsed());
      if (edit % (every * 25) === 0 || edit === count) failures.push(...(await day.compared(edit)));
    }
    failures.push(...day.failures);
    day.end();
    const tenth = (from: number) => heap.slice((heap.length * from) / 10, (heap.length * (from + 1)) / 10);
    const [early, late] = [meanOf(tenth(1)), meanOf(tenth(9))];
    const growth = late / early;
    const isJudged = count >= longRun && global.gc !== undefined;
    if (isJudged && growth > mostGrowth) {
      failures.push({ what: `the heap has grown ${growth.toFixed(3)} times`, input: JSON.stringify(heap) });
    }
    const [first, last] = [early, late].map((bytes) => (bytes / 1e6).toFixed(1));
    const told = `heap in the second tenth ${first} MB, in the last ${last} MB, ${growth.toFixed(3)} times`;
    const judged = isJudged ? `at most ${mostGrowth}` : 'not judged';
    return { tried: count, failures, lines: [`soak: ${day.told()}`, `soak: ${told} (${judged})`] };
  },
};

/** What the program holds, in bytes: without the code that the engine makes of it, which grows for hours as rare ways become frequent ones. */
function heapUsed(): number {
  global.gc?.();
  const { code_and_metadata_size: compiled, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  return process.memoryUsage().heapUsed - compiled - bytecode;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface OpenText {
  readonly document: TextDocument;
  /** The length that it had when it was opened; one that has grown too far begins anew. */
  readonly length: number;
}

interface Day {
  readonly random: Random;
  readonly session: ProtocolSession;
  readonly files: Contents;
  readonly texts: readonly string[];
  readonly open: Map<string, OpenText>;
  readonly done: Map<string, number>;
  readonly failures: Failure[];
  settings: unknown;
  names: number;
}

async function startDay(seed: number) {
  const files: Contents = {};
  const known = memoryFiles(files);
  const day: Omit<Day, 'session'> = {
    random: randomOf(seed, 'soak'),
    files,
    texts: [...sampleTexts(), ...formTexts()],
    open: new Map(),
    done: new Map(),
    failures: [],
    settings: null,
    names: 0,
  };
  const session = await startSession({ files: known, settings: () => day.settings });
  const own: Day = Object.assign(day, { session });
  while (own.open.size < opened) openAnother(own);
  return {
    failures: own.failures,
    next: async () => {
      known.reads.length = 0;
      await nextEdit(own);
      // What is wrong with settings is told, and is no failure.
      const lines = session.logged().filter((line) => !line.startsWith('设置'));
      for (const line of lines) own.failures.push({ what: 'logged', input: line });
    },
    compared: (edit: number) => compared(own, edit),
    told: () => [...own.done].map(([what, times]) => `${times} ${what}`).join(', '),
    end: () => session.end(),
  };
}

/** One edit, and now and then something else first. */
async function nextEdit(day: Day): Promise<void> {
  const { random } = day;
  if (random.chance(0.01)) {
    closeOne(day);
    openAnother(day);
  }
  if (random.chance(0.002)) rename(day);
  if (random.chance(0.002)) deleteOne(day);
  if (random.chance(0.002)) changeSettings(day);
  if (random.chance(0.004)) changePolicy(day);
  editOne(day);
  if (random.chance(0.35)) await ask(day);
  if (random.chance(0.03)) await askAndCancel(day);
}

function count({ done }: Day, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

function openAnother(day: Day, text = day.random.pick(day.texts)): void {
  count(day, 'opened');
  day.names += 1;
  const uri = `${folder}${day.names}.txt`;
  const document = TextDocument.create(uri, day.random.pick(['plaintext', 'disclosure-report', 'html']), 1, text);
  day.open.set(uri, { document, length: text.length });
  const textDocument = { uri, languageId: document.languageId, version: 1, text };
  day.session.notify('textDocument/didOpen', { textDocument });
}

function closeOne(day: Day, uri = day.random.pick([...day.open.keys()])): void {
  count(day, 'closed');
  day.open.delete(uri);
  day.session.notify('textDocument/didClose', { textDocument: { uri } });
}

/** As editors tell it: closed here, opened there, and the files have changed. */
function rename(day: Day): void {
  count(day, 'renamed');
  const [uri, { document }] = day.random.pick([...day.open]);
  closeOne(day, uri);
  openAnother(day, document.getText());
  watched(day, [uri, 3], [`${folder}${day.names}.txt`, 1]);
}

function deleteOne(day: Day): void {
  count(day, 'deleted');
  const uri = day.random.pick([...day.open.keys()]);
  watched(day, [uri, 3]);
  closeOne(day, uri);
  openAnother(day);
}

function changeSettings(day: Day): void {
  count(day, 'settings');
  day.settings = day.random.pick([
    null,
    { rules: { 'relation/case-total': 'hint' } },
    { edition: '2019' },
    { language: 'en' },
    { enable: day.random.chance(0.9) },
    { rules: { 'table/empty-cell': 'off', 'no/such': 7 }, nothing: [] },
  ]);
  day.session.notify('workspace/didChangeConfiguration', { settings: null });
}

function changePolicy(day: Day): void {
  count(day, 'policies');
  const uri = day.random.pick(policies);
  const content = day.random.pick([
    undefined,
    {},
    { edition: '2021', rules: { 'structure/report-title': 'off' } },
    { waivers: [{ rule: 'table/empty-cell', quote: '总计', reason: '试验' }] },
    { requiredHeadings: ['建议提案办理情况'] },
    '{"rules": ',
    { rules: { 'no/such': 'off' } },
  ]);
  if (content === undefined) delete day.files[uri];
  else day.files[uri] = content;
  watched(day, [uri, content === undefined ? 3 : 2]);
}

function watched({ session }: Day, ...changes: readonly (readonly [string, number])[]): void {
  session.notify('workspace/didChangeWatchedFiles', { changes: changes.map(([uri, type]) => ({ uri, type })) });
}

function editOne(day: Day): void {
  const { random, session } = day;
  const [uri, known] = random.pick([...day.open]);
  const { document } = known;
  const text = document.getText();
  const at = random.int(0, text.length);
  const isTooLong = text.length > known.length * 1.5 + 2000 || text.length < known.length / 2;
  const change = isTooLong
    ? { text: random.pick(day.texts) }
    : random.chance(0.6)
      ? rangeChange(
          document,
          at,
          at,
          random.chance(0.7) ? random.pick([...'0123456789件，。并']) : random.pick(fragments),
        )
      : rangeChange(document, at, Math.min(text.length, at + random.int(1, random.chance(0.9) ? 3 : 200)), '');
  TextDocument.update(document, [change], document.version + 1);
  if (isTooLong) day.open.set(uri, { document, length: document.getText().length });
  const textDocument = { uri, version: document.version };
  session.notify('textDocument/didChange', { textDocument, contentChanges: [change] });
}

function rangeChange(document: TextDocument, start: number, end: number, text: string) {
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

const asked = [
  'textDocument/diagnostic',
  'textDocument/diagnostic',
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'textDocument/documentHighlight',
  'textDocument/formatting',
  'disclosureAudit/results',
  'disclosureAudit/preview',
];

function drawRequest({ random, open }: Day) {
  const { document } = random.pick([...open.values()]);
  const { uri } = document;
  const position = document.positionAt(random.int(0, document.getText().length));
  const range = { start: position, end: { line: position.line + random.int(0, 40), character: 0 } };
  const options = { tabSize: 4, insertSpaces: false };
  const params = { textDocument: { uri }, uri, known: [], position, range, options, context: { diagnostics: [] } };
  return { method: random.pick(asked), params, document };
}

async function ask(day: Day): Promise<void> {
  count(day, 'requests');
  const { method, params, document } = drawRequest(day);
  try {
    const answer = await day.session.request(method, params);
    for (const what of flawsOf(method, answer, document)) day.failures.push({ what, input: document.getText() });
  } catch (error) {
    day.failures.push({ what: `${method}: ${String(error)}`, input: document.getText() });
  }
}

async function askAndCancel(day: Day): Promise<void> {
  count(day, 'cancelled');
  const { method, params, document } = drawRequest(day);
  const source = new CancellationTokenSource();
  const answer = day.session.request(method, params, source.token);
  if (day.random.chance(0.5)) await Promise.resolve();
  source.cancel();
  try {
    await answer;
  } catch (error) {
    if ((error as ResponseError).code === LSPErrorCodes.RequestCancelled) return;
    day.failures.push({ what: `${method}, cancelled: ${String(error)}`, input: document.getText() });
  }
}

/** What the server says of the open documents, beside what a new one says of them. */
async function compared(day: Day, edit: number): Promise<readonly Failure[]> {
  const fresh = await startSession({ files: memoryFiles(day.files), settings: () => day.settings });
  const failures: Failure[] = [];
  for (const [uri, { document }] of day.open) {
    const { languageId, version } = document;
    const text = document.getText();
    fresh.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    const different = differences(await answersFor(fresh, uri), await answersFor(day.session, uri));
    if (different !== '') failures.push({ what: `after ${edit} edits another ${different}`, input: text });
  }
  fresh.end();
  return failures;
}
