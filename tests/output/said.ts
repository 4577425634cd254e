/**
 * What is said of damaged reports, a line each: its number, how much was found, read and held, and a hash of all results, figures,
 * places and index records, the outline, the folds and the safe fixes. Nobody has looked at each of these texts; that what is said of
 * them has become another is told, and whoever changed it says whether it should.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeEdits } from '../../server/src/features/problems/quick-fixes';
import { documentSymbols } from '../../server/src/features/structure/document-symbols';
import { folds } from '../../server/src/features/structure/folding';
import { fingerprintOf } from '../../server/src/findings/fingerprint';
import { auditText } from '../../server/src/output/result-of';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { formTexts, mutated, sampleTexts } from '../attack/texts';
import { outputTexts } from '../converters/outputs';
import { drawFacts } from '../support/reports/facts';
import { reportOn } from '../support/reports/logical-report';
import { randomOf } from '../support/reports/random';
import { layoutOf, render } from '../support/reports/render';

const file = join(process.cwd(), 'tests/output/said.txt');

interface Source {
  readonly name: string;
  readonly texts: readonly string[];
  /** Damaged texts made of each, beside itself. */
  readonly copies: number;
}

const sources: readonly (() => Source)[] = [
  () => ({ name: 'sample', texts: sampleTexts(), copies: 9 }),
  () => ({ name: 'form', texts: formTexts(), copies: 5 }),
  () => ({ name: 'report', texts: Array.from({ length: 60 }, (_, seed) => reportText(seed)), copies: 4 }),
  () => ({ name: 'output', texts: outputTexts().map(({ text }) => text), copies: 0 }),
];

function reportText(seed: number): string {
  return render(reportOn(drawFacts(seed)), layoutOf(seed)).text;
}

/** Texts that are told of together. */
const perGroup = 20;

/** The lines in groups, each worked out when it is asked for. */
export function saidGroups(): readonly (readonly [name: string, lines: () => readonly string[]])[] {
  return sources.flatMap((source) => {
    const { name, texts, copies } = source();
    const tasks = texts.flatMap((text, i) => {
      const random = randomOf(i, name);
      const damaged = Array.from({ length: copies }, () => mutated(text, random, 3));
      return [text, ...damaged].map((each, copy) => [`${name} ${i}.${copy}`, each] as const);
    });
    const count = Math.ceil(tasks.length / perGroup);
    return Array.from({ length: count }, (_, group) => {
      const own = tasks.slice(group * perGroup, (group + 1) * perGroup);
      const lines = (): readonly string[] => own.map(([id, text]) => lineOf(id, text));
      return [`${name} ${group * perGroup} …`, lines] as const;
    });
  });
}

function lineOf(id: string, text: string): string {
  const results = auditText('a.txt', text, {}, ['places', 'figures', 'index']);
  const snapshot = snapshotOf(text, {});
  const said = [results, documentSymbols(snapshot), folds(snapshot), safeEdits(snapshot)];
  const findings = results.flatMap(({ record }) => record.findings).length;
  const holds = results.reduce((sum, { record }) => sum + record.coverage.holds, 0);
  return `${id}: ${results.length} parts, ${findings} findings, ${holds} hold, ${fingerprintOf(JSON.stringify(said))}`;
}

/** The lines as they were accepted. */
export function acceptedLines(): ReadonlySet<string> {
  return new Set(readFileSync(file, 'utf8').split('\n'));
}

export function accept(): void {
  writeFileSync(
    file,
    `${saidGroups()
      .flatMap(([, lines]) => lines())
      .join('\n')}\n`,
  );
}
