/** The reports that protocol sessions are run on. */
import { type Printing, printed } from '../support/printed';

/** A report for 2023 without a defect, unless its figures make one. */
export const reportOf: (printing?: Printing) => string = printed;

/** A text that is no report, though it is about one's subject. */
export const minutes = '关于做好政务公开工作的会议纪要\n\n会议听取了政务公开工作情况汇报，研究了下一步工作。\n';

/** Two reconsiderations upheld out of three: one broken relation, and nothing else. */
export const brokenTotal: Printing = {
  figures: { 'review/cases/reconsideration.upheld': '2', 'review/cases/reconsideration.total': '3' },
};

/** Requests of an enterprise, carried in and carried on: table three is filled in, and ties. */
export const carriedThrough: Readonly<Record<string, string>> = Object.fromEntries(
  ['carried-in', 'carried-out'].flatMap((row) =>
    ['enterprise', 'total'].map((column) => [`requests/${row}/${column}`, '2']),
  ),
);

/** A heading in other words than the format's, which has a safe way to be set right. */
export function renamed(report: string): string {
  return report.replace('六、其他需要报告的事项', '六、其他事项');
}
