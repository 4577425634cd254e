/** Random edit scripts sent as `didChange`: after each the server says what it says of the same text opened anew. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Random, randomOf } from '../support/reports/random';
import type { Attack, Failure } from './attack';
import { answersFor, differences, type ProtocolSession, startSession } from './protocol-session';
import { formTexts, fragments, sampleTexts } from './texts';

/** In offsets of the text that the changes before have left; beyond its end is its end. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes of one notification; what is asked in between decides what the next ones start from. */
interface Step {
  readonly changes: readonly Change[];
  readonly asks: 'nothing' | 'diagnostics' | 'all';
}

interface Script {
  readonly text: string;
  readonly steps: readonly Step[];
}

export const editsProtocol: Attack = {
  name: 'edits-protocol',
  unit: 'scripts',
  usual: 1000,
  async run({ seed, count }) {
    const texts = [...sampleTexts(), ...formTexts()];
    const session = await startSession();
    const failures: Failure[] = [];
    let edits = 0;
    for (let i = 0; i < count; i++) {
      const script = drawScript(texts, randomOf(seed + i, 'edits-protocol'));
      edits += script.steps.reduce((sum, { changes }) => sum + changes.length, 0);
      const what = await flawOf(session, script);
      if (what === '') continue;
      const smallest = await shrunkScript(script, async (other) => (await flawOf(session, other)) !== '');
      failures.push({ what: `${what} (script ${seed + i})`, input: JSON.stringify(smallest) });
    }
    session.end();
    return { tried: count, failures, lines: [`edits-protocol: ${edits} edits in ${count} scripts`] };
  },
};

function drawScript(texts: readonly string[], random: Random): Script {
  let text = random.pick(texts);
  if (random.chance(0.25)) text = text.replace(/\r?\n/g, random.pick(['\r\n', '\r']));
  if (random.chance(0.3)) text += `\n\n${random.pick(texts)}`;
  const begin = text;
  const deleted: string[] = [];
  const steps = Array.from({ length: random.int(1, 8) }, (): Step => {
    const changes = Array.from({ length: random.chance(0.3) ? random.int(2, 5) : 1 }, () => {
      const change = drawChange(text, texts, deleted, random);
      text = changed(text, change);
      return change;
    });
    return { changes, asks: random.pick(['nothing', 'diagnostics', 'all']) };
  });
  return { text: begin, steps };
}

function drawChange(text: string, texts: readonly string[], deleted: string[], random: Random): Change {
  const at = random.int(0, text.length);
  const upTo = (most: number): number => Math.min(text.length, at + random.int(0, most));
  switch (random.int(0, 9)) {
    case 0:
    case 1:
      return { start: at, end: at, text: random.pick(fragments) };
    case 2:
      return { start: at, end: upTo(3), text: random.pick([...'0123456789，。<>|-!']) };
    case 3:
      return {
        start: at,
        end: at,
        text: random.pick(['<!--', '-->', '<!--\n', '\n-->\n', '</table>', '<table>', '</td>']),
      };
    case 4:
    case 5: {
      const end = upTo(random.pick([2, 40, 400, 4000]));
      deleted.push(text.slice(at, end));
      return { start: at, end, text: '' };
    }
    case 6:
      return { start: at, end: at, text: deleted.pop() ?? '\n' };
    case 7: {
      const end = upTo(600);
      return { start: random.int(0, text.length), end: 0, text: text.slice(at, end) };
    }
    case 8:
      return random.chance(0.3)
        ? { start: 0, end: text.length, text: random.pick(texts) }
        : { start: at, end: random.chance(0.5) ? at : upTo(2000), text: random.pick(texts) };
    default: {
      const end = upTo(800);
      const piece = text.slice(at, end);
      return {
        start: at,
        end,
        text: random.pick([
          (own: string) => own.replace(/\r?\n/g, '\r\n'),
          (own: string) => own.replace(/[\r\n]+/g, ''),
          (own: string) => own.replace(/[|｜]/g, '\t'),
        ])(piece),
      };
    }
  }
}

/** As the protocol has it: a range whose end stands first is taken the other way round. */
function changed(text: string, { start, end, text: inserted }: Change): string {
  const [from, to] = start <= end ? [start, end] : [end, start];
  return text.slice(0, from) + inserted + text.slice(to);
}

let documents = 0;

/** Which answers differ after the script; empty where none does. */
async function flawOf(session: ProtocolSession, { text, steps }: Script): Promise<string> {
  documents += 1;
  const uri = `file:///work/edited-${documents}.txt`;
  const document = TextDocument.create(uri, 'disclosure-report', 1, text);
  open(session, document);
  await answersFor(session, uri);
  for (const { changes, asks } of steps) {
    const contentChanges: TextDocumentContentChangeEvent[] = [];
    let draft = document;
    for (const { start, end, text: inserted } of changes) {
      const change = { range: { start: draft.positionAt(start), end: draft.positionAt(end) }, text: inserted };
      contentChanges.push(change);
      draft = TextDocument.update(TextDocument.create(uri, '', 0, draft.getText()), [change], 1);
    }
    TextDocument.update(document, contentChanges, document.version + 1);
    const textDocument = { uri, version: document.version };
    session.notify('textDocument/didChange', { textDocument, contentChanges });
    if (asks === 'diagnostics') await session.diagnostics(uri);
    if (asks === 'all') await answersFor(session, uri);
  }
  const edited = await answersFor(session, uri);
  close(session, uri);
  const fresh = `file:///work/fresh-${documents}.txt`;
  open(session, TextDocument.create(fresh, 'disclosure-report', 1, document.getText()));
  const anew = await answersFor(session, fresh);
  close(session, fresh);
  return [differences(anew, edited), ...session.logged()].filter((each) => each !== '').join('; ');
}

function open(session: ProtocolSession, document: TextDocument): void {
  const { uri, languageId, version } = document;
  session.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text: document.getText() } });
}

function close(session: ProtocolSession, uri: string): void {
  session.notify('textDocument/didClose', { textDocument: { uri } });
}

type Fails = (script: Script) => Promise<boolean>;

/** First as few steps as fail, each with as few changes; then, where one change is left, as little text around it. */
async function shrunkScript(script: Script, fails: Fails): Promise<Script> {
  let best = script;
  const keepIf = async (other: Script): Promise<boolean> => {
    const isSmaller = await fails(other);
    if (isSmaller) best = other;
    return isSmaller;
  };
  while (best.steps.length > 1 && (await keepIf(withoutFirstStep(best))));
  while (best.steps.length > 1 && (await keepIf({ ...best, steps: best.steps.slice(0, -1) })));
  const single = best.steps.length === 1 && best.steps[0]?.changes.length === 1 ? best.steps[0].changes[0] : undefined;
  if (single === undefined) return best;
  const [from, to] = single.start <= single.end ? [single.start, single.end] : [single.end, single.start];
  const parts = [best.text.slice(0, from), best.text.slice(from, to), single.text, best.text.slice(to)];
  for (const index of [0, 3, 1, 2]) {
    parts[index] = await shorter(parts[index] as string, (part) =>
      fails(ofParts(parts.map((own, i) => (i === index ? part : own)))),
    );
  }
  return ofParts(parts);
}

function withoutFirstStep({ text, steps: [first, ...steps] }: Script): Script {
  return { text: (first?.changes ?? []).reduce(changed, text), steps };
}

function ofParts([before = '', old = '', inserted = '', after = '']: readonly string[]): Script {
  const change = { start: before.length, end: before.length + old.length, text: inserted };
  return { text: before + old + after, steps: [{ changes: [change], asks: 'nothing' }] };
}

async function shorter(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let best = text;
  for (let size = Math.max(1, best.length); size >= 1; size >>= 1) {
    for (let at = 0; at < best.length; ) {
      const candidate = best.slice(0, at) + best.slice(at + size);
      if (await fails(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}
