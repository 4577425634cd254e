/** Whatever a file holds, what is written of it has words and tables alone: nothing that runs, loads, or steers who reads it. */
import { expect, test } from 'vitest';
import { documentTree } from '../../server/src/intake/document-tree';
import { readHtml } from '../../server/src/intake/html/read-html';
import { readers } from '../../server/src/intake/readers';
import { takeIn } from '../../server/src/intake/take-in';
import type { Readable } from '../../server/src/intake/taken-in';
import { convertReports, takenAsItIs } from '../../server/src/office/convert-reports';
import { worded } from '../../server/src/text/wording';
import { packed } from '../support/office/parts';
import { documentOf } from '../support/office/told';
import { paragraph, run, wordFile, wordParts } from '../support/office/word';

const title = '清溪镇2023年政府信息公开工作年度报告';

async function written(taken: Readable, to: 'html' | 'md' | 'txt'): Promise<string> {
  const layout = to === 'md' ? 'markdown' : 'tsv';
  return String((await convertReports(taken, takenAsItIs(taken), { to, layout }, readers)).content);
}

async function takenFrom(bytes: Uint8Array): Promise<Readable> {
  const taken = await takeIn(bytes, undefined, readers);
  if (taken.kind === 'refused') throw new Error(worded(taken.reason));
  return taken;
}

const page = `<!doctype html><html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><style>@import "https://evil.example/a.css";</style><script>alert(1)</script></head>
<body onload="alert(2)"><h1 onclick="alert(3)">${title}</h1><p><a href="javascript:alert(4)">公开</a><img src="https://evil.example/a.png" onerror="alert(5)"><svg onload="alert(6)"></svg></p>
<p>&lt;script&gt;alert(7)&lt;/script&gt;<iframe srcdoc="x"></iframe><object data="x"></object></p><table><tr><td onclick="alert(8)">&lt;img src=x onerror=alert(9)&gt;</td><td>1</td></tr></table></body></html>`;

test.each(['html', 'md'] as const)('a page with scripts, handlers and addresses, as %s', async (to) => {
  const document = documentOf(readHtml(page));
  const content = await written({ kind: 'document', document, read: documentTree(document) }, to);
  expect(content).toContain('公开');
  expect(content).not.toMatch(
    /evil\.example|javascript:|onload|onclick|(?<!\\)<(?:script|img|svg|iframe|object|base)/i,
  );
});

test.each(['html', 'md', 'txt'] as const)('characters that turn or hide a text, as %s', async (to) => {
  const taken = await takenFrom(wordFile(paragraph(title) + paragraph(run('公\u202e开\u2066目\u200b录\ufeff'))));
  const content = await written(taken, to);
  expect(content).toContain('公开目录');
});

test('nothing outside of a Word file is opened, and no entity is expanded', async () => {
  const parts = wordParts(paragraph(run(title)));
  const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="../../../../etc/passwd"/></Relationships>`;
  const outside = packed({ ...parts, 'word/_rels/document.xml.rels': relations, '../x': 'x', '/etc/x': 'x' });
  expect(await written(await takenFrom(outside), 'txt')).toBe(`${title}\n`);

  const body = String(parts['word/document.xml']).replace(
    /^<\?xml[^>]*\?>/,
    '$&<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  );
  const entity = await takeIn(
    packed({ ...parts, 'word/document.xml': body.replace(title, `${title}&e;`) }),
    undefined,
    readers,
  );
  expect(entity.kind === 'refused' && worded(entity.reason)).toBe('文件已损坏：word/document.xml 不是有效的 XML');
});
