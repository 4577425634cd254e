/** Reports audited apart and compared by their index records: the same is found as in one run, and a broken line costs itself only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { county } from '../support/series/county';
import { commandInFolder } from './command-in-folder';

const { run, file, folder } = commandInFolder();

/** The files of a made-up county, in the order in which a folder is audited. */
function countyFiles(): readonly string[] {
  const { texts } = county(1);
  for (const [path, text] of texts) file(`county/${path}`, text);
  return [...texts.keys()].filter((path) => !path.endsWith('.json')).map((path) => `county/${path}`);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

describe('a county', () => {
  test('in parts and compared afterwards: the very bytes of one run', async () => {
    countyFiles();
    const whole = await run(['--format', 'jsonl', '--index', 'whole.index', 'county']);
    const years = ['2020', '2021', '2022', '2023', '2024'];
    let apart = '';
    for (const year of years) {
      const part = await run(['--format', 'jsonl', '--index', `${year}.index`, '--no-compare', `county/${year}`]);
      expect(part.out).not.toContain('"scope":"series"');
      apart += part.out;
    }
    const compared = await run(['compare', '--format', 'jsonl', ...years.map((year) => `${year}.index`)]);
    expect(linesOf(compared.out).length).toBeGreaterThan(15);
    expect(apart + compared.out).toBe(whole.out);
    expect(compared.err).toBe('');
    const index = years.map((year) => readFileSync(join(folder, `${year}.index`), 'utf8')).join('');
    expect(index).toBe(readFileSync(join(folder, 'whole.index'), 'utf8'));
    const piped = await run(['compare', '--format', 'jsonl', '-'], index);
    expect(piped.out).toBe(compared.out);
    const told = await run(['compare', '2020.index', '2021.index']);
    expect(told.out).toMatch(/^各年报之间\n/);
    expect(told.out).toMatch(/\n共比较 \d+ 份，失败 0；错误 \d+，警告 \d+/);
    const whether = await run(['compare', '--format', 'json', '2020.index', '2021.index']);
    expect(JSON.parse(whether.out)).toMatchObject({ reports: [], series: expect.any(Array) });
  });
});

describe('lines that are no record', () => {
  const good = async (): Promise<string> => {
    await run(['template', '--year', '2022', '--org', '云岫县青崖镇人民政府', '--zero']).then(({ out }) =>
      file('a.md', out),
    );
    await run(['--index', 'a.index', '--no-compare', 'a.md']);
    return readFileSync(join(folder, 'a.index'), 'utf8');
  };

  test.each([
    ['no JSON', () => '{', '不是一行 JSON'],
    ['another object', () => '{"version":1}', '不是年报索引（file）'],
    ['another version', (line: string) => line.replace('"version":1', '"version":2'), '不是年报索引（version）'],
    [
      'a row too few',
      (line: string) => line.replace('"carried-in"', '"carried-on"'),
      '不是年报索引（figures.requests.carried-in）',
    ],
    [
      'packed places cut off',
      (line: string) => line.replace(/"places":"[^"]*"/, '"places":"AAA"'),
      '不是年报索引（places）',
    ],
    [
      'no packed prints',
      (line: string) => line.replace(/"overview":"[^"]*"/, '"overview":"!"'),
      '不是年报索引（places、prints）',
    ],
  ])('%s: told with its place, and the others are compared', async (_, spoil, reason) => {
    const line = await good();
    const again = line.replace('"file":"a.md"', '"file":"b.md"');
    file('all.index', `${line}\n${spoil(line.trim())}\n${again}`);
    const { out, err, status } = await run(['compare', '--format', 'jsonl', 'all.index']);
    expect(err).toBe(`disclosure-audit: all.index:3: ${reason}\n`);
    expect(linesOf(out).map((each) => JSON.parse(each))).toMatchObject([
      { file: 'all.index:3', status: 'failed', reason },
      { scope: 'series', findings: [{ rule: 'series/duplicate-report' }] },
      ...(out.match(/"scope"/g)?.length === 2 ? [{ scope: 'series' }] : []),
    ]);
    expect(status).toBe(2);
  });

  test('a file that is not there', async () => {
    file('one.index', await good());
    const { err, status } = await run(['compare', 'none.index', 'one.index']);
    expect(err).toBe('disclosure-audit: none.index: 找不到该文件或文件夹\n');
    expect(status).toBe(2);
  });

  test('a line without end', async () => {
    file('long.index', 'x'.repeat(20 * 1024 * 1024));
    const { err, status } = await run(['compare', 'long.index']);
    expect(err).toMatch(/^disclosure-audit: long\.index: 文件过大，超过 16 MB\n$/);
    expect(status).toBe(2);
  });
});

test.each(['sarif', 'html', 'xlsx', 'docx', 'junit'])('%s needs reports', async (format) => {
  const { err, status } = await run(['compare', '--format', `${format}=out`, 'x.index']);
  expect(err).toContain(`写不了 ${format}`);
  expect(status).toBe(2);
});

test('nothing to compare: said so', async () => {
  expect((await run(['compare'])).err).toContain('请指定要比较的索引文件');
});
