/** Requests at any place of a document, and at none: an answer whose places lie in it, or a refusal. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResponseError } from 'vscode-languageserver-protocol/node';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { computingScopes } from '../../server/src/features/totals/computing';
import { allSamples, realSamples } from '../features/sample-texts';
import { flawsOf } from '../support/answer-flaws';
import { type Random, randomOf } from '../support/reports/random';
import { pulling, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
const texts = [...allSamples, ...realSamples].map(({ text }) => text);
let client: TestClient;

beforeAll(async () => {
  const { textDocument } = pulling;
  const commands = ['disclosureAudit.waive', 'disclosureAudit.computeTotals', 'disclosureAudit.showRelations'];
  client = await startInMemory({
    capabilities: { ...pulling, textDocument: { ...textDocument, completion: { completionItem: {} } } },
    initializationOptions: { commands },
  });
});

afterAll(() => client.end());

interface Odd {
  readonly line: unknown;
  readonly character: unknown;
}

/** Numbers that no line and no character can have; JSON has no NaN and writes null for it. */
const noPlaces = [-1, -1e9, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null];
const farPlaces = [2 ** 31 - 1, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, 1e300];

function drawPlace(document: TextDocument, random: Random): Odd {
  if (random.chance(0.15)) return { line: random.int(0, document.lineCount), character: random.pick(noPlaces) };
  if (random.chance(0.1)) return { line: random.pick(noPlaces), character: random.int(0, 9) };
  if (random.chance(0.15)) return { line: random.pick(farPlaces), character: random.int(0, 9) };
  if (random.chance(0.15)) return { line: random.int(0, document.lineCount), character: random.pick(farPlaces) };
  return { line: random.int(0, document.lineCount + 3), character: random.int(0, 60) };
}

function isPlace({ line, character }: Odd): boolean {
  return [line, character].every((value) => Number.isInteger(value) && (value as number) >= 0);
}

/** A report as it is while it is written: something is missing, twice, or in pieces. */
function drawText(random: Random): string {
  let text = random.pick(texts);
  if (random.chance(0.2)) text = text.replace(/\n/g, '\r\n');
  for (let left = random.int(0, 3); left > 0; left--) {
    const at = random.int(0, text.length);
    const to = Math.min(text.length, at + random.int(0, 200));
    const piece = random.pick([
      '',
      text.slice(at, to).repeat(2),
      '<!--',
      '-->',
      '</table>',
      '<table>',
      '\n',
      '\r',
      '|\n|',
      '\ud83d',
    ]);
    text = text.slice(0, at) + piece + text.slice(random.chance(0.5) ? at : to);
  }
  return random.chance(0.1) ? text.slice(0, random.int(0, text.length)) : text;
}

const atPlace = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
];
const overRange = [
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'textDocument/rangeFormatting',
  'textDocument/semanticTokens/range',
];
const whole = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/documentLink',
  'textDocument/formatting',
  'textDocument/diagnostic',
];

test.each([1, 2, 3, 4])('every request at any place, seed %i', async (seed) => {
  const random = randomOf(seed, 'places');
  for (let i = 0; i < 25; i++) {
    const text = drawText(random);
    const document = TextDocument.create(uri, 'plaintext', 1, text);
    client.open(uri, text, random.pick(['plaintext', 'disclosure-report', 'markdown', 'html']));
    const ask = async (method: string, params: object, isAnswerable = true): Promise<unknown> => {
      const told = JSON.stringify({ method, params, text });
      let answer: unknown;
      try {
        answer = await client.connection.sendRequest(method, params);
      } catch (error) {
        const isRefusal = (error as ResponseError).code === ErrorCodes.InvalidParams && !isAnswerable;
        // A name that cannot be given is refused with the reason.
        if (!isRefusal && !(method.endsWith('ename') && (error as ResponseError).code === -32803))
          throw new Error(told);
        return undefined;
      }
      expect(isAnswerable, told).toBe(true);
      expect(flawsOf(method, answer, document), told).toEqual([]);
      return answer;
    };
    const textDocument = { uri };
    const options = { tabSize: 4, insertSpaces: false };
    for (const method of whole) await ask(method, { textDocument, options });
    for (let places = 0; places < 4; places++) {
      const [start, end] = [drawPlace(document, random), drawPlace(document, random)];
      for (const method of atPlace) {
        const params = { textDocument, position: start, newName: '2024', context: { includeDeclaration: true } };
        await ask(method, params, isPlace(start));
      }
      const isRange = isPlace(start) && isPlace(end);
      for (const method of overRange) {
        const params = { textDocument, range: { start, end }, options, context: { diagnostics: [] } };
        await ask(method, params, isRange);
      }
      await ask('textDocument/selectionRange', { textDocument, positions: [start, end] }, isRange);
      await ask('disclosureAudit/figureAt', { uri, position: start }, isPlace(start));
      const scope = random.pick(computingScopes);
      await ask('disclosureAudit/computedTotals', { uri, position: start, scope }, isPlace(start));
    }
    await ask('disclosureAudit/results', { uri });
    client.close(uri);
    expect(client.log, text).toEqual([]);
  }
});
