/** Examples of rules: whole reports made from the blank form, with the expected findings marked in the text. */
import type { AuditOptions } from '../findings/finding';
import type { FigureSource } from '../standard/blank-form';
import { printForm, printReport } from '../standard/blank-form';
import type { Edition, TableId } from '../standard/edition';
import { editionFor, editionOf } from '../standard/editions';
import type { ExampleReport, TextChange } from '../standard/example';
import type { Layout } from '../text/layout';
import type { Span } from '../text/span';

/** An expected finding, marked in a text. */
export interface MarkedFinding {
  readonly rule: string;
  readonly span: Span;
}

/** The year of an example that names no edition. */
const usualYear = 2022;

function editionOfExample({ edition, year = usualYear }: ExampleReport): Edition {
  return edition === undefined ? editionFor(year) : editionOf(edition);
}

/** The body whose reports the examples are. */
const exampleIssuer = '清河县柳林镇人民政府';

/** The options that the example is audited with. */
export function exampleOptions({ requiredHeadings }: ExampleReport): AuditOptions {
  return requiredHeadings === undefined ? {} : { requiredHeadings };
}

/** The example's text, marks included. */
export function exampleText(example: ExampleReport): string {
  return changed(example, example.changes ?? []);
}

/** The text after the first fix; `undefined` where the example has none. */
export function fixedText(example: ExampleReport): string | undefined {
  return example.fixed && changed(example, example.fixed);
}

/** Takes the marks out of a text and tells where they stood. They may be nested. */
export function parseMarks(marked: string): { readonly text: string; readonly marks: readonly MarkedFinding[] } {
  const marks: MarkedFinding[] = [];
  const open: { readonly rule: string; readonly start: number; readonly index: number }[] = [];
  let text = '';
  for (let i = 0; i < marked.length; i++) {
    const character = marked.charAt(i);
    if (character === '⟦') {
      const colon = marked.indexOf(': ', i);
      open.push({ rule: marked.slice(i + 1, colon), start: text.length, index: marks.length });
      marks.push({ rule: marked.slice(i + 1, colon), span: { start: text.length, end: text.length } });
      i = colon + 1;
    } else if (character === '⟧') {
      const { rule, start, index } = open.pop() as (typeof open)[number];
      marks[index] = { rule, span: { start, end: text.length } };
    } else {
      text += character;
    }
  }
  return { text, marks };
}

/** The lines that show what the example is about, marks included; `…` where lines are left out. */
export function excerptOf(example: ExampleReport): string {
  const lines = exampleText(example).split('\n');
  const focus = example.focus;
  const shown = lines.map((line) =>
    focus === undefined ? line.includes('⟦') || line.includes('⟧') : line.includes(focus),
  );
  const kept = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    if (shown[i]) return [line];
    return isNextFilledShown(lines, shown, i, 1) || isNextFilledShown(lines, shown, i, -1) ? [shortened(line)] : [];
  });
  return kept.join('\n');
}

/** The lines of the fixed text that differ from the example's; `undefined` where it has no fix. */
export function fixedExcerpt(example: ExampleReport): string | undefined {
  const after = fixedText(example)?.split('\n');
  if (after === undefined) return undefined;
  const before = parseMarks(exampleText(example)).text.split('\n');
  let start = 0;
  while (start < after.length && after[start] === before[start]) start++;
  let end = 0;
  while (end < after.length - start && after.at(-1 - end) === before.at(-1 - end)) end++;
  const lines = after.slice(start, after.length - end).filter((line) => line.trim() !== '');
  const shown = lines.slice(0, longestExcerpt).map(shortened);
  return [...shown, ...(lines.length > longestExcerpt ? ['…'] : [])].join('\n');
}

const longestExcerpt = 8;

function isNextFilledShown(lines: readonly string[], shown: readonly boolean[], from: number, step: number): boolean {
  let i = from + step;
  while (i >= 0 && i < lines.length && lines[i]?.trim() === '') i += step;
  return shown[i] === true;
}

function shortened(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function baseText(example: ExampleReport): string {
  const edition = editionOfExample(example);
  const { issuer = exampleIssuer, year = edition.exampleYear } = example;
  const options = { layout: layoutOfExample(example), issuer, year, eol: '\n' };
  return printReport(edition, { ...options, figures: figuresOfExample(example) });
}

function changed(example: ExampleReport, changes: readonly TextChange[]): string {
  let text = baseText(example);
  for (const [find, put] of changes) {
    const wanted = withTables(example, find);
    const at = text.indexOf(wanted);
    if (at < 0) throw new RangeError(`the example has no ${find}`);
    text = text.slice(0, at) + withTables(example, put) + text.slice(at + wanted.length);
  }
  return text;
}

function withTables(example: ExampleReport, text: string): string {
  const { tables } = editionOfExample(example);
  return text.replace(/\{(blank )?(disclosure|requests|review)\}/g, (_, blank: string | undefined, id: TableId) =>
    printForm(tables[id], layoutOfExample(example), blank ? 'blank' : figuresOfExample(example), '\n'),
  );
}

function layoutOfExample(example: ExampleReport): Layout {
  return example.layout ?? 'markdown';
}

function figuresOfExample(example: ExampleReport): FigureSource {
  return ({ table, row, column }) => example.figures?.[`${table}/${row}/${column}`] ?? '0';
}
