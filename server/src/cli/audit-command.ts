/** The audit of files: takes the results one after another, and gives the output piece by piece. */

import type { Files } from '../files/files';
import { type Ignoring, ignoringOver } from '../files/ignoring';
import { uriOf } from '../files/node-files';
import { walkOver } from '../files/walk';
import { plainPaint } from '../output/paint';
import type { Extra } from '../output/result';
import { summaryLine } from '../output/text-format';
import { type Totals, withPassedOver } from '../output/totals';
import { showText } from '../output/visible-text';
import { auditsOf } from './audits';
import { goneNote } from './baseline-file';
import type { AuditCommand } from './command';
import type { Destination } from './destinations';
import { destinationsOf, giveUp, refuseInput, write } from './destinations';
import { type ExitStatus, hasTooManyWarnings } from './exit-status';
import { fixingOf } from './fixing';
import { policyUse } from './policy-use';
import { type Progress, progressOver } from './progress';
import { isComparing, type SeriesStage, seriesStage } from './series-stage';
import type { Output } from './streams';
import type { Surroundings } from './surroundings';
import { tallyOf } from './tally';
import { type Target, targetsOf } from './targets';

/**
 * Audits `command.paths`; whatever fails costs its own file only. Returns the exit status.
 *
 * @throws Unwritten when results cannot be written: then none of the files named for them is there.
 */
export async function* audit(
  command: AuditCommand,
  surroundings: Surroundings,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const destinations = await destinationsOf(command, surroundings);
  try {
    return yield* auditInto(destinations, command, surroundings);
  } finally {
    giveUp(destinations);
  }
}

async function* auditInto(
  destinations: readonly Destination[],
  command: AuditCommand,
  surroundings: Surroundings,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const { tool, files, baseline, lookedAt } = surroundings;
  const progress = progressOf(command, surroundings);
  const toErrors = (line: string): Output => ({ stream: 'err', text: `${progress?.cleared() ?? ''}${line}\n` });
  const note = (text: string): Output => toErrors(`${tool.name}: ${showText(text)}`);
  const comparing = command.isComparing && command.fixes !== 'diff' && isComparing(command.options);
  const stage = comparing ? seriesStage(command.options) : null;
  const use = policyUse(files);
  const tally = tallyOf(command, baseline);
  const fixing = fixingOf(command, surroundings);
  const walk = walkOver(files, { order: 'by-name', ignoring: ignoringOf(command, files), lookedAt });
  const targets = targetsWithProgress(targetsOf(files, walk, surroundings.named), progress);
  if (command.baseline !== null) await refuseInput(destinations, files, uriOf(command.baseline), '基线');
  yield* write(destinations, ({ writing }) => writing.begin());
  for await (const audited of auditsOf(targets, command, surroundings, extrasOf(destinations, stage))) {
    if (progress !== null) yield* shownProgress(progress);
    const { target, governing, options } = audited;
    if (target.kind === 'file') await refuseInput(destinations, files, target.uri, `要审核的 ${target.path}`);
    const problems = governing === null ? [] : use.meet(governing);
    tally.policyProblems(problems.length);
    for (const problem of problems) yield note(problem);
    const { results, diff, failure } = fixing.settle(audited);
    if (diff !== '') yield { stream: 'out', text: diff };
    if (failure !== null) yield note(failure);
    if (governing !== null) use.add(governing, options.waivers ?? [], results);
    stage?.add(
      results.flatMap(({ index }) => index ?? []),
      governing,
      options,
    );
    for (const { record } of results) {
      if (record.status === 'failed' && !showsScrollingText(command, surroundings)) {
        yield note(`${record.file}: ${record.reason}`);
      }
    }
    const shown = tally.add(results);
    yield* write(destinations, ({ writing }) => writing.add(shown));
  }
  const series = stage?.results(use) ?? null;
  if (series !== null) {
    const shown = tally.add(series);
    yield* write(destinations, ({ writing }) => writing.addSeries(shown));
  }
  for (const left of await use.leftOver(command.options)) yield note(left);
  const all = withPassedOver(tally.totals(), walk);
  yield* write(destinations, ({ writing }) => writing.end(all));
  for (const destination of destinations) destination.keep();
  for (const last of [tooManyWarnings(all, command), fixing.lastNote()]) if (last !== null) yield note(last);
  if (baseline !== null && command.baseline !== null) {
    const gone = await goneNote(baseline, command.baseline, series === null ? 'not-compared' : 'compared', files);
    if (gone !== null) yield note(gone);
  }
  if (progress !== null && command.fixes !== 'diff') yield toErrors(lastWords(all, destinations));
  return tally.status(all, fixing);
}

function ignoringOf({ ignorePatterns: patterns, gitignore }: AuditCommand, files: Files): Ignoring {
  return ignoringOver(files, { patterns, gitignore, home: uriOf('.') });
}

function extrasOf(destinations: readonly Destination[], stage: SeriesStage | null): readonly Extra[] {
  const asked = destinations.flatMap(({ needs }) => needs);
  return [...new Set<Extra>(stage === null ? asked : [...asked, 'index'])];
}

function tooManyWarnings(totals: Totals, command: AuditCommand): string | null {
  if (command.fixes === 'diff' || !hasTooManyWarnings(totals, command)) return null;
  return `警告 ${totals.findings.warning} 处，超过 --max-warnings ${command.maxWarnings}`;
}

/** Text that scrolls by is progress enough. */
function progressOf(command: AuditCommand, surroundings: Surroundings): Progress | null {
  const isWatched = surroundings.errors === 'terminal' && command.shown !== 'errors';
  return isWatched && !showsScrollingText(command, surroundings) ? progressOver(Date.now) : null;
}

/** Whether a person reads text as the run goes on, failures included. */
function showsScrollingText({ outputs, fixes }: AuditCommand, { output }: Surroundings): boolean {
  return (
    output === 'terminal' &&
    (fixes === 'diff' || outputs.some(({ format, file }) => format === 'text' && file === null))
  );
}

/** What the run comes to, and where its results are. */
function lastWords(totals: Totals, destinations: readonly Destination[]): string {
  const places = destinations.flatMap(({ name }) => name ?? []);
  const written = places.length === 0 ? '' : `结果写入 ${places.map(showText).join('、')}`;
  return `${summaryLine(totals, plainPaint)}${written}`.trimEnd();
}

/** All targets are looked for first, so that it is known how many there are; else they come as they are found. */
async function* targetsWithProgress(
  targets: AsyncIterable<Target>,
  progress: Progress | null,
): AsyncGenerator<Target, void, undefined> {
  if (progress === null) return yield* targets;
  const found: Target[] = [];
  for await (const target of targets) found.push(target);
  progress.expects(found.length);
  yield* found;
}

function* shownProgress(progress: Progress): Generator<Output, void, undefined> {
  const text = progress.next();
  if (text !== '') yield { stream: 'err', text };
}
