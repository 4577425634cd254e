/** `npm run attack -- <program> [--seed N] [--count N] [--details N]`: one program, or all but those only by name, one after the other. Ends with 1 where anything failed. */
import type { Attack, Outcome } from './attack';
import { edits } from './edits';
import { editsProtocol } from './edits-protocol';
import { fileGrowth } from './file-growth';
import { fixes } from './fixes';
import { fuzz } from './fuzz';
import { growth } from './growth';
import { hostile } from './hostile';
import { intake } from './intake';
import { mutate } from './mutate';
import { regexes } from './regexes/regexes';
import { soak } from './soak';

const attacks: readonly Attack[] = [
  edits,
  editsProtocol,
  fileGrowth,
  fixes,
  fuzz,
  growth,
  hostile,
  intake,
  mutate,
  regexes,
  soak,
];

/** The number after `--name`, else the default. */
function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

function print({ name, unit, details = 5 }: Attack, seed: number, { tried, failures, lines = [] }: Outcome): void {
  for (const line of lines) console.log(line);
  for (const { what, input } of failures.slice(0, option('details', details))) {
    console.log(`${what}\n${JSON.stringify(input.length > 2000 ? `${input.slice(0, 2000)}…` : input)}`);
  }
  console.log(`${name}: ${tried} ${unit}, ${failures.length} failures (--seed ${seed})`);
}

async function main(): Promise<void> {
  const [wanted] = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const isAll = wanted === undefined || wanted === 'all';
  const chosen = attacks.filter(({ name, byName }) => (isAll ? !byName : name === wanted));
  if (chosen.length === 0) {
    console.error(`no such program: ${wanted}; there are ${attacks.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const seed = option('seed', Date.now() % 1_000_000);
  for (const attack of chosen) {
    const outcome = await attack.run({ seed, count: option('count', attack.usual) });
    print(attack, seed, outcome);
    if (outcome.failures.length > 0) process.exitCode = 1;
  }
}

void main();
