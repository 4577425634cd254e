/**
 * Files, names, words, policies and streams that mean no good, against the programs as they are shipped; markup against what shows
 * words of a report. Nothing hangs, nothing is lost, every failure is one line, no output steers a terminal, and no page obeys.
 */
import { randomOf } from '../support/reports/random';
import type { Attack, AttackOptions, Failure, Outcome } from './attack';
import { fileTrial, nameTrial, policyTrial, streamTrial, wordsTrial } from './hostile/command';
import { hoverTrial, pageTrial, webviewTrial } from './hostile/markup';
import { builtPrograms } from './hostile/programs';
import { serverTrial } from './hostile/server';

/** One after the other, so that each has its share of any number of tries. */
const trials = [
  fileTrial,
  hoverTrial,
  wordsTrial,
  policyTrial,
  pageTrial,
  nameTrial,
  streamTrial,
  hoverTrial,
  serverTrial,
  webviewTrial,
  wordsTrial,
  fileTrial,
] as const;

async function run({ seed, count }: AttackOptions): Promise<Outcome> {
  const programs = await builtPrograms();
  const failures: Failure[] = [];
  const tally = new Map<string, { tried: number; failed: number }>();
  try {
    for (let i = 0; i < count; i++) {
      const trial = trials[i % trials.length] as (typeof trials)[number];
      const { input, flaw } = await trial(randomOf(seed, `hostile ${i}`), programs);
      const kept = tally.get(trial.name) ?? { tried: 0, failed: 0 };
      tally.set(trial.name, { tried: kept.tried + 1, failed: kept.failed + (flaw === undefined ? 0 : 1) });
      if (flaw !== undefined) failures.push({ what: `${trial.name} ${i}: ${flaw}`, input });
    }
  } finally {
    programs.end();
  }
  const lines = [...tally].map(([name, { tried, failed }]) => `  ${name}: ${tried} tried, ${failed} failed`);
  return { tried: count, failures, lines };
}

export const hostile: Attack = { name: 'hostile', unit: 'tries', usual: 360, run };
