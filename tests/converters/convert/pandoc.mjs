/** pandoc, both that of Debian (2.17) and that of npm (3.x, as wasm). */
import { readFileSync } from 'node:fs';
import { hasProgram, printOf } from './command.mjs';

/** Formats, with the endings of their files. */
const common = [
  ['plain', 'txt'],
  ['markdown', 'md'],
  ['gfm', 'md'],
  ['rst', 'txt'],
  ['html', 'html'],
];
const rare = [
  ['commonmark', 'md'],
  ['commonmark_x', 'md'],
  ['markdown_mmd', 'md'],
  ['markdown_strict', 'md'],
  ['org', 'txt'],
  ['asciidoc', 'txt'],
  ['mediawiki', 'txt'],
  ['dokuwiki', 'txt'],
  ['jira', 'txt'],
  ['textile', 'txt'],
  ['muse', 'txt'],
];
/** Formats that are also written without wrapping, and with their front matter. */
const optional = [
  ['plain', 'txt'],
  ['markdown', 'md'],
  ['gfm', 'md'],
];

const inputs = [
  ['page', 'html'],
  ['word', 'docx'],
  ['office', 'docx'],
  ['odt', 'odt'],
];

/** Every converter of pandoc: its id, what it takes, and how it runs. */
export async function pandocConverters(told) {
  const ways = [];
  if (hasProgram('pandoc')) ways.push(['pandoc2', byProgram]);
  else told('pandoc (Debian)');
  const wasm = await import('pandoc-wasm').catch(() => undefined);
  if (wasm !== undefined) ways.push(['pandoc3', byWasm(wasm)]);
  else told('pandoc-wasm (npm)');
  return ways.flatMap(([name, convert]) =>
    inputs.flatMap(([source, from]) => [
      ...[...common, ...(source === 'page' || source === 'word' ? rare : [])].map(([to, ext]) => ({
        id: `${source}.${name}-${to}`,
        ext,
        source,
        isCommon: isCommon(source, to),
        convert: (path) => convert(path, from, { to, wrap: 'auto', standalone: false }),
      })),
      ...(source === 'page' || source === 'word' ? optional : []).flatMap(([to, ext]) => [
        {
          id: `${source}.${name}-${to}-nowrap`,
          ext,
          source,
          isCommon: false,
          convert: (path) => convert(path, from, { to, wrap: 'none', standalone: false }),
        },
        {
          id: `${source}.${name}-${to}-standalone`,
          ext,
          source,
          isCommon: false,
          convert: (path) => convert(path, from, { to, wrap: 'auto', standalone: true }),
        },
      ]),
    ]),
  );
}

/** Whether every form is converted so: of LibreOffice's Word file only what is not much like the others. */
function isCommon(source, to) {
  if (source === 'odt') return false;
  return source === 'office' ? to === 'gfm' || to === 'html' : common.some(([format]) => format === to);
}

async function byProgram(path, from, { to, wrap, standalone }) {
  return printOf('pandoc', ['-f', from, '-t', to, `--wrap=${wrap}`, ...(standalone ? ['-s'] : []), path]);
}

function byWasm({ convert }) {
  return async (path, from, way) => {
    const bytes = readFileSync(path);
    const isText = from === 'html';
    const options = { from, ...way, ...(isText ? {} : { 'input-files': ['input'] }) };
    const result = await convert(
      options,
      isText ? bytes.toString('utf8') : null,
      isText ? {} : { input: new Blob([bytes]) },
    );
    if (result.stdout === '') throw new Error(result.stderr || 'pandoc-wasm printed nothing');
    return result.stdout;
  };
}
