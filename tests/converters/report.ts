/** `npm run converters`: what the engine reads of every converter's output, converter by form, and the worst. */
import { forms } from './forms';
import type { Output } from './outputs';
import { acceptOutputs, outputTexts, readOutputs, sameOutputs } from './outputs';
import type { Outcome } from './read-output';
import { failuresOf, isWhole } from './read-output';
import { rowLines } from './row-lines';

const usage = `npm run converters -- [--only <part of an id>] [--details] [--json] [--accept]
  --only     only outputs whose id has this in it, e.g. sparse/ or w3m
  --rows     every row as it is read
  --details  every cell that was read wrong, every false finding
  --json     everything as JSON
  --accept   renews whole.txt (which only grows) and known.txt`;

const has = (name: string): boolean => process.argv.includes(name);
const at = process.argv.indexOf('--only');
const only = at < 0 ? '' : (process.argv[at + 1] ?? '');
const wrongShown = 6;

if (has('--help')) console.log(usage);
else if (has('--rows')) for (const output of outputTexts(only)) console.log(rowLines(output).join('\n'));
else main(readOutputs(only));

function main(read: readonly Output[]): void {
  if (has('--json')) {
    console.log(JSON.stringify(read, (_key, value) => (value instanceof Map ? Object.fromEntries(value) : value), 1));
  } else {
    printMatrix(read);
    printWorst(read);
    printTotals(read);
  }
  if (has('--accept')) accept(read);
}

function accept(read: readonly Output[]): void {
  if (only !== '') {
    console.log('--accept needs all outputs: leave out --only');
    return;
  }
  for (const id of acceptOutputs(read)) console.log(`LOST, stays in whole.txt: ${id}`);
}

/** Right cells of those expected, then what is wrong: `w` wrong, `b` taken for blanks, `?` ambiguous rows, `f` false findings. */
function printMatrix(read: readonly Output[]): void {
  const same = sameOutputs();
  const byPlace = new Map(read.map((output) => [`${output.form}/${output.converter}`, output]));
  const names = forms.map(({ name }) => name).filter((name) => read.some(({ form }) => form === name));
  const all = [...read.map(({ converter }) => converter), ...(only === '' ? [...same.keys()].map(converterOf) : [])];
  const converters = [...new Set(all)].sort();
  const first = Math.max(...converters.map((name) => name.length), 10);
  const width = 22;
  console.log('ok: read whole; = the same as another output; right/expected cells, w wrong cells, b figures taken for');
  console.log('blanks, ? ambiguous rows, r relations broken/not assessable, f false findings; THREW; refused');
  console.log(''.padEnd(first) + names.map((name) => ` ${name.padEnd(width)}`).join(''));
  for (const converter of converters) {
    const cells = names.map((name) => {
      const output = byPlace.get(`${name}/${converter}`);
      if (output !== undefined) return summaryOf(output.outcome);
      return same.has(`${name}/${converter}`) ? '=' : '';
    });
    console.log(
      converter.padEnd(first) +
        cells
          .map((text) => ` ${text.padEnd(width)}`)
          .join('')
          .trimEnd(),
    );
  }
}

function converterOf(place: string): string {
  return place.slice(place.indexOf('/') + 1);
}

function summaryOf(outcome: Outcome): string {
  if (outcome.state === 'threw') return 'THREW';
  if (outcome.state === 'refused') return 'refused';
  if (isWhole(outcome)) return 'ok';
  const { cells, ambiguousRows, relations, falseFindings } = outcome;
  const counts = [
    ['w', cells.wrong.length],
    ['b', cells.blanked.length],
    ['?', ambiguousRows.length],
    ['f', sum(falseFindings)],
  ].flatMap(([mark, count]) => (count === 0 ? [] : [`${mark}${count}`]));
  const open =
    relations.broken + relations.notAssessable === 0 ? [] : [`r${relations.broken}/${relations.notAssessable}`];
  return [`${cells.right}/${cells.expected}`, ...counts, ...open].join(' ');
}

function sum(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((total, value) => total + value, 0);
}

/** Every output that is not read whole, the worst first. */
function printWorst(read: readonly Output[]): void {
  const worst = read.filter(({ outcome }) => !isWhole(outcome)).sort((a, b) => badness(b.outcome) - badness(a.outcome));
  printList(
    'not read whole, the worst first',
    worst.filter(({ lost }) => lost === 0),
  );
  printList(
    'lost by the converter: figures of the form that are not in the text',
    worst.filter(({ lost }) => lost > 0),
  );
}

function printList(title: string, outputs: readonly Output[]): void {
  console.log(`\n${title}: ${outputs.length}`);
  for (const { id, outcome, lost } of outputs) {
    const kinds = failuresOf(outcome).filter((kind) => kind === 'silent');
    const loss = lost === 0 ? '' : ` (lost ${lost} figures)`;
    console.log(`  ${id}: ${summaryOf(outcome)}${kinds.length > 0 ? ' SILENT' : ''}${loss}${detailsOf(outcome)}`);
  }
}

/** Throwing is worst, then silence, wrong values, blanks, and what was merely not read. */
function badness(outcome: Outcome): number {
  if (outcome.state === 'threw') return 1e7;
  if (outcome.state === 'refused') return 500;
  const { cells } = outcome;
  const silent = failuresOf(outcome).includes('silent') ? 1e6 : 0;
  return silent + cells.wrong.length * 2000 + cells.blanked.length * 1000 + cells.expected - cells.right;
}

function detailsOf(outcome: Outcome): string {
  if (outcome.state === 'threw') return ` ${outcome.message}`;
  if (outcome.state === 'refused') return ` ${outcome.reason}`;
  const { cells, falseFindings, information, reports } = outcome;
  const rules = [...falseFindings].map(([rule, times]) => `${rule} ${times}`).join(', ');
  const told = [...information].map(([rule, times]) => `${rule} ${times}`).join(', ');
  const shown = has('--details') ? cells.wrong : cells.wrong.slice(0, wrongShown);
  const wrong = shown.map(({ key, expected, read }) => `${key} ${expected || 'blank'} read as ${read}`);
  return [
    ...(reports === 1 ? [] : [`${reports} reports`]),
    ...(rules === '' ? [] : [`false: ${rules}`]),
    ...(told === '' ? [] : [`information: ${told}`]),
    ...(wrong.length === 0 ? [] : [`wrong: ${wrong.join('; ')}${cells.wrong.length > shown.length ? ' …' : ''}`]),
    ...(has('--details') && cells.blanked.length > 0 ? [`taken for blanks: ${cells.blanked.join('; ')}`] : []),
  ]
    .map((line) => `\n      ${line}`)
    .join('');
}

function printTotals(read: readonly Output[]): void {
  const whole = read.filter(({ outcome }) => isWhole(outcome)).length;
  const of = (kind: string): number =>
    read.filter(({ outcome }) => failuresOf(outcome).some((own) => own === kind)).length;
  const refused = read.filter(({ outcome }) => outcome.state === 'refused').length;
  const readings = read.flatMap(({ outcome }) => (outcome.state === 'read' ? [outcome] : []));
  const expected = readings.reduce((total, { cells }) => total + cells.expected, 0);
  const right = readings.reduce((total, { cells }) => total + cells.right, 0);
  const rules = new Map<string, number>();
  for (const { falseFindings } of readings) {
    for (const [rule, times] of falseFindings) rules.set(rule, (rules.get(rule) ?? 0) + times);
  }
  console.log(
    `\nfalse findings by rule: ${
      [...rules]
        .sort((a, b) => b[1] - a[1])
        .map(([rule, times]) => `${rule} ${times}`)
        .join(', ') || 'none'
    }`,
  );
  console.log(
    `cells read right: ${right} of ${expected}; refused ${refused}, threw ${of('threw')}, with wrong cells ${of('wrong')}, with figures taken for blanks ${of('blanked')}, silent ${of('silent')}`,
  );
  for (const { name } of forms) {
    const own = read.filter(({ form }) => form === name);
    const wholeOnes = own.filter(({ outcome }) => isWhole(outcome)).length;
    if (own.length > 0) console.log(`  ${name}: read whole ${wholeOnes} of ${own.length}`);
  }
  const kept = read.filter(({ lost, outcome }) => lost === 0 || isWhole(outcome)).length;
  const share = (of: number): string => `${whole} of ${of} (${((100 * whole) / Math.max(1, of)).toFixed(1)} %)`;
  console.log(`outputs read whole (all relations, no false finding): ${share(read.length)}`);
  console.log(`  of those that still hold every figure of their form: ${share(kept)}`);
}
