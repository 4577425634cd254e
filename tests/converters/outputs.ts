/** The committed outputs of the converters, each with what the engine makes of it, and the two lists that hold them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConverterForm } from './forms';
import { forms } from './forms';
import type { Outcome } from './read-output';
import { failuresOf, isWhole, lostFigures, readOutput } from './read-output';

const folder = join(process.cwd(), 'tests/converters');
const outputs = join(folder, 'outputs');
const wholeFile = join(folder, 'whole.txt');
const knownFile = join(folder, 'known.txt');

export interface Output {
  /** E.g. `sparse/page.w3m.txt`. */
  readonly id: string;
  readonly form: string;
  /** E.g. `page.w3m`. */
  readonly converter: string;
  readonly outcome: Outcome;
  /** Figures that are not in the text (any more), so that nobody could read them. */
  readonly lost: number;
}

/** A committed output as it stands. */
export interface OutputText {
  readonly form: ConverterForm;
  readonly file: string;
  readonly text: string;
}

/** Every committed output whose id has `part` in it. */
export function outputTexts(part = ''): readonly OutputText[] {
  return forms.flatMap((form) => {
    const own = join(outputs, form.name);
    if (!existsSync(own)) return [];
    const files = readdirSync(own).filter((file) => file !== 'same.txt' && `${form.name}/${file}`.includes(part));
    return files.sort().map((file) => ({ form, file, text: readFileSync(join(own, file), 'utf8') }));
  });
}

/** What the engine makes of every committed output whose id has `part` in it. */
export function readOutputs(part = ''): readonly Output[] {
  return outputTexts(part).map(outputOf);
}

function outputOf({ form, file, text }: OutputText): Output {
  const converter = file.slice(0, file.lastIndexOf('.'));
  const lost = lostFigures(form, text).length;
  return { id: `${form.name}/${file}`, form: form.name, converter, outcome: readOutput(form, text), lost };
}

/** Outputs that are the same as another: `form/converter`, and the converter that has it. */
export function sameOutputs(): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const { name } of forms) {
    const file = join(outputs, name, 'same.txt');
    for (const line of existsSync(file) ? linesOf(file) : []) {
      const [own, other] = line.split(' = ').map((id) => id.slice(0, id.lastIndexOf('.')));
      same.set(`${name}/${own}`, other as string);
    }
  }
  return same;
}

function linesOf(file: string): readonly string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text.split('\n').filter((line) => line !== '');
}

/** The outputs that are read whole, and must stay so. */
export function wholeList(): readonly string[] {
  return linesOf(wholeFile);
}

/** Known failures: `id<tab>kinds`. */
export function knownList(): readonly string[] {
  return linesOf(knownFile);
}

/** The known failures as they are now. */
export function failureLines(read: readonly Output[]): readonly string[] {
  return read.flatMap(({ id, outcome }) => {
    const kinds = failuresOf(outcome);
    return kinds.length === 0 ? [] : [`${id}\t${kinds.join(', ')}`];
  });
}

/** Renews both lists: what is read whole is added to the one, and the other says what fails now. Returns what is lost. */
export function acceptOutputs(read: readonly Output[]): readonly string[] {
  const present = new Set(read.map(({ id }) => id));
  const whole = new Set(read.filter(({ outcome }) => isWhole(outcome)).map(({ id }) => id));
  const before = wholeList().filter((id) => present.has(id));
  writeFileSync(wholeFile, printed([...new Set([...before, ...whole])].sort()));
  writeFileSync(knownFile, printed(failureLines(read)));
  return before.filter((id) => !whole.has(id));
}

function printed(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
