/** The audit of files in its own process: failures stay with their file, and the exit status follows the results. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { audit } from '../../server/src/cli/audit-command';
import { auditorsOf } from '../../server/src/cli/auditors';
import type { AuditCommand } from '../../server/src/cli/command';
import { auditFile } from '../../server/src/cli/file-audit';
import type { Format } from '../../server/src/cli/output-choices';
import type { Surroundings } from '../../server/src/cli/surroundings';
import type { Files } from '../../server/src/files/files';
import { nodeFilesAtOnce } from '../../server/src/files/node-files';
import { fileOutput, replaceFile } from '../../server/src/files/node-output';
import type { Finding, Severity } from '../../server/src/findings/finding';
import { ansiPaint, plainPaint } from '../../server/src/output/paint';
import { noProse } from '../../server/src/report/prose/prose';
import type { Report } from '../../server/src/report/report';
import { editions } from '../../server/src/standard/editions';
import { seenOf } from '../../server/src/text/seen';
import type { Snapshot } from '../../server/src/workspace/snapshot';

/** An engine that does what the text says, so that every result can be brought about. */
vi.mock('../../server/src/workspace/snapshot', () => ({
  snapshotOf: (text: string): Pick<Snapshot, 'text' | 'reports'> => {
    if (text.includes('engine breaks')) throw new Error('out of order');
    const start = text.indexOf('#');
    const found = [...text.matchAll(/(error|warning|information|hint|crash)!/g)];
    const findings = found.map((match) => finding(match[1] as string, match.index - start));
    const coverage = { holds: 3, broken: 2, notAssessable: 1, unfilled: 0, outcomes: [] };
    const remedies = new Map(
      findings.map((each) => [
        each,
        () => {
          if (text.includes('fix breaks')) throw new Error('no fix');
          return [];
        },
      ]),
    );
    return {
      text,
      reports: [{ start, end: text.length, status: 'audited', report, findings, waived: [], coverage, remedies }],
    };
  },
}));

const report: Report = {
  text: '',
  view: '',
  seen: seenOf(''),
  eol: '\n',
  title: null,
  issuer: '示例县\x1b[2J人民政府',
  level: 'county',
  year: 2023,
  edition: editions['2021'],
  formEdition: null,
  sections: [],
  tables: {
    disclosure: { state: 'missing', table: 'disclosure' },
    requests: { state: 'missing', table: 'requests' },
    review: { state: 'missing', table: 'review' },
  },
  facts: [],
  prose: noProse,
  layout: null,
};

function finding(word: string, start: number): Finding {
  const crash = word === 'crash';
  return {
    rule: crash ? 'internal/rule-crashed' : `table/some-${word}`,
    severity: crash ? 'error' : (word as Severity),
    message: '此处\x1b[31m有误',
    about: {},
    span: { start, end: start + word.length },
    related: [],
    fingerprint: '0123456789abcdef',
  };
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function auditorsOver(files: Files) {
  return auditorsOf(1, {
    cores: async () => 1,
    auditHere: (task, uri) => auditFile(task, uri, files, null),
    startPool: null,
    beFrugal: async () => undefined,
    now: Date.now,
  });
}

const surroundings: Surroundings = {
  tool: { name: 'disclosure-audit', version: '1.2.3' },
  named: [],
  stdin: null,
  output: 'file',
  errors: 'file',
  width: 100,
  paint: plainPaint,
  files: nodeFilesAtOnce,
  openFile: fileOutput,
  replaceFile,
  policies: { forFile: () => null },
  auditors: auditorsOver(nodeFilesAtOnce),
  baseline: null,
};

type Choices = Partial<AuditCommand> & Partial<Surroundings> & { readonly format?: Format };

/** Audits the texts as files 0.txt, 1.txt, … */
async function auditTexts(texts: readonly string[], { format = 'text', ...choices }: Choices = {}) {
  const paths = texts.map((text, index) => {
    writeFileSync(join(folder, `${index}.txt`), text);
    return join(folder, `${index}.txt`);
  });
  const command: AuditCommand = {
    kind: 'audit',
    paths,
    filesFrom: null,
    ignorePatterns: [],
    gitignore: true,
    baseline: null,
    watch: false,
    jobs: 1,
    cacheFolder: null,
    fixes: 'none',
    outputs: [{ format, file: null }],
    shown: 'all',
    colour: 'auto',
    failOn: 'error',
    maxWarnings: null,
    stdinName: '<stdin>',
    isComparing: true,
    options: { rules: { 'series/duplicate-report': 'off' } },
    ...choices,
  };
  const named = command.paths.map((path) => ({ path }));
  const pieces = audit(command, { ...surroundings, named, ...choices });
  const written = { out: '', err: '' };
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done === true) return { ...written, status: next.value };
    written[next.value.stream] += next.value.text;
  }
}

test.each([
  ['# nothing', 'error', 0],
  ['# warning! information! hint!', 'error', 0],
  ['# warning!', 'warning', 1],
  ['# information! hint!', 'warning', 0],
  ['# error!', 'error', 1],
  ['# error!', 'warning', 1],
  ['# error! warning!', 'never', 0],
  ['# crash!', 'never', 2],
] as const)('“%s” with --fail-on %s exits %d', async (text, failOn, status) => {
  expect((await auditTexts([text], { failOn })).status).toBe(status);
});

test.each([
  ['the engine', '# engine breaks', 'out of order'],
  ['a fix', '# fix breaks error!', 'no fix'],
])('when %s breaks, that file has failed and the others are audited', async (_what, text, reason) => {
  const { out, err, status } = await auditTexts(['# hint!', text, '# error!'], { format: 'json' });
  const { reports } = JSON.parse(out) as { reports: { status: string; reason?: string; findings: unknown[] }[] };
  expect(reports.map((element) => element.status)).toEqual(['audited', 'failed', 'audited']);
  expect(reports.map((element) => element.findings.length)).toEqual([1, 0, 1]);
  expect(reports[1]?.reason).toContain(reason);
  expect(err).toContain(`disclosure-audit: ${join(folder, '1.txt')}: `);
  expect(status).toBe(2);
});

test('places count within the whole file', async () => {
  const { out } = await auditTexts(['序言\n两行\n# error!'], { format: 'jsonl' });
  expect(JSON.parse(out)).toMatchObject({
    findings: [{ range: { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } } }],
  });
});

test('what could steer a terminal is spelled out', async () => {
  const { out } = await auditTexts(['# error!\x1b[1m']);
  expect(out).toContain('示例县␛[2J人民政府 2023年');
  expect(out).toContain('此处␛[31m有误');
  expect(out).toContain('# error!␛[1m');
  expect(out).not.toContain('\x1b');
});

test('colours change nothing but the colour', async () => {
  const texts = ['# error! warning! information! hint!', '# nothing'];
  const plain = (await auditTexts(texts)).out;
  const coloured = (await auditTexts(texts, { paint: ansiPaint })).out;
  expect(coloured).not.toBe(plain);
  expect(coloured.replace(/\x1b\[[0-9;]*m/g, '')).toBe(plain);
});

test('a person at the terminal reads of a failure once, in a file both streams tell it', async () => {
  const gone = { paths: [join(folder, 'gone.txt')] };
  const terminal = await auditTexts([], { ...gone, output: 'terminal' });
  expect(terminal.out).toContain('失败：找不到该文件或文件夹');
  expect(terminal.err).toBe('');
  const file = await auditTexts([], { ...gone, output: 'file' });
  expect(file.out).toContain('失败：找不到该文件或文件夹');
  expect(file.err).toContain('gone.txt: 找不到该文件或文件夹');
});

test('a file that goes between being found and being read is told, and the others are audited', async () => {
  const vanishing: Surroundings['files'] = {
    ...nodeFilesAtOnce,
    read: async (uri, most) => (uri.endsWith('/1.txt') ? null : nodeFilesAtOnce.read(uri, most)),
  };
  const { out, status } = await auditTexts(['# hint!', '# hint!', '# error!'], {
    format: 'json',
    files: vanishing,
    auditors: auditorsOver(vanishing),
  });
  const { reports } = JSON.parse(out) as { reports: { status: string; reason?: string }[] };
  expect(reports.map((element) => element.status)).toEqual(['audited', 'failed', 'audited']);
  expect(reports[1]?.reason).toBe('找不到该文件或文件夹');
  expect(status).toBe(2);
});

test('the summary adds up', async () => {
  const { out } = await auditTexts(['# error! error! hint!', '# warning!']);
  expect(out.trimEnd().split('\n').at(-1)).toBe(
    '共审核 2 份，跳过 0，失败 0；错误 2，警告 1，信息 0，提示 1；勾稽关系：成立 6，不成立 4，无法判断 2',
  );
});
