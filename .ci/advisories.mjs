// Asks the registry what is known against the packages that are bundled; fails on what is high or critical. Where it does not answer, one line says so.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** In milliseconds, for all of it. */
const patience = 25_000;

/** One line for each grave advisory against one of the packages; `undefined` where the report is none. */
export function graveAdvisories(report, names) {
  const { vulnerabilities } = report ?? {};
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return undefined;
  return Object.values(vulnerabilities)
    .filter(({ name, severity }) => names.includes(name) && (severity === 'high' || severity === 'critical'))
    .map(({ name, severity, via }) => {
      const told = via.map((each) => (typeof each === 'string' ? each : `${each.title} ${each.url}`));
      return `${name} (${severity}): ${told.join('; ')}`;
    });
}

/** The packages that the notices of a build name. */
export function noticedPackages(notices) {
  return [...notices.matchAll(/^(\S+) \d\S* \(\S+\)$/gm)].map(([, name]) => name);
}

function ask() {
  const words = ['audit', '--json', '--fetch-retries=0', `--fetch-timeout=${patience - 5000}`];
  const { stdout } = spawnSync('npm', words, { cwd: root, timeout: patience, encoding: 'utf8', maxBuffer: 1 << 26 });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

function main() {
  const names = noticedPackages(readFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8'));
  const grave = graveAdvisories(ask(), names);
  if (grave === undefined) {
    console.log('npm audit: skipped, the registry does not answer');
    return;
  }
  console.log(
    `npm audit: ${grave.length} grave advisories against the ${new Set(names).size} packages that are bundled`,
  );
  for (const line of grave) console.error(line);
  if (grave.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
