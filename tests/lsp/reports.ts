/** The reports that protocol sessions are run on. */
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import type { Layout } from '../../server/src/text/layout';

/** A text that is no report, though it is about one's subject. */
export const minutes = '关于做好政务公开工作的会议纪要\n\n会议听取了政务公开工作情况汇报，研究了下一步工作。\n';

interface Variation {
  readonly issuer?: string;
  readonly layout?: Layout;
  readonly eol?: string;
  /** Figures other than 0, by `table/row/column`. */
  readonly figures?: Readonly<Record<string, string>>;
}

/** A report for 2023 without a defect, unless its figures make one. */
export function reportOf({
  issuer = '云岭县清溪镇人民政府',
  layout = 'tsv',
  eol = '\n',
  figures = {},
}: Variation = {}): string {
  return printReport(editions['2021'], {
    layout,
    issuer,
    year: 2023,
    eol,
    figures: ({ table, row, column }) => figures[`${table}/${row}/${column}`] ?? '0',
  });
}

/** Two reconsiderations upheld out of three: one broken relation, and nothing else. */
export const brokenTotal: Variation = {
  figures: { 'review/cases/reconsideration.upheld': '2', 'review/cases/reconsideration.total': '3' },
};

/** A heading in other words than the format's, which has a safe way to be set right. */
export function renamed(report: string): string {
  return report.replace('六、其他需要报告的事项', '六、其他事项');
}
