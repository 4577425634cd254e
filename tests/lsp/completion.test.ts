/** Completion and our own requests over the protocol. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BlankReportResult, BlankTableResult } from '../../server/src/lsp/wire/protocol';
import { editions } from '../../server/src/standard/editions';
import { layouts } from '../../server/src/text/layout';
import { worded } from '../../server/src/text/wording';
import { rulesOf } from '../features/completion';
import { reportOf } from './reports';
import { first, pulling, startInMemory, type TestClient } from './test-client';

const uri = 'file:///reports/report.md';
const full: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};
let client: TestClient;

afterEach(() => client.end());

/** Opens the text without its `▮` and asks there. */
async function at(marked: string, languageId = 'plaintext'): Promise<CompletionList | null> {
  const text = marked.replace('▮', '');
  client.open(uri, text, languageId);
  const position = TextDocument.create(uri, languageId, 1, text).positionAt(marked.indexOf('▮'));
  return client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
}

function edited(text: string, item: CompletionItem): string {
  const document = TextDocument.create(uri, 'plaintext', 1, text);
  if (item.textEdit === undefined || !('range' in item.textEdit)) throw new Error('no edit');
  return TextDocument.applyEdits(document, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
}

/** A snippet as it stands before anything is filled in. */
function expanded(snippet: string): string {
  const filledIn = new Map(
    [...snippet.matchAll(/\$\{(\d+):((?:[^\\}]|\\.)*)\}/g)].map(([, n, words]) => [n, words ?? '']),
  );
  const whole = snippet.replace(/\$\{(\d+)(?::(?:[^\\}]|\\.)*)?\}|\$0/g, (_, n) => filledIn.get(n) ?? '');
  return whole.replace(/\\([\\$}])/g, '$1');
}

const fifth = '五、存在的主要问题及改进情况';
const sixth = '六、其他需要报告的事项';

function withoutFifth(typed: string): string {
  const clean = reportOf();
  const start = clean.indexOf(fifth);
  return `${clean.slice(0, start)}${typed}▮\n\n${clean.slice(clean.indexOf(sixth))}`;
}

test('what is typed is replaced, the filter begins with it, and the client asks again with each character', async () => {
  client = await startInMemory({ capabilities: full });
  for (const typed of ['', 'w', 'wczdzywtjgjqk', 'wxyz', '五', '存在的主要']) {
    const list = await at(withoutFifth(typed));
    if (typed === 'wxyz') {
      expect(list).toBeNull();
      continue;
    }
    expect(list?.isIncomplete).toBe(true);
    for (const item of list?.items ?? []) {
      const { range } = item.textEdit as {
        range: { start: { line: number; character: number }; end: { character: number } };
      };
      const text = client.text(uri).split('\n')[range.start.line]?.slice(range.start.character, range.end.character);
      expect(text).toBe(typed);
      expect(item.filterText?.startsWith(typed)).toBe(true);
    }
    const item = list?.items.find(({ label }) => label === fifth);
    expect(item && rulesOf(edited(client.text(uri), item))).not.toContain('structure/missing-section');
  }
});

test('items come in their order, with the reason and a preview, and are inserted as they are', async () => {
  client = await startInMemory({ capabilities: full });
  const items = (await at(withoutFifth('')))?.items ?? [];
  expect(items.map(({ sortText }) => sortText)).toEqual([...items].map(({ sortText }) => sortText).sort());
  expect(first(items)).toMatchObject({
    label: fifth,
    insertTextMode: 1,
    documentation: { kind: 'markdown', value: expect.stringContaining('```text\n五、') },
  });
  expect(JSON.stringify(first(items).documentation)).toContain('第五十条');
});

describe('snippets', () => {
  const cut = (() => {
    const clean = reportOf();
    return `${clean.slice(0, clean.indexOf('四、政府'))}▮\n\n${clean.slice(clean.indexOf(fifth))}`;
  })();

  test('have a stop for each blank figure', async () => {
    client = await startInMemory({ capabilities: full });
    const items = (await at(cut))?.items ?? [];
    const blank = first(items.filter(({ insertTextFormat }) => insertTextFormat === 2));
    expect(JSON.stringify(blank.textEdit).match(/\$\{\d+/g)).toHaveLength(15);
  });

  test('are not sent to a client that cannot', async () => {
    client = await startInMemory();
    const items = (await at(cut))?.items ?? [];
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) {
      expect(item.insertTextFormat).toBe(1);
      expect(edited(client.text(uri), item)).not.toContain('$');
    }
  });
});

describe('an empty document', () => {
  test.each([
    ['markdown', '| --- |'],
    ['plaintext', '\t'],
    ['disclosure-report', '\t'],
  ])('in language %s gets the whole report, first in the layout of the language', async (languageId, sign) => {
    client = await startInMemory({ capabilities: full });
    for (const typed of ['', 'nb', '政府信息']) {
      const items = (await at(`${typed}▮`, languageId))?.items ?? [];
      expect(items).toHaveLength(layouts.length);
      const { newText } = first(items).textEdit as { newText: string };
      expect(newText).toContain(sign);
      const year = new Date().getFullYear() - 1;
      expect(newText).toContain(`\${1:××县××镇人民政府}\${2:${year}}年政府信息公开工作年度报告`);
    }
  });

  test.each(['html', 'markdown'])('but not in the midst of another text of language %s', async (languageId) => {
    client = await startInMemory({ capabilities: full });
    expect(await at('会议记录▮', languageId)).toBeNull();
    if (languageId === 'html') expect(await at('▮', languageId)).toBeNull();
  });

  test('every layout has but marks and blanks once body and year are filled in', async () => {
    client = await startInMemory({ capabilities: full });
    for (const item of (await at('▮', 'markdown'))?.items ?? []) {
      const { newText } = item.textEdit as { newText: string };
      const issuer = '清河县柳林镇人民政府';
      const named = expanded(newText).replaceAll('××县××镇人民政府', issuer);
      expect([...new Set(rulesOf(named))].sort(), String(item.detail)).toEqual([
        'structure/unfilled-placeholder',
        'table/empty-cell',
      ]);
      expect(newText.match(/\$\{\d+:【待填/g)?.length).toBeGreaterThan(9);
    }
  });
});

test('under a title stands all that follows it', async () => {
  client = await startInMemory({ capabilities: full });
  const title = '# 清河县水务局2023年政府信息公开工作年度报告\n\n';
  const items = (await at(`${title}▮\n`))?.items ?? [];
  expect(items.filter(({ label }) => label.startsWith('政府信息公开工作年度报告'))).toHaveLength(layouts.length);
  for (const item of items.slice(0, layouts.length)) {
    const { range, newText } = item.textEdit as { range: never; newText: string };
    const text = edited(client.text(uri), { ...item, textEdit: { range, newText: expanded(newText) } });
    expect([...new Set(rulesOf(text))].sort()).toEqual(['structure/unfilled-placeholder', 'table/empty-cell']);
    expect(newText).not.toContain('工作考核');
  }
});

test('other texts get nothing', async () => {
  client = await startInMemory({ capabilities: full });
  expect(await at('今天开会。▮')).toBeNull();
});

describe('disclosureAudit/blankReport', () => {
  const ask = (params: unknown): Promise<BlankReportResult> =>
    client.connection.sendRequest('disclosureAudit/blankReport', params);

  test('a government states what article 50 asks of it, a department does not', async () => {
    client = await startInMemory();
    for (const layout of layouts) {
      for (const [issuer, duties] of [
        ['清河县柳林镇人民政府', true],
        ['清河市人民政府', true],
        ['清河县水务局', false],
        ['清河县城关街道办事处', false],
      ] as const) {
        for (const year of [2020, 2024]) {
          const { text } = await ask({ issuer, year, layout, fill: 'zero' });
          expect([...new Set(rulesOf(text))]).toEqual(['structure/unfilled-placeholder']);
          expect(/工作考核.*社会评议.*责任追究/.test(text)).toBe(duties);
        }
      }
    }
  });

  test('the level that is given decides, not the name', async () => {
    client = await startInMemory();
    for (const [level, duties] of [
      ['government', true],
      ['department', false],
      ['subdistrict', false],
    ] as const) {
      const { text } = await ask({ issuer: '清河高新区管委会', year: 2024, level, layout: 'markdown', fill: 'zero' });
      expect([...new Set(rulesOf(text))]).toEqual(['structure/unfilled-placeholder']);
      expect(/工作考核.*社会评议.*责任追究/.test(text)).toBe(duties);
    }
  });

  test('blank figures are told by the audit, and nothing else', async () => {
    client = await startInMemory();
    const { text } = await ask({ issuer: '清河县水务局', year: 2024, layout: 'markdown', fill: 'blank' });
    expect(new Set(rulesOf(text))).toEqual(new Set(['structure/unfilled-placeholder', 'table/empty-cell']));
  });

  test('wrong params are refused', async () => {
    client = await startInMemory();
    await expect(ask({ issuer: '', year: 1, layout: 'excel' })).rejects.toThrow();
  });
});

describe('disclosureAudit/blankTable', () => {
  const ask = (line: number, table: string): Promise<BlankTableResult> =>
    client.connection.sendRequest('disclosureAudit/blankTable', { uri, line, table, fill: 'zero' });
  const clean = reportOf();
  const review = clean.slice(clean.indexOf('四、政府'), clean.indexOf(fifth));

  test('goes under its heading, wherever the cursor is', async () => {
    client = await startInMemory();
    const [heading = ''] = review.split('\n');
    client.open(uri, clean.replace(review, `${heading}\n\n`));
    const result = await ask(0, 'review');
    if ('reason' in result) throw new Error(result.reason);
    expect(result.title).toContain('填0');
    const document = TextDocument.create(uri, 'plaintext', 1, client.text(uri));
    expect(rulesOf(TextDocument.applyEdits(document, [...result.edits]))).toEqual([]);
  });

  test('goes to the line where there is no heading', async () => {
    client = await startInMemory();
    client.open(uri, clean.replace(review, ''));
    const document = TextDocument.create(uri, 'plaintext', 1, client.text(uri));
    const { line } = document.positionAt(client.text(uri).indexOf(fifth));
    const result = await ask(line - 1, 'review');
    if ('reason' in result) throw new Error(result.reason);
    expect(result.edits[0]?.range.start.line).toBe(line - 1);
    expect(rulesOf(TextDocument.applyEdits(document, [...result.edits]))).not.toContain('table/missing-table');
  });

  test('says why it cannot', async () => {
    client = await startInMemory();
    client.open(uri, clean);
    expect(await ask(0, 'review')).toEqual({ reason: `报告里已经有${worded(editions['2021'].tables.review.name)}。` });
    client.close(uri);
    client.open(uri, '会议记录');
    expect(await ask(0, 'review')).toEqual({ reason: '这个文档不是年度报告，无法插入标准表格。' });
  });
});
