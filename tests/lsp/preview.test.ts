/** The preview over the protocol. */
import { expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import type { LinePlace, PreviewAnswer } from '../../server/src/lsp/wire/preview-protocol';
import { brokenTotal, minutes, reportOf } from './reports';
import type { TestClient } from './test-client';
import { startInMemory } from './test-client';

const uri = 'file:///清溪镇2023年.txt';

function ask(client: TestClient, known: readonly string[] = [], of = uri): Promise<PreviewAnswer | null> {
  return client.connection.sendRequest('disclosureAudit/preview', { uri: of, known });
}

function wordsAt(text: string, line: number, place: LinePlace): string {
  const lines = text.split('\n');
  const row = lines[line + place[0]] ?? '';
  return place[0] === place[2] ? row.slice(place[1], place[3]) : row.slice(place[1]);
}

test('every figure has its place by line and character, in each report of a compilation', async () => {
  const client = await startInMemory();
  const text = `${reportOf(brokenTotal)}\n${reportOf({ issuer: '云岭县石门镇人民政府', ...brokenTotal })}`;
  client.open(uri, text);
  const answer = await ask(client);
  expect(answer?.parts).toHaveLength(2);
  for (const { line, part } of answer?.parts ?? []) {
    const form = part?.blocks.find((block) => block.kind === 'form' && block.table === 'review');
    if (form?.kind !== 'form') throw new Error('there is no table four');
    const stated = form.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'stated');
    expect(stated.map(({ text: shown }) => shown).slice(0, 5)).toEqual(['2', '0', '0', '0', '3']);
    for (const cell of stated) expect(cell.at && wordsAt(text, line, cell.at)).toBe(cell.text);
    expect(part?.findings.map(({ rule }) => rule)).toEqual(['relation/case-total']);
  }
  client.end();
});

test('what the client has and did not change is not sent again', async () => {
  const client = await startInMemory();
  client.open(uri, `${reportOf()}\n${reportOf({ issuer: '云岭县石门镇人民政府' })}`);
  const first = await ask(client);
  const keys = first?.parts.map(({ key }) => key) ?? [];
  client.edit(uri, '清溪镇人民政府认真贯彻', '清溪镇人民政府\n认真贯彻');
  const second = await ask(client, keys);
  expect(second?.parts.map(({ part }) => part !== undefined)).toEqual([true, false]);
  expect(second?.parts[1]?.line).toBe((first?.parts[1]?.line ?? 0) + 1);
  client.end();
});

test('no report, no document: nothing; no parameters: a refusal', async () => {
  const client = await startInMemory();
  client.open(uri, minutes);
  expect(await ask(client)).toBeNull();
  expect(await ask(client, [], 'file:///none.txt')).toBeNull();
  const asked = client.connection.sendRequest('disclosureAudit/preview', null);
  await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  client.end();
});
