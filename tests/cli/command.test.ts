/** What the words of the command line mean, and how mistakes are answered. */
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../server/src/cli/arguments';
import { commandOf } from '../../server/src/cli/command';

const ruleIds = ['structure/missing-section', 'relation/request-balance', 'table/empty-cell'];

const command = (line: string) => commandOf(line.split(' ').filter(Boolean), ruleIds);

describe('an audit', () => {
  const toOut = (format: string) => ({ outputs: [{ format, file: null }] });
  const plain = {
    kind: 'audit',
    filesFrom: null,
    ignorePatterns: [],
    gitignore: true,
    baseline: null,
    watch: false,
    jobs: 'auto',
    cacheFolder: null,
    fixes: 'none',
    ...toOut('text'),
    shown: 'all',
    colour: 'auto',
    failOn: 'error',
    maxWarnings: null,
    stdinName: '<stdin>',
    isComparing: true,
  };
  const options = { rules: {} };
  test.each([
    ['--files-from list', { ...plain, paths: [], filesFrom: 'list', options }],
    [
      '--no-ignore --ignore-pattern x --ignore-pattern y/ a',
      { ...plain, paths: ['a'], ignorePatterns: ['x', 'y/'], gitignore: false, options },
    ],
    ['a.txt d', { ...plain, paths: ['a.txt', 'd'], options }],
    [
      '--format json - --stdin-filename x.txt',
      { ...plain, paths: ['-'], ...toOut('json'), stdinName: 'x.txt', options },
    ],
    ['--format=jsonl --fail-on=never a', { ...plain, paths: ['a'], ...toOut('jsonl'), failOn: 'never', options }],
    [
      '--format sarif -o x.sarif a',
      { ...plain, paths: ['a'], outputs: [{ format: 'sarif', file: 'x.sarif' }], options },
    ],
    [
      '--format text --format html=a=b.html --format xlsx=x.xlsx a',
      {
        ...plain,
        paths: ['a'],
        outputs: [
          { format: 'text', file: null },
          { format: 'html', file: 'a=b.html' },
          { format: 'xlsx', file: 'x.xlsx' },
        ],
        options,
      },
    ],
    ['--output-file out.txt a', { ...plain, paths: ['a'], outputs: [{ format: 'text', file: 'out.txt' }], options }],
    ['--quiet --max-warnings 3 a', { ...plain, paths: ['a'], shown: 'errors', maxWarnings: 3, options }],
    ['--statistics --color a', { ...plain, paths: ['a'], shown: 'counts', colour: 'always', options }],
    ['--color --no-color a', { ...plain, paths: ['a'], colour: 'never', options }],
    ['--no-compare --format index a', { ...plain, paths: ['a'], ...toOut('index'), isComparing: false, options }],
    ['--edition auto a', { ...plain, paths: ['a'], options: { edition: 'auto', rules: {} } }],
    ['--config ../p.json a', { ...plain, paths: ['a'], config: '../p.json', options }],
    ['--as-report a', { ...plain, paths: ['a'], options: { insistence: 'insisted', rules: {} } }],
    ['--edition 2019 a', { ...plain, paths: ['a'], options: { edition: '2019', rules: {} } }],
    [
      '--rule table/empty-cell=off a --rule relation/request-balance=hint',
      {
        ...plain,
        paths: ['a'],
        options: { rules: { 'table/empty-cell': 'off', 'relation/request-balance': 'hint' } },
      },
    ],
    ['-- template --format', { ...plain, paths: ['template', '--format'], options }],
    ['./template', { ...plain, paths: ['./template'], options }],
  ])('%s', (line, expected) => {
    expect(command(line)).toEqual(expected);
  });
});

describe('other commands', () => {
  const form = {
    kind: 'template',
    edition: '2021',
    year: null,
    issuer: null,
    layout: 'markdown',
    table: null,
    fill: 'blank',
  };
  test.each([
    ['explain table/empty-cell', { kind: 'explain', rule: 'table/empty-cell' }],
    ['explain', { kind: 'explain', rule: null }],
    [
      'compare --config p.json --fail-on warning a.jsonl -',
      {
        kind: 'compare',
        paths: ['a.jsonl', '-'],
        outputs: [{ format: 'text', file: null }],
        shown: 'all',
        colour: 'auto',
        failOn: 'warning',
        maxWarnings: null,
        config: 'p.json',
        options: { rules: {} },
      },
    ],
    ['template', form],
    ['template --zero', { ...form, fill: 'zero' }],
    ['template --year 2020 --org 示例县人民政府', { ...form, edition: '2019', year: 2020, issuer: '示例县人民政府' }],
    [
      '--edition 2019 template --table requests --layout tab-cell --blank',
      { ...form, edition: '2019', layout: 'tab-cell', table: 'requests', fill: 'blank' },
    ],
    ['--help', { kind: 'help' }],
    ['template -h', { kind: 'help' }],
    ['-V', { kind: 'version' }],
  ])('%s', (line, expected) => {
    expect(command(line)).toEqual(expected);
  });
});

test.each([
  ['', '请指定要审核的文件或文件夹'],
  ['--format json', '请指定要审核的文件或文件夹'],
  ['--formt json a', '没有选项 --formt，是否指 --format？'],
  ['--quite-unlike a', '没有选项 --quite-unlike'],
  ['-x a', '没有选项 -x'],
  ['--constructor a', '没有选项 --constructor'],
  ['a --format', '选项 --format 缺少取值'],
  ['--format --edition 2019 a', '选项 --format 缺少取值'],
  ['--format= a', '选项 --format 缺少取值'],
  ['--help=yes', '选项 --help 不带取值'],
  [
    '--format yaml a',
    '选项 --format 的取值 yaml 无效；可用：text、json、jsonl、sarif、html、csv、xlsx、docx、github、junit',
  ],
  ['--format html= a', '选项 --format html= 缺少文件名'],
  ['--format json --format text a', '标准输出只能写一种格式，而这里有 json、text；其余的写成 --format 格式=文件'],
  ['--format json=x --format csv=x a', '两种格式不能写到同一个文件 x'],
  ['--format json=x -o y a', '选项 --output-file 只用于一种格式'],
  ['--format json --format csv -o y a', '选项 --output-file 只用于一种格式'],
  ['-o x -o y a', '选项 --output-file 只用于一种格式'],
  ['--statistics --format json a', '选项 --statistics 只用于 text 格式'],
  ['--statistics --quiet a', '选项 --quiet 和 --statistics 只能用一个'],
  ['--max-warnings -1 a', '选项 --max-warnings 缺少取值'],
  ['--max-warnings few a', '选项 --max-warnings 的取值应为不小于 0 的整数，而不是 few'],
  ['--fail-on hint a', '选项 --fail-on 的取值 hint 无效；可用：error、warning、never'],
  ['--edition 2018 a', '选项 --edition 的取值 2018 无效；可用：auto、2019、2021'],
  ['--rule table/empty-cell a', '选项 --rule 的取值应为 规则=级别，例如 table/empty-cell=off，而不是 table/empty-cell'],
  [
    '--rule table/empty-cell=loud a',
    '规则 table/empty-cell 的级别 loud 无效；可用：off、hint、information、warning、error',
  ],
  ['--rule table/emtpy-cell=off a', '没有规则 table/emtpy-cell，是否指 table/empty-cell？'],
  ['--rule request-balance=off a', '没有规则 request-balance，是否指 relation/request-balance？'],
  ['--rule nothing=off a', '没有规则 nothing；disclosure-audit explain 列出全部规则'],
  ['explain missing-sections', '没有规则 missing-sections，是否指 structure/missing-section？'],
  ['explain a b', 'explain 一次只说明一条规则'],
  ['--fix -', '选项 --fix 不能用于标准输入'],
  ['--diff --format json a', '选项 --diff（--dry-run）只写出修改，不能与 --format 同用'],
  ['--watch --fix a', '选项 --watch 不能与 --fix 同用'],
  ['--watch -', '选项 --watch 不能用于标准输入'],
  ['--watch --files-from -', '选项 --watch 不能用于标准输入'],
  ['--jobs 0 a', '选项 --jobs 的取值应为 auto 或 1 到 99 的整数，而不是 0'],
  ['--year 2023 a', '选项 --year 只用于 template 命令'],
  ['template --format json', 'template 命令没有选项 --format'],
  ['template a.txt', 'template 命令不带文件：a.txt'],
  ['template --year 23', '选项 --year 的取值应为四位数年份，而不是 23'],
  ['template --year 2018', '2019年以前的年报没有统一的格式，无法生成模板'],
  ['template --year 2023 --edition 2019', '2023年的年报应使用2021版格式，不是2019版'],
  ['template --layout tabs', '选项 --layout 的取值 tabs 无效'],
  ['- -', '标准输入（-）只能指定一次'],
  ['a --stdin-filename b', '选项 --stdin-filename 只在输入为 - 时有用'],
])('refused: “%s”', (line, message) => {
  expect(() => command(line)).toThrow(UsageError);
  expect(() => command(line)).toThrow(message);
});
