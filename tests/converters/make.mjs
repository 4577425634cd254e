/**
 * Renews the outputs of the converters: `node tests/converters/make.mjs [--form <name>] [--only <part of an id>]`.
 * What cannot be run on this machine is listed at the end; its committed outputs stay as they are.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { browserTexts, openBrowser } from './convert/browser.mjs';
import { packageConverters } from './convert/packages.mjs';
import { pandocConverters } from './convert/pandoc.mjs';
import { programConverters } from './convert/programs.mjs';
import { simulatedConverters } from './convert/simulated.mjs';
import { sourcesOf } from './convert/sources.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../node_modules/.cache/converters');
const outputs = join(here, 'outputs');
/** Forms that every converter gets; the others get the common ones, to keep the fixtures small. */
const thorough = ['distinct', 'sparse'];

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const onlyForm = option('--form');
const onlyId = option('--only');

const missing = new Set();
const failures = [];
const told = (what) => missing.add(what);

const printed = join(cache, 'printed');
await printForms();
const forms = readdirSync(printed)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));
const converters = [
  ...simulatedConverters(),
  ...(await packageConverters(told)),
  ...programConverters(told),
  ...(await pandocConverters(told)),
];
const browser = await openBrowser(told);
let written = 0;
for (const name of forms) {
  if (onlyForm === undefined || onlyForm === name) await convertForm(name);
}
await browser?.close();
closing();

async function printForms() {
  const program = join(cache, 'print-forms.cjs');
  const entry = join(here, 'print-forms.ts');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile: program, logLevel: 'warning' });
  rmSync(printed, { recursive: true, force: true });
  const { execFileSync } = await import('node:child_process');
  execFileSync(process.execPath, [program, printed], { stdio: 'inherit' });
}

async function convertForm(name) {
  const sources = await sourcesOf(name, printed, join(cache, 'work'), told);
  const texts = new Map();
  if (browser !== undefined) {
    const copies = await browserTexts(browser, sources.page, sources.folder);
    sources['web-pdf'] = copies.pdf;
    addCopies(name, texts, copies, sources.form);
  }
  const isThorough = thorough.includes(name);
  for (const converter of converters) {
    const input = sources[converter.source];
    const file = `${converter.id}.${converter.ext}`;
    if (!(isThorough || converter.isCommon) || input === undefined || !isWanted(file)) continue;
    try {
      texts.set(file, await converter.convert(input, sources.folder));
    } catch (error) {
      failures.push(`${name}/${file}: ${String(error.message).split('\n').slice(0, 2).join(' ')}`);
    }
  }
  writeTexts(join(outputs, name), texts);
  console.log(`${name}: ${texts.size} outputs`);
}

/** Copies of the page and of its tables alone, put into the report as someone does who pastes them into a text. */
function addCopies(name, texts, copies, form) {
  const add = (file, text) => {
    if (isWanted(file)) texts.set(file, text);
  };
  add('browser.copy.txt', copies.copy);
  add('browser.inner-text.txt', copies.inner);
  if (name === 'sparse') add('browser.copy-html.html', copies.copyHtml);
  let next = 0;
  const lines = [form.title, ...form.preface];
  for (const section of form.sections) {
    lines.push(section.heading, ...section.paragraphs);
    if (section.table !== undefined) lines.push(copies.tables[next++]);
  }
  add('browser.copied-tables.txt', `${lines.join('\n')}\n`);
}

function isWanted(file) {
  return onlyId === undefined || file.includes(onlyId);
}

/** Writes the outputs; one that is the same as another is named in `same.txt` only. */
function writeTexts(folder, texts) {
  mkdirSync(folder, { recursive: true });
  const whole = onlyId === undefined && missing.size === 0;
  if (whole) for (const file of readdirSync(folder)) rmSync(join(folder, file));
  const first = new Map();
  const same = [];
  for (const [file, text] of texts) {
    const known = first.get(text);
    if (known !== undefined && whole) {
      same.push(`${file} = ${known}`);
      continue;
    }
    first.set(text, file);
    const path = join(folder, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    written++;
  }
  if (whole) writeFileSync(join(folder, 'same.txt'), same.map((line) => `${line}\n`).join(''));
}

function closing() {
  console.log(`${written} files written`);
  for (const what of missing) console.log(`MISSING, its outputs are not renewed: ${what}`);
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  if (missing.size + failures.length > 0) process.exitCode = 1;
}
