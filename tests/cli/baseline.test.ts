/** A baseline: what an earlier run has found stays quiet, what is new counts, what is gone is told. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { commandInFolder } from './command-in-folder';
import { resultSchema } from './result-schema';
import { flawedReport, replaced, sampleReport, warnedReport } from './sample-reports';

const { folder, run, file, clear } = commandInFolder();

afterEach(clear);

const quoted = ['--baseline', 'b.json', '--fail-on', 'warning'];
const goneNote = (count: number) =>
  `disclosure-audit: 基线 b.json 中有 ${count} 处问题已经不在；要更新基线，不带 --baseline 审核一次，加 --format json=b.json\n`;

test('what is known stays quiet wherever it stands now, and however the file is named', async () => {
  file('d/a.md', flawedReport());
  await run(['--format', 'json=b.json', 'd']);
  file('d/a.md', `\n\n${flawedReport()}`);
  for (const path of ['d/a.md', './d', join(folder, 'd/a.md')]) {
    const { status, out, err } = await run([...quoted, path]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/没有新的问题（勾稽关系：[^（）]*；基线已有 1 处）\n共审核 1 份.*基线已有 1 处\n$/);
  }
});

test('what is new counts, in every format', async () => {
  file('a.md', flawedReport());
  await run(['--format', 'json=b.json', 'a.md']);
  file('a.md', replaced(flawedReport(), '五、', '六、'));
  const { status, out, err } = await run([...quoted, '--format', 'json', 'a.md']);
  const { reports } = resultSchema.parse(JSON.parse(out));
  expect(reports[0]?.findings.map(({ rule }) => rule)).toEqual(['structure/section-numbering']);
  expect([status, err]).toEqual([1, '']);
  for (const format of ['sarif', 'csv', 'html', 'junit', 'github']) {
    const written = (await run([...quoted, '--format', format, 'a.md'])).out;
    expect(written).toContain('structure/section-numbering');
    expect(written).not.toContain('relation/inconsistent-figure');
  }
});

test('the same fault once more is new', async () => {
  file('a.md', flawedReport());
  await run(['--format', 'json=b.json', 'a.md']);
  file('a.md', `${flawedReport()}\n\n${replaced(flawedReport(), '示例镇', '乙镇')}`);
  const { out } = await run([...quoted, '--statistics', 'a.md']);
  expect(out).toMatch(/^1 {2}错误 {2}relation\/inconsistent-figure/m);
});

test('what is gone is told, also with its file; what was not looked at is not gone', async () => {
  file('a.md', flawedReport());
  file('b.md', warnedReport());
  await run(['--format', 'json=b.json', '.']);
  expect(await run([...quoted, 'a.md'])).toMatchObject({ status: 0, err: '' });
  file('a.md', sampleReport());
  expect(await run([...quoted, 'a.md'])).toMatchObject({ status: 0, err: goneNote(1) });
  rmSync(join(folder, 'b.md'));
  // Two of its own, and one of it beside the other.
  expect(await run([...quoted, 'a.md'])).toMatchObject({ status: 0, err: goneNote(4) });
});

test('what is found between reports is known as well', async () => {
  file('a.md', sampleReport());
  file('b.md', warnedReport());
  for (const format of ['json', 'jsonl']) {
    await run(['--format', `${format}=b.json`, '.']);
    const { status, out, err } = await run([...quoted, '.']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('基线已有 3 处');
    expect(out).toContain('错误 0，警告 0，信息 0，提示 0');
  }
});

test('a file that cannot be read has all of its faults still', async () => {
  file('a.md', flawedReport());
  await run(['--format', 'json=b.json', 'a.md']);
  file('a.md', Buffer.from([0, 1, 2, 3]));
  const { status, err } = await run([...quoted, 'a.md']);
  expect(status).toBe(2);
  expect(err).not.toContain('已经不在');
});

test.each([
  ['missing', null, '读不了：找不到该文件或文件夹'],
  ['no text', Buffer.from('PK\x03\x04'), '读不了：文件是 Office 文档'],
  ['no JSON', '<html>', '不是基线'],
  ['other JSON', '{"reports": [{"file": "a.md"}]}', '不是基线'],
  ['no results', '[1, 2]', '不是基线'],
])('a baseline that is %s: one line, status 2', async (_, content, reason) => {
  file('a.md', sampleReport());
  if (content !== null) file('b.json', content);
  const { status, out, err } = await run([...quoted, 'a.md']);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(`disclosure-audit: 选项 --baseline 的文件 b.json ${reason}`);
});

test('it is not written over by what is new', async () => {
  file('a.md', flawedReport());
  await run(['--format', 'json=b.json', 'a.md']);
  const before = readFileSync(join(folder, 'b.json'), 'utf8');
  const { status, err } = await run([...quoted, '--format', 'json=./b.json', 'a.md']);
  expect([status, err]).toEqual([2, 'disclosure-audit: 结果没有写进 ./b.json：它就是基线，会被覆盖\n']);
  expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe(before);
});
