/** The language in which the user is spoken to: Chinese, the editor's own, or the one that the settings name. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { memoryFiles } from '../support/memory-files';
import { brokenTotal, reportOf } from './reports';
import { first, pushed, type Start, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.txt';
const ideograph = /[\u3400-\u9fff]/;
let client: TestClient;

afterEach(() => client.end());

function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** The message of the broken total. */
async function told(start: Start): Promise<string> {
  client = await startInMemory(start);
  client.open(uri, reportOf(brokenTotal));
  return messageOf(first(await client.diagnostics(uri)));
}

const chinese = /四种结果合计2、总计3，应相等/;
const english = /the four outcomes add up to 2/;

describe('the language of findings', () => {
  test.each([
    ['no locale', {}, chinese],
    ['zh-cn', { locale: 'zh-cn' }, chinese],
    ['zh-TW', { locale: 'zh-TW' }, chinese],
    ['en', { locale: 'en' }, chinese],
    [
      'de, which has no translation of its own, left to the editor',
      { locale: 'de', settings: () => ({ language: 'auto' }) },
      english,
    ],
    ['no locale, left to the editor', { settings: () => ({ language: 'auto' }) }, chinese],
    ['en, but Chinese chosen', { locale: 'en', settings: () => ({ language: 'zh-cn' }) }, chinese],
    ['zh-cn, but English chosen', { locale: 'zh-cn', settings: () => ({ language: 'en' }) }, english],
    ['en, left to the editor', { locale: 'en', settings: () => ({ language: 'auto' }) }, english],
  ])('%s', async (_, start, words) => {
    expect(await told(start)).toMatch(words);
  });

  test('a changed setting changes it, and the client is told to pull again', async () => {
    let language = 'en';
    expect(await told({ settings: () => ({ language }) })).toMatch(english);
    language = 'zh-cn';
    client.change(null);
    expect(first(await client.diagnostics(uri)).message).toMatch(chinese);
    expect(client.refreshes()).toBe(1);
  });

  test('pushed diagnostics follow a changed setting', async () => {
    client = await startInMemory({ capabilities: pushed, locale: 'en' });
    client.open(uri, reportOf(brokenTotal));
    expect(first((await client.pushOf(uri)).diagnostics).message).toMatch(chinese);
    client.change({ disclosureAudit: { language: 'en' } });
    await expect.poll(() => client.published.at(-1)?.diagnostics[0]?.message).toMatch(english);
  });
});

describe('in English', () => {
  const inEnglish = () => ({ language: 'en' });
  /** Words of the form and of the report stand in quotation marks and stay as they are. */
  const unquoted = (text: string): string => text.replace(/“[^“”]*”/g, '');

  test('related places and quick fixes are English, too', async () => {
    client = await startInMemory({ locale: 'en', settings: inEnglish });
    client.open(uri, reportOf(brokenTotal));
    const diagnostic = first(await client.diagnostics(uri));
    expect(first(diagnostic.relatedInformation ?? []).message).toMatch(/^“行政复议” in column “结果维持”: \d+$/);
    const actions = await client.actions(uri, diagnostic);
    expect(first(actions).title).toBe('Change “行政复议” in column “总计” to 2');
    for (const { title } of actions) expect(unquoted(title)).not.toMatch(/[，、；：。（）]/);
  });

  test('a fix for everything that is safe', async () => {
    client = await startInMemory({ locale: 'en', settings: inEnglish });
    client.open(
      uri,
      reportOf().replace('| 行政许可 | 0 |', '| 行政许可 | ０ |').replace('行政许可\t0', '行政许可\t０'),
    );
    const diagnostics = await client.diagnostics(uri);
    expect(diagnostics.map(({ code }) => code)).toEqual(['table/number-format']);
    const [action] = await client.actions(uri, first(diagnostics), ['source.fixAll']);
    expect(action?.title).toBe('Fix everything that can be fixed safely (no figure is changed)');
  });

  test('the outline keeps the report’s words and counts in English', async () => {
    client = await startInMemory({ locale: 'en', settings: inEnglish });
    client.open(uri, reportOf(brokenTotal));
    const outline = await client.connection.sendRequest<readonly { name: string; detail: string }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
    );
    expect(first(outline)).toMatchObject({ detail: 'problems: 1' });
    expect(JSON.stringify(outline)).toContain('Section 4 table (“政府信息公开行政复议、行政诉讼情况”)');
    expect(JSON.stringify(outline)).toMatch(/rows: 1 · problems: 1/);
  });

  test('invalid settings are told in English', async () => {
    client = await startInMemory({ locale: 'en', settings: () => ({ language: 'auto', edition: '1999' }) });
    client.open(uri, reportOf());
    await client.diagnostics(uri);
    await expect
      .poll(() => client.log)
      .toContainEqual(
        'The value "1999" of the setting disclosureAudit.edition is not valid: it should be one of auto, 2019, 2021. It is ignored; all other settings are in force.',
      );
  });

  test('what is wrong with a policy is told in English, and again when the language is another', async () => {
    let language = 'auto';
    const files = memoryFiles({ [new URL('.disclosure-audit.json', uri).href]: { edition: '1999' } });
    client = await startInMemory({ locale: 'en', settings: () => ({ language }), files });
    client.open(uri, reportOf());
    await client.diagnostics(uri);
    const messages = (): readonly string[] | undefined => client.published.at(-1)?.diagnostics.map(messageOf);
    const wrong = 'edition has the invalid value "1999"; it must be one of 2019, 2021, auto; this entry is ignored.';
    await expect.poll(messages).toEqual([wrong]);
    language = 'zh-cn';
    client.change(null);
    await expect.poll(messages).toEqual([expect.stringMatching(ideograph)]);
  });
});
