/** After edits the server answers as one that is given the text for the first time: reports that moved are moved rightly. */
import { expect, test } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol/node';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import type { TestClient } from './test-client';
import { pulling, startInMemory } from './test-client';

const reportOf = (issuer: string, eol: string): string =>
  printReport(editions['2021'], { layout: 'tsv', issuer, year: 2023, figures: 'zero', eol }).replace(
    /一、总体情况/,
    `一、总体情况${eol}根据《中华人民共和国政府信息公开条例》第五十条，${issuer}编制本报告。`,
  );

const uri = 'file:///many.txt';

const asked = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full'] as const;

async function answersOf(client: TestClient, of: string): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const method of asked) {
    const answer = await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: of } });
    answers[method] = JSON.stringify(method === 'semanticTokens/full' ? (answer as SemanticTokens).data : answer);
  }
  return answers;
}

test.for([
  ['\n', 'lines'],
  ['\r\n', 'lines of Windows'],
] as const)('edits that add, remove and keep %j: every answer is that of the same text opened anew', async ([eol]) => {
  const client = await startInMemory({ capabilities: pulling });
  client.open(uri, ['青河镇', '云岫镇', '石坳镇'].map((issuer) => reportOf(issuer, eol)).join(eol + eol));
  const edits: readonly (readonly [string, string])[] = [
    ['青河镇编制', '青河镇认真编制'],
    ['云岫镇编制本报告。', `云岫镇${eol}编制${eol}${eol}本报告。`],
    [`云岫镇${eol}编制${eol}${eol}本报告。`, '云岫镇编制本报告。'],
    ['青河镇认真编制本报告。', `${eol}${eol}第二段。`],
    [`石坳镇编制本报告。${eol}`, ''],
  ];
  for (const [index, [old, replacement]] of edits.entries()) {
    await answersOf(client, uri);
    client.edit(uri, old, replacement);
    const fresh = `file:///fresh-${index}.txt`;
    client.open(fresh, client.text(uri));
    const expected = await answersOf(client, fresh);
    expect(await answersOf(client, uri)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([method, answer]) => [method, answer.replaceAll(fresh, uri)])),
    );
  }
  client.end();
});

test('changes of tokens, applied to those before, give all tokens', async () => {
  const client = await startInMemory({ capabilities: pulling });
  const textDocument = { uri };
  client.open(uri, `${reportOf('青河镇', '\n')}\n\n${reportOf('云岫镇', '\n')}`);
  const first = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  });
  let { resultId, data } = first;
  for (const [old, replacement] of [
    ['青河镇编制', '青河镇认真编制'],
    ['青河镇认真编制本报告。', '\n\n收到申请3件。'],
    ['收到申请3件。', ''],
    ['云岫镇编制', '云岫镇编制'],
  ] as const) {
    client.edit(uri, old, replacement);
    const params = { textDocument, previousResultId: resultId };
    const method = 'textDocument/semanticTokens/full/delta';
    const delta = await client.connection.sendRequest<SemanticTokensDelta>(method, params);
    for (const edit of delta.edits) {
      data = [...data.slice(0, edit.start), ...(edit.data ?? []), ...data.slice(edit.start + edit.deleteCount)];
    }
    const full = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    expect(data).toEqual(full.data);
    resultId = full.resultId;
  }
  client.end();
});
