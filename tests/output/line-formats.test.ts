/** CSV, GitHub's workflow commands and JUnit: one line or element a finding, and no word of a report is anything but words. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { csvFormat, findingColumns } from '../../server/src/output/csv-format';
import { githubFormat } from '../../server/src/output/github-format';
import { junitFormat } from '../../server/src/output/junit-format';
import { runOf, wholeOutput } from '../../server/src/output/output-format';
import { unaudited } from '../../server/src/output/result-of';
import { findingOf, hostileRun, hostileWords, resultWith, sampleRun, tool } from '../support/runs';
import { findProgram } from '../vscode/host/programs.mjs';

const findingCount = (run = sampleRun()): number =>
  run.results.reduce((sum, { record }) => sum + record.findings.length, 0);

/** Rows as RFC 4180 has them. */
function csvRows(text: string): string[][] {
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of fields) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('csv', () => {
  test('a byte order mark, CRLF, one row a finding and one a file that was not read', () => {
    const text = wholeOutput(csvFormat, sampleRun());
    expect(text.startsWith('\ufeff文件,行,列,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [, ...rows] = csvRows(text);
    expect(rows).toHaveLength(findingCount() + 1);
    for (const row of rows) expect(row).toHaveLength(findingColumns.length);
    expect(rows.at(-1)).toEqual(['没有.txt', '', '', '', '', '失败', '', '', '', '找不到该文件或文件夹', '', '', '']);
    const suspect = rows.find((row) => row[6] === 'relation/inconsistent-figure');
    expect(suspect?.slice(1, 6)).toEqual(['98', '2', '岚川县红岩镇人民政府', '2023', '错误']);
    expect(suspect?.[8]).toBe('“商业企业”列（一）予以公开');
    expect(suspect?.[12]).toMatch(/^f[0-9a-f]{16}$/);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A1', "'＠A1"],
    ['\t=1', "'␉=1"],
    ['\r=1', "'␍=1"],
    ['-3', '-3'],
    ['+4.5', '+4.5'],
    ['1=1', '1=1'],
    ['说“=”', '说“=”'],
    ['a "b", c', 'a "b", c'],
    ['\u202eabc', '<U+202E>abc'],
  ])('%j stands as %j', (words, shown) => {
    const text = wholeOutput(csvFormat, runOf(tool, [resultWith([findingOf(words)])]));
    expect(csvRows(text)[1]?.[9]).toBe(shown);
  });
});

describe('github', () => {
  test('one command a finding, the gravest words for the gravest findings', () => {
    const lines = wholeOutput(githubFormat, sampleRun()).trimEnd().split('\n');
    expect(lines).toHaveLength(findingCount() + 1);
    expect(lines[0]).toMatch(
      /^::error file=flawed\/1-tab-cell-红岩镇2023年\.txt,line=98,endLine=98,col=2,endColumn=3,title=填错的数（relation\/inconsistent-figure）::“商业企业”列.*%0A依据：/,
    );
    expect(lines.at(-1)).toBe('::error file=没有.txt,title=没有审核::找不到该文件或文件夹');
    expect(new Set(lines.map((line) => line.slice(0, line.indexOf(' '))))).toEqual(
      new Set(['::error', '::warning', '::notice']),
    );
  });

  test('no word ends a property or begins a command', () => {
    const words = '100%,a:b\r\n::error::x';
    const text = wholeOutput(githubFormat, runOf(tool, [resultWith([findingOf(words)], words)]));
    expect(text).toBe(
      '::warning file=100%25%2Ca%3Ab␍␊%3A%3Aerror%3A%3Ax,line=2,endLine=2,col=3,endColumn=5,title=单元格空白（table/empty-cell）::100%25,a:b␍␊::error::x%0A依据：100%25,a:b␍␊::error::x\n',
    );
    const lines = wholeOutput(githubFormat, hostileRun()).trimEnd().split('\n');
    expect(lines).toHaveLength(2 * hostileWords.length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning) file=[^:,]*,[^:]*::[^\r\x00-\x08]*$/);
  });
});

const python = findProgram(['python3', 'python']);

/** What a parser of XML makes of it, with the rules of Jenkins' junit-10.xsd that concern what we write. */
const reader = `
import json, sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
assert root.tag == 'testsuites', root.tag
told = []
for suite in root:
    assert suite.tag == 'testsuite' and set(suite.attrib) == {'name', 'tests', 'failures', 'errors', 'skipped', 'time'}, suite.attrib
    cases = [part for part in suite if part.tag == 'testcase']
    assert [part.tag for part in suite] == ['testcase'] * len(cases) + ['system-out'] * (len(suite) - len(cases)), [part.tag for part in suite]
    assert len(suite) - len(cases) <= 1
    kinds = {'failure': 0, 'error': 0, 'skipped': 0}
    for case in cases:
        assert set(case.attrib) == {'classname', 'name', 'time'}, case.attrib
        assert len(case) <= 1
        for part in case:
            kinds[part.tag] += 1
            assert set(part.attrib) <= ({'message'} if part.tag == 'skipped' else {'message', 'type'}), part.attrib
    assert [int(suite.get(name)) for name in ('tests', 'failures', 'errors', 'skipped')] == [len(cases), kinds['failure'], kinds['error'], kinds['skipped']]
    told.append({'name': suite.get('name'), 'cases': [[case.get('classname'), case.get('name'), *[[part.tag, part.get('message'), part.text] for part in case]] for case in cases]})
json.dump(told, sys.stdout)
`;

interface Suite {
  readonly name: string;
  readonly cases: readonly (readonly [string, string, ...(readonly [string, string, string | null])[]])[];
}

function suitesOf(xml: string): readonly Suite[] {
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', reader], { input: xml, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as readonly Suite[];
}

describe.skipIf(python === undefined)('junit, read by Python’s expat (skipped where there is no Python)', () => {
  test('a suite a report; a rule that reports errors or warnings is one failed case', () => {
    const run = sampleRun();
    const suites = suitesOf(wholeOutput(junitFormat, run));
    expect(suites.map(({ name }) => name)).toEqual(run.results.map(({ record }) => record.file));
    for (const [index, { record }] of run.results.entries()) {
      const [audit, ...failed] = suites[index]?.cases ?? [];
      expect(audit?.[1]).toBe('审核');
      expect(audit?.[2]?.[0]).toBe({ audited: undefined, skipped: 'skipped', failed: 'error' }[record.status]);
      const rules = record.findings
        .filter(({ severity }) => ['error', 'warning'].includes(severity))
        .map(({ rule }) => rule);
      expect(failed.map(([, name]) => /（(.*)）$/.exec(name)?.[1])).toEqual([...new Set(rules)]);
    }
  });

  test('classname and name tell all cases of a run apart', () => {
    const cases = suitesOf(wholeOutput(junitFormat, sampleRun())).flatMap((suite) => suite.cases);
    expect(new Set(cases.map(([file, name]) => `${file}\n${name}`)).size).toBe(cases.length);
  });

  test('hostile words come through as words', () => {
    const suites = suitesOf(wholeOutput(junitFormat, hostileRun()));
    expect(suites).toHaveLength(3 * hostileWords.length);
    const failure = suites[1]?.cases[1]?.[2];
    expect(failure?.[1]).toBe('<script>alert(1)</script>');
    const finding = findingOf('');
    const first = unaudited('a', 'failed', ']]>\x00\ud800\ufffe');
    const [suite] = suitesOf(wholeOutput(junitFormat, runOf(tool, [first, resultWith([finding])])));
    expect(suite?.cases[0]?.[2]?.[1]).toBe(']]>␀<U+D800>\ufffd');
  });
});
