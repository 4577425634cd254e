/** The command line against files, names, words, policies and streams that mean no good. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { flawedReport, sampleReport } from '../../cli/sample-reports';
import { latinPath } from '../../files/scratch';
import type { Random } from '../../support/reports/random';
import type { Programs, Ran } from './programs';
import { patience, ran, write } from './programs';
import { controlIn, hostileName, hostileWords, type Trial } from './trial';

const formats = ['text', 'json', 'jsonl'] as const;

function command({ command: program }: Programs, folder: string, words: readonly string[], input = ''): Ran {
  return ran(process.execPath, [program, ...words], { cwd: folder, input });
}

/** What must hold whatever was given. */
function flawOfRun({ status, out, err }: Ran, format: string): string | undefined {
  if (status === null) return `no end within ${patience} ms`;
  if (status > 2) return `status ${status}`;
  if (/^ {4}at /m.test(err)) return 'a stack trace';
  const control = controlIn(out) ?? controlIn(err);
  if (control !== undefined) return `${control} in the output`;
  if (format === 'text' || out === '') return undefined;
  try {
    for (const line of format === 'json' ? [out] : out.trimEnd().split('\n')) JSON.parse(line);
    return undefined;
  } catch {
    return `no JSON: ${out.slice(0, 100)}`;
  }
}

function isAudited(out: string): boolean {
  return /"status":"audited"|审核 [1-9]/.test(out);
}

type Maker = (path: string) => void;

const fifo: Maker = (path) => void spawnSync('mkfifo', [path]);
const linkTo =
  (target: string): Maker =>
  (path) =>
    symlinkSync(target, path);

/** What is no file to read; each is told in one line, and costs nothing but itself. */
const unreadables: Readonly<Record<string, Maker>> = {
  pipe: fifo,
  'link to a pipe': (path) => {
    fifo(`${path}.pipe`);
    symlinkSync(`${path}.pipe`, path);
  },
  'link to /dev/zero': linkTo('/dev/zero'),
  'link to a terminal': linkTo('/dev/ptmx'),
  'link to itself': (path) => symlinkSync(path, path),
  socket: (path) => {
    const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.exit())`;
    spawnSync(process.execPath, ['-e', `process.on('exit', () => process.kill(process.pid, 'SIGKILL')); ${script}`]);
  },
  'file of 2 GB': (path) => {
    write(path, '');
    truncateSync(path, 2 ** 31);
  },
  'bytes that are no text': (path) =>
    write(
      path,
      Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
    ),
};

/** A good report beside something that is none, in each place where a file is named. */
export function fileTrial(random: Random, programs: Programs): Trial {
  const folder = programs.folder();
  const kind = random.pick(Object.keys(unreadables));
  const place = random.pick(['report in a folder', 'named report', 'policy', '--config'] as const);
  const format = random.pick(formats);
  write(join(folder, 'd/good.md'), sampleReport());
  const name = place === 'policy' ? '.disclosure-audit.json' : 'bad.md';
  const words = {
    'report in a folder': ['d'],
    'named report': ['d/bad.md', 'd/good.md'],
    policy: ['d/good.md'],
    '--config': ['--config', 'd/bad.md', 'd/good.md'],
  }[place];
  unreadables[kind]?.(join(folder, 'd', name));
  const run = command(programs, folder, ['--format', format, ...words]);
  return { input: `${kind} as ${place}: ${words.join(' ')}`, flaw: flawOfRun(run, format) ?? flawOfFile(run, name) };
}

function flawOfFile({ status, out, err }: Ran, name: string): string | undefined {
  if (status !== 2) return `status ${status}`;
  if (!isAudited(out)) return 'the other report is not audited';
  return err.split('\n').filter((line) => line.includes(name)).length === 1
    ? undefined
    : `not told in one line: ${err}`;
}

/** A good report under a hostile name, found in a folder, by a pattern, or named itself. */
export function nameTrial(random: Random, programs: Programs): Trial {
  const folder = programs.folder();
  const name = `${hostileName(random)}.md`.replaceAll('/', '').replaceAll('\0', '');
  const way = random.pick(['folder', 'pattern', 'named', 'latin'] as const);
  const format = random.pick(formats);
  mkdirSync(join(folder, 'd'));
  const isWritten = tried(() =>
    write(way === 'latin' ? latinPath(join(folder, 'd'), 'caf\xe9\x9b.md') : join(folder, 'd', name), flawedReport()),
  );
  if (!isWritten || name.startsWith('.')) return { input: name, flaw: undefined };
  const words = { folder: ['d'], pattern: ['d/*.md'], named: ['--', `d/${name}`], latin: ['d'] }[way];
  const run = command(programs, folder, ['--format', format, ...words]);
  const flaw = flawOfRun(run, format) ?? (run.status === 1 && isAudited(run.out) ? undefined : `status ${run.status}`);
  return { input: JSON.stringify([words, name]), flaw };
}

function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** Hostile words wherever a user, a policy or a report may have some. */
export function wordsTrial(random: Random, programs: Programs): Trial {
  const folder = programs.folder();
  const words = hostileWords(random).replaceAll('\0', '');
  const format = random.pick(formats);
  const report = sampleReport().replaceAll('示例镇', `示例镇${random.chance(0.5) ? words : ''}`);
  write(join(folder, 'a.md'), random.chance(0.3) ? `${report}\n${words}【待填${words}】\n` : report);
  const rule = 'structure/unfilled-placeholder';
  const policy = random.pick([
    {},
    { [words]: 1 },
    { rules: { [words]: words } },
    { edition: words, aliases: { rows: { [words]: [words] }, sections: { other: [words] } } },
    { waivers: [{ rule, quote: words, reason: words }] },
    { waivers: [{ rule, quote: words, reason: words, file: `${words}.md` }] },
    { requiredHeadings: [words] },
    words,
  ]);
  write(join(folder, '.disclosure-audit.json'), typeof policy === 'string' ? policy : JSON.stringify(policy));
  const given = random.pick([
    ['a.md'],
    ['a.md', words],
    ['--rule', words, 'a.md'],
    ['--rule', `${rule}=${words}`, 'a.md'],
    ['--edition', words, 'a.md'],
    ['--config', words, 'a.md'],
    ['--stdin-filename', words, '-'],
    [`--${words}`, 'a.md'],
    ['explain', words],
    ['template', '--year', '2023', '--org', words],
    ['template', '--layout', words],
    ['template', words],
  ]);
  const isAudit = given[0] !== 'explain' && given[0] !== 'template';
  const run = command(programs, folder, isAudit ? ['--format', format, ...given] : given, report);
  return { input: JSON.stringify({ given, policy }), flaw: flawOfRun(run, isAudit ? format : 'text') };
}

const listOf = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join(',');
const waiver = (i: number, more = ''): string =>
  `{"rule":"structure/unfilled-placeholder","quote":"引文${i}","reason":"r"${more}}`;

/** Policies of a given size that ask for work: what each value costs must not grow with the others. */
const policies: Readonly<Record<string, (size: number) => string>> = {
  'one string': (size) => `{"edition":"${'a'.repeat(size)}"}`,
  'one string without end': (size) => `{"edition":"${'a'.repeat(size)}`,
  escapes: (size) => `{"edition":"${'\\n'.repeat(size / 2)}"}`,
  nesting: (size) => '['.repeat(size),
  'nested objects': (size) => '{"a":'.repeat(size / 5),
  'zeros in a list': (size) => `{"waivers":[${listOf(size / 2, () => '0')}]}`,
  headings: (size) => `{"requiredHeadings":[${listOf(size / 10, (i) => `"标题${i}"`)}]}`,
  'short headings': (size) => `{"requiredHeadings":[${listOf(size / 4, () => '"a"')}]}`,
  keys: (size) => `{${listOf(size / 11, (i) => `"k${i}":1`)}}`,
  rules: (size) => `{"rules":{${listOf(size / 11, (i) => `"k${i}":"off"`)}}}`,
  'one key': (size) => `{${listOf(size / 6, () => '"a":1')}}`,
  'one long key': (size) => `{"rules":{"${'a/b'.repeat(size / 3)}":"off"}}`,
  'names of rows': (size) => `{"aliases":{"rows":{"requests/granted":[${listOf(size / 12, (i) => `"行名${i}"`)}]}}}`,
  'names of sections': (size) => `{"aliases":{"sections":{"other":[${listOf(size / 12, (i) => `"标题${i}"`)}]}}}`,
  'rows that are none': (size) => `{"aliases":{"rows":{${listOf(size / 12, (i) => `"r${i}":["甲乙"]`)}}}}`,
  waivers: (size) => `{"waivers":[${listOf(size / 80, (i) => waiver(i))}]}`,
  'waivers of files': (size) => `{"waivers":[${listOf(size / 100, (i) => waiver(i, `,"file":"f${i}.md"`))}]}`,
  'waivers without rule': (size) =>
    `{"waivers":[${listOf(size / 60, (i) => waiver(i).replace('structure', `s${i}`))}]}`,
  'bytes that are no UTF-8': (size) => '\ud800'.repeat(size / 3),
};

const sizes = [40_000, 300_000, 1_000_000, 1_040_000, 16_000_000];

/** In milliseconds; a megabyte takes a fraction of it on a machine that has nothing else to do. */
const policyPatience = 12_000;

export function policyTrial(random: Random, programs: Programs): Trial {
  const folder = programs.folder();
  const kind = random.pick(Object.keys(policies));
  const size = random.pick(sizes);
  const format = random.pick(formats);
  write(join(folder, 'a.md'), `${sampleReport()}\n【待填】\n`);
  write(join(folder, '.disclosure-audit.json'), policies[kind]?.(size) ?? '');
  const begun = Date.now();
  const run = command(programs, folder, ['--format', format, 'a.md']);
  const took = Date.now() - begun;
  const flaw =
    flawOfRun(run, format) ??
    (isAudited(run.out) ? undefined : 'the report is not audited') ??
    (took > policyPatience ? `it took ${took} ms` : undefined);
  return { input: `a policy with ${kind}, ${size} bytes`, flaw };
}

interface StreamCase {
  readonly line: string;
  readonly status: number;
  /** What standard error must hold where it is not the one that fails. */
  readonly told?: string;
  /** What standard output must hold. */
  readonly kept?: string;
}

/** Lines of a shell, `$A` being the command. */
const streams: Readonly<Record<string, StreamCase>> = {
  'a full disk': { line: '$A --format json d > /dev/full', status: 2, told: '磁盘已满' },
  'a full disk behind the error stream': { line: '$A gone.md d 2> /dev/full', status: 2, kept: '审核 60 份' },
  'a disk that fills up': {
    line: 'trap "" XFSZ; ulimit -f 8; $A --format json d > big.json',
    status: 2,
    told: '文件超过允许的大小',
  },
  'a reader that goes': { line: 'set -o pipefail; $A --format json d | head -c 1', status: 1, kept: '{' },
  'an error stream that nobody reads': { line: '$A gone.md d 2>&-', status: 2, kept: '审核 60 份' },
  'no output at all': { line: '$A d >&- 2>&-', status: 1 },
  'input without end': { line: '$A - d < /dev/zero', status: 2, told: '文件过大', kept: '审核 60 份' },
  'a folder as input': { line: '$A - d/0.md < .', status: 1, kept: '审核 1 份' },
  'a folder that is read-only': { line: 'chmod -R a-w d; $A d', status: 1, kept: '审核 60 份' },
};

export function streamTrial(random: Random, programs: Programs): Trial {
  const folder = programs.folder();
  const kind = random.pick(Object.keys(streams));
  const { line, status, told = '', kept = '' } = streams[kind] as StreamCase;
  for (let i = 0; i < 60; i++) write(join(folder, `d/${i}.md`), flawedReport());
  const run = ran('bash', ['-c', line.replace('$A', `"${process.execPath}" "${programs.command}"`)], { cwd: folder });
  const flaw =
    run.status !== status
      ? `status ${run.status}: ${run.err.slice(0, 200)}`
      : !run.err.includes(told)
        ? `not told: ${run.err.slice(0, 200)}`
        : !run.out.includes(kept)
          ? 'the output is lost'
          : flawOfRun({ ...run, out: '' }, 'text');
  return { input: `${kind}: ${line}`, flaw };
}
