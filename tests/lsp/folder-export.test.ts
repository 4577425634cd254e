/** What the editor exports of a folder is what the command line writes of it. */
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { version } from '../../package.json';
import { nodeFiles } from '../../server/src/files/node-files';
import type { ExportedFolder, FormatName } from '../../server/src/lsp/wire/folder-protocol';
import { formatNames } from '../../server/src/output/format-names';
import { commandInFolder } from '../cli/command-in-folder';
import { county } from '../support/series/county';
import { dynamic } from './folder-client';
import { startInMemory, type TestClient } from './test-client';

const work = commandInFolder();
let client: TestClient;
afterEach(() => client.end());

/** Some of a county, its roster and what is no report. */
async function start(): Promise<void> {
  let left = 24;
  for (const [name, text] of county(1).texts)
    if (!name.endsWith('.txt') || left-- > 0) work.file(`county/${name}`, text);
  work.file('county/纪要.txt', '会议纪要\n');
  work.file('county/表.xls', 'x');
  client = await startInMemory({
    capabilities: dynamic,
    files: nodeFiles,
    workspaceFolders: [pathToFileURL(work.folder).href],
  });
  await client.connection.sendRequest('disclosureAudit/auditFolder', { folders: [] });
}

const exported = (format: FormatName, target = 'file:///elsewhere/out'): Promise<ExportedFolder> =>
  client.connection.sendRequest('disclosureAudit/exportFolder', { format, target });

test('in every format of text, byte for byte', async () => {
  await start();
  const texts = formatNames.filter((format) => format !== 'xlsx' && format !== 'docx');
  for (const format of texts) {
    const words = format === 'index' ? ['--index', 'index.out', '--format', 'json=none.out'] : ['--format', format];
    const ran = await work.run(['county', ...words, '--fail-on', 'never']);
    const answer = await exported(format);
    const text = 'text' in answer ? answer.text.replaceAll('1.2.3', version) : '';
    if (format === 'index') expect(text.split('\n').length).toBe(25);
    else if (format === 'html') expect(text.length).toBeGreaterThan(10_000);
    else expect(text, format).toBe(ran.out);
  }
});

test('workbooks and documents as bytes', async () => {
  await start();
  for (const format of ['xlsx', 'docx'] as const) {
    const answer = await exported(format);
    const bytes = 'bytes' in answer ? Buffer.from(answer.bytes, 'base64') : Buffer.alloc(0);
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(bytes.length).toBeGreaterThan(4000);
  }
});

test('a report that is audited is not written over, and nothing is exported before an audit', async () => {
  await start();
  const report = pathToFileURL(`${work.folder}/county/纪要.txt`).href;
  expect(await exported('html', report)).toEqual({ refusal: 'county/纪要.txt 是要审核的文件，不能覆盖。' });
  client.end();
  client = await startInMemory({ capabilities: dynamic, files: nodeFiles });
  expect(await exported('json')).toEqual({ refusal: '还没有审核过文件夹。' });
});
