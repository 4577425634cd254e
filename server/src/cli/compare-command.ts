/** The comparison of reports by their index records, wherever they were audited: the last step of a run that went over many machines. */
import { uriOf } from '../files/node-files';
import { unaudited } from '../output/result-of';
import { counted, noTotals } from '../output/totals';
import { showText } from '../output/visible-text';
import type { CompareCommand } from './command';
import { type Destination, destinationsOf, giveUp, write } from './destinations';
import { type ExitStatus, exitStatus } from './exit-status';
import { indexLines } from './index-lines';
import { optionsFor } from './policies';
import { policyUse } from './policy-use';
import { seriesStage } from './series-stage';
import type { Output } from './streams';
import type { Environment } from './surroundings';

/**
 * Compares the records in `command.paths`; a line that is none costs itself only. `lines` gives those of a file, `-` standard input.
 * Returns the exit status.
 *
 * @throws Unwritten as `audit`.
 */
export async function* compare(
  command: CompareCommand,
  surroundings: Environment,
  lines: (path: string) => AsyncIterable<string>,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const destinations = await destinationsOf(command, surroundings);
  try {
    return yield* compareInto(destinations, command, surroundings, lines);
  } finally {
    giveUp(destinations);
  }
}

async function* compareInto(
  destinations: readonly Destination[],
  command: CompareCommand,
  { tool, files, policies }: Environment,
  lines: (path: string) => AsyncIterable<string>,
): AsyncGenerator<Output, ExitStatus, undefined> {
  const note = (text: string): Output => ({ stream: 'err', text: `${tool.name}: ${showText(text)}\n` });
  const stage = seriesStage(command.options);
  const use = policyUse(files);
  let totals = { ...noTotals, compared: 0 };
  let policyProblems = 0;
  yield* write(destinations, ({ writing }) => writing.begin());
  for (const path of command.paths) {
    for await (const line of indexLines(path === '-' ? '<stdin>' : path, lines(path))) {
      if (!('record' in line)) {
        yield note(`${line.place}: ${line.reason}`);
        const failed = unaudited(line.place, 'failed', line.reason);
        totals = { ...counted(totals, failed), compared: totals.compared };
        yield* write(destinations, ({ writing }) => writing.add([failed]));
        continue;
      }
      const { record } = line;
      const uri = uriOf(record.file);
      const governing = await policies.forFile(uri);
      for (const problem of governing === null ? [] : use.meet(governing)) {
        policyProblems++;
        yield note(problem);
      }
      stage.add([record], governing, optionsFor(governing, command.options, uri));
      totals = { ...totals, compared: totals.compared + 1 };
    }
  }
  const results = stage.results(use) ?? [];
  const all = { ...results.reduce(counted, totals), compared: totals.compared };
  yield* write(destinations, ({ writing }) => writing.addSeries(results));
  for (const left of await use.leftOver(command.options)) yield note(left);
  yield* write(destinations, ({ writing }) => writing.end(all));
  for (const destination of destinations) destination.keep();
  return exitStatus(all, policyProblems, command);
}
