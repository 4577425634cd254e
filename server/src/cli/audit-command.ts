/** The audit of files: reads one after another, and gives the output piece by piece. */

import { type Decoded, readText } from '../files/decode';
import { reportExtensions } from '../files/file-names';
import { ignoringOver } from '../files/ignoring';
import { uriOf } from '../files/node-files';
import { mostBytes, notFound } from '../files/unreadable';
import { walkOver } from '../files/walk';
import type { AuditOptions } from '../findings/finding';
import { plainPaint } from '../output/paint';
import type { Extra, Result } from '../output/result';
import { auditText, unaudited } from '../output/result-of';
import { onlyErrors } from '../output/some-findings';
import { summaryLine } from '../output/text-format';
import { counted, noTotals, type Totals, withPassedOver } from '../output/totals';
import { showText } from '../output/visible-text';
import { worded } from '../text/wording';
import { goneNote } from './baseline-file';
import type { AuditCommand } from './command';
import type { Destination } from './destinations';
import { destinationsOf, giveUp, refuseInput, write } from './destinations';
import { type ExitStatus, exitStatus, hasTooManyWarnings } from './exit-status';
import { optionsFor } from './policies';
import { policyUse } from './policy-use';
import { type Progress, progressOver } from './progress';
import { isComparing, seriesStage } from './series-stage';
import type { Output } from './streams';
import type { Surroundings } from './surroundings';
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
  const { tool, files, policies, baseline } = surroundings;
  const scrolls = showsScrollingText(command, surroundings);
  // Text that scrolls by is progress enough.
  const isWatched = surroundings.errors === 'terminal' && command.shown !== 'errors' && !scrolls;
  const progress = isWatched ? progressOver(Date.now) : null;
  const toErrors = (line: string): Output => ({ stream: 'err', text: `${progress?.cleared() ?? ''}${line}\n` });
  const note = (text: string): Output => toErrors(`${tool.name}: ${showText(text)}`);
  const stage = isComparing(command.options) ? seriesStage(command.options) : null;
  const asked = destinations.flatMap(({ needs }) => needs);
  const extras = [...new Set<Extra>(stage === null ? asked : [...asked, 'index'])];
  const use = policyUse(files);
  const { ignorePatterns: patterns, gitignore } = command;
  const ignoring = ignoringOver(files, { patterns, gitignore, home: uriOf('.') });
  const walk = walkOver(files, { order: 'by-name', ignoring });
  let totals = noTotals;
  let policyProblems = 0;
  const onlyNew = (results: readonly Result[]) => (baseline === null ? results : results.map(baseline.onlyNew));
  const shownOf = (results: readonly Result[]) => (command.shown === 'errors' ? results.map(onlyErrors) : results);
  if (command.baseline !== null) await refuseInput(destinations, files, uriOf(command.baseline), '基线');
  yield* write(destinations, ({ writing }) => writing.begin());
  for await (const target of targetsWithProgress(targetsOf(files, walk, surroundings.named), progress)) {
    if (progress !== null) yield* shownProgress(progress);
    if (target.kind === 'file') await refuseInput(destinations, files, target.uri, `要审核的 ${target.path}`);
    const uri = uriOfTarget(target, command);
    const governing = uri === null ? null : await policies.forFile(uri);
    const problems = governing === null ? [] : use.meet(governing);
    policyProblems += problems.length;
    for (const problem of problems) yield note(problem);
    const options = uri === null ? command.options : optionsFor(governing, command.options, uri);
    const results = await auditTarget(target, { ...command, options }, surroundings, extras);
    if (governing !== null) use.add(governing, options.waivers ?? [], results);
    stage?.add(results, governing, options);
    for (const { record } of results) {
      if (!scrolls && record.status === 'failed') yield note(`${record.file}: ${record.reason}`);
    }
    const fresh = onlyNew(results);
    totals = fresh.reduce(counted, totals);
    yield* write(destinations, ({ writing }) => writing.add(shownOf(fresh)));
  }
  const series = stage?.results(use) ?? null;
  if (series !== null) {
    const fresh = onlyNew(series);
    totals = fresh.reduce(counted, totals);
    yield* write(destinations, ({ writing }) => writing.addSeries(shownOf(fresh)));
  }
  for (const left of await use.leftOver(command.options)) yield note(left);
  const all = withPassedOver(totals, walk);
  yield* write(destinations, ({ writing }) => writing.end(all));
  for (const destination of destinations) destination.keep();
  if (hasTooManyWarnings(all, command)) {
    yield note(`警告 ${all.findings.warning} 处，超过 --max-warnings ${command.maxWarnings}`);
  }
  if (baseline !== null && command.baseline !== null) {
    const gone = await goneNote(baseline, command.baseline, series === null ? 'not-compared' : 'compared', files);
    if (gone !== null) yield note(gone);
  }
  if (progress !== null) yield toErrors(lastWords(all, destinations));
  return exitStatus(all, policyProblems, command);
}

/** Whether a person reads text as the run goes on, failures included. */
function showsScrollingText({ outputs }: AuditCommand, { output }: Surroundings): boolean {
  return output === 'terminal' && outputs.some(({ format, file }) => format === 'text' && file === null);
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

/** Where a target's policy is looked for; `null` for what is not read. */
function uriOfTarget(target: Target, { stdinName }: AuditCommand): string | null {
  if (target.kind === 'stdin') return uriOf(stdinName);
  return target.kind === 'file' ? target.uri : null;
}

async function auditTarget(
  target: Target,
  command: AuditCommand,
  surroundings: Surroundings,
  extras: readonly Extra[],
): Promise<readonly Result[]> {
  try {
    return await targetResults(target, command, surroundings, extras);
  } catch (error) {
    const file = target.kind === 'stdin' ? command.stdinName : target.path;
    return [unaudited(file, 'failed', `审核时程序出错：${String(error)}`)];
  }
}

async function targetResults(
  target: Target,
  { stdinName, options }: AuditCommand,
  { stdin, files }: Surroundings,
  extras: readonly Extra[],
): Promise<Result[]> {
  switch (target.kind) {
    case 'stdin':
      return auditDecoded(stdinName, stdin, options, extras);
    case 'empty-folder':
      return [unaudited(target.path, 'skipped', emptyFolder)];
    case 'unreadable':
      return [unaudited(target.path, 'failed', worded(target.reason))];
    case 'file':
      return auditDecoded(target.path, await readText(files, target.uri, mostBytes.report), options, extras);
  }
}

const emptyFolder = `文件夹中没有可审核的文件（${reportExtensions.join('、')}）`;

/** `null`: the file was there a moment ago. */
function auditDecoded(
  file: string,
  decoded: Decoded | null,
  options: AuditOptions,
  extras: readonly Extra[],
): Result[] {
  if (decoded?.ok === true) return auditText(file, decoded.text, options, extras);
  return [unaudited(file, 'failed', worded(decoded?.reason ?? notFound))];
}
