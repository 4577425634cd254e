/** Reports of a file written in another format, and what of them the written one has not or not alike. */
import { carriedReports } from '../features/conversion/carried-report';
import { htmlPage, printReports } from '../features/conversion/print-carried';
import { unlikeFigures } from '../features/conversion/unlike-figures';
import type { Readers } from '../intake/take-in';
import { takeIn } from '../intake/take-in';
import type { Readable } from '../intake/taken-in';
import type { Layout } from '../text/layout';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Snapshot } from '../workspace/snapshot';
import { snapshotOf, snapshotOfTree } from '../workspace/snapshot';
import type { ReportFormat } from './report-formats';

export interface ConvertedReports {
  /** Of the first report; empty where it has none. */
  readonly title: string;
  readonly content: string | Uint8Array;
  readonly changed: readonly Wording[];
}

/** `snapshot`: of what was taken in. `layout`: of tables in text. What was written is read again and compared. */
export async function convertReports(
  taken: Readable,
  snapshot: Snapshot,
  { to, layout, eol = '\n' }: { readonly to: ReportFormat; readonly layout: Layout; readonly eol?: string },
  readers: Readers,
): Promise<ConvertedReports> {
  const reports = carriedReports(snapshot);
  const content =
    to === 'docx'
      ? await (await import('./write-paper')).writeReports(reports)
      : to === 'html'
        ? htmlPage(reports)
        : printReports(reports, layout, eol);
  const omissions = taken.kind === 'document' ? taken.document.omissions : [];
  return {
    title: reports[0]?.title ?? '',
    content,
    changed: [
      ...omissions.map(({ what, count }) => phrase`${what}（${count}）`),
      ...reports.flatMap(({ changed }) => changed),
      ...(await unlikeAgain(snapshot, content, readers)),
    ],
  };
}

/** The snapshot of what was taken in, for whoever has no audit of it. */
export function takenAsItIs(taken: Readable): Snapshot {
  return taken.kind === 'text' ? snapshotOf(taken.text, {}) : snapshotOfTree(taken.read.tree, {});
}

async function unlikeAgain(
  before: Snapshot,
  content: string | Uint8Array,
  readers: Readers,
): Promise<readonly Wording[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const again = await takeIn(bytes, undefined, readers);
  if (again.kind === 'refused') return [again.reason];
  const unlike = unlikeFigures(before, takenAsItIs(again));
  return unlike === 0 ? [] : [phrase`${unlike} 个数字读出来与原文不同`];
}
