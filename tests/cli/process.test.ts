/** The command line as users get it, bundled and in a process of its own: what only a process shows. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { version } from '../../package.json';
import { encodeGb18030 } from '../files/gb18030';
import { latinPath } from '../files/scratch';
import { workFolder } from './command-in-folder';
import { resultSchema } from './result-schema';
import { flawedReport, sampleReport, warnedReport } from './sample-reports';

const program = inject('bundles').command;
const { folder: cwd, file, clear } = workFolder();

afterEach(clear);

function run(words: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd, input });
  return { status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
}

test('the bundle is whole: a version, a page of each command, and files of the working folder', () => {
  expect(run(['--version'])).toEqual({ status: 0, out: `disclosure-audit ${version}\n`, err: '' });
  expect(run(['--help']).out).toContain('--stdin-filename');
  expect(run(['explain', 'table/missing-table']).out).toMatch(/^# /);
  expect(run(['template']).out).toContain('政府信息公开工作年度报告');
  file('d/a.md', sampleReport());
  file('d/.disclosure-audit.json', '{"edition": "2019"}');
  expect(run(['d']).out).toContain('d/a.md  示例县示例镇人民政府 2023年  2019版');
});

test.each([
  ['a clean report', sampleReport(), 0],
  ['a flawed one', flawedReport(), 1],
])('%s on standard input, decoded like a file, and the exit status %3$d', (_, text, status) => {
  const { out, err, status: exit } = run(['--format', 'json', '-'], encodeGb18030(text));
  expect(resultSchema.parse(JSON.parse(out)).reports).toMatchObject([{ file: '<stdin>', status: 'audited' }]);
  expect([err, exit]).toEqual(['', status]);
});

test('wrong usage: the reason on the error stream, nothing on the other, status 2', () => {
  expect(run(['--rule', 'relation/request-balanse=off', 'a.md'])).toEqual({
    status: 2,
    out: '',
    err: 'disclosure-audit: 没有规则 relation/request-balanse，是否指 relation/request-balance？\n用法见 disclosure-audit --help\n',
  });
});

test('the same bytes each time', () => {
  for (let i = 0; i < 20; i++) file(`d/${i}.md`, i % 3 === 0 ? flawedReport() : warnedReport());
  for (const format of ['text', 'json', 'jsonl', 'sarif', 'html', 'csv', 'github', 'junit']) {
    const words = ['--format', format, 'd', 'gone'];
    expect(run(words)).toEqual(run(words));
  }
});

test('what writes workbooks and papers is found beside the program, and loaded only for them', () => {
  file('d/a.md', flawedReport());
  const formats = ['xlsx', 'docx'];
  for (const format of formats) {
    const words = ['--format', format, 'd'];
    const first = run(words);
    expect([first.status, first.err, first.out.startsWith('PK')]).toEqual([1, '', true]);
    expect(run(words)).toEqual(first);
  }
  const loaded = `process.on('exit', () => console.error(Object.keys(require.cache).map((path) => require('path').basename(path)).join()))`;
  file('loaded.cjs', loaded);
  const { stderr } = spawnSync(process.execPath, ['-r', './loaded.cjs', program, '--format', 'html', 'd'], { cwd });
  expect(stderr.toString()).toBe('loaded.cjs,cli.js\n');
});

test('a file that the disk takes only in part is not there, and what stood there stays', () => {
  for (let i = 0; i < 60; i++) file(`d/${i}.md`, flawedReport());
  file('result.json', 'before');
  const line = `ulimit -f 16; "${process.execPath}" "${program}" --format json=result.json d; echo "status $?"; ls -A; cat result.json`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
  expect(stderr).toBe('disclosure-audit: 结果没有写进 result.json：文件超过允许的大小\n');
  expect(stdout).toBe('status 2\nd\nresult.json\nbefore');
});

test('a run that is ended by a signal leaves nothing beside its output', () => {
  file('d/a.md', flawedReport());
  const line = `mkfifo held; (sleep 2; kill -INT $$) & exec "${process.execPath}" "${program}" --format json=result.json - < held 3> held`;
  const { signal } = spawnSync('bash', ['-c', line], { cwd });
  expect(signal).toBe('SIGINT');
  expect(readdirSync(cwd).sort()).toEqual(['d', 'held']);
});

test('a reader that closes its end early gets no complaint', () => {
  for (let i = 0; i < 60; i++) file(`d/${i}.md`, flawedReport());
  const line = `"${process.execPath}" "${program}" --format json d | head -c 10; echo "status \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
  expect(stdout).toBe('{"version"status 1\n');
  expect(stderr).toBe('');
});

test('a name that is no UTF-8, given by a shell', () => {
  file('d/.keep', '');
  writeFileSync(latinPath(join(cwd, 'd'), 'caf\xe9.md'), sampleReport());
  const line = `"${process.execPath}" "${program}" --format json d/*.md`;
  const { stdout } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
  expect(resultSchema.parse(JSON.parse(stdout)).reports).toMatchObject([{ file: 'd/caf\\xE9.md', status: 'audited' }]);
});

test('the same bytes whatever --jobs is: results, notes, index, fixes, and with a cache', () => {
  const names = Array.from({ length: 24 }, (_, i) => `d/${i % 5}/${i}.md`);
  for (const [i, name] of names.entries())
    file(name, [sampleReport(), flawedReport(), warnedReport()][i % 3] as string);
  file('d/3/broken.md', Buffer.from([0xe4, 0xb8]));
  file('d/4/.disclosure-audit.json', '{"rules": {"table/empty-cell": "of"}, "requiredHeadings": ["培训情况"]}');
  const words = ['d', 'gone.md', '--index', 'index', '--format'];
  const ran = (jobs: string, ...more: readonly string[]) => {
    const { status, out, err } = run(['--jobs', jobs, ...words, ...more]);
    return { status, out, err, index: readFileSync(join(cwd, 'index'), 'utf8') };
  };
  for (const format of ['text', 'html']) {
    expect(ran('2', format)).toEqual(ran('1', format));
    expect(ran('3', format, '--cache')).toEqual(ran('1', format, '--cache'));
  }
  const diff = (jobs: string) => run(['--jobs', jobs, '--diff', 'd']);
  expect(diff('2')).toEqual(diff('1'));
  expect(diff('2').out).toContain('+++ d/2/2.md');
  expect(run(['--jobs', '2', '--fix', 'd']).err).toContain('已修正 16 处（8 个文件）');
  expect(diff('1').out).toBe('');
}, 120_000);

test('--watch ends with Ctrl+C, with the status of the last run', async () => {
  file('a.md', sampleReport());
  const child = spawn(process.execPath, [program, '--watch', '.'], { cwd });
  let [out, rounds] = ['', 0];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    if (!String(chunk).includes('按 Ctrl+C 结束')) return;
    if (rounds++ === 0) file('a.md', flawedReport());
    else child.kill('SIGINT');
  });
  const ended = await new Promise((resolve) => child.on('exit', (status, signal) => resolve([status, signal])));
  expect(ended).toEqual([1, null]);
  expect(out.match(/共审核 1 份[^，]*/g)).toHaveLength(2);
});
