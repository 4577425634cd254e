/** That the policy of a report could not be used, told at the head of a document's first report. What is wrong is told on its own file. */
import type { Report } from '../report/report';
import { phrase } from '../text/wording';
import type { AuditOptions, Finding } from './finding';
import { fingerprintOf } from './fingerprint';

const id = 'internal/policy-ignored';

/** At the title or the start of `report`; none where the policy was used as it stands. */
export function ignoredPolicyFindings(report: Report, { ignored, rules }: AuditOptions): readonly Finding[] {
  const setting = rules?.[id];
  if (ignored === undefined || setting === 'off') return [];
  const { source, extent } = ignored;
  const message =
    extent === 'whole'
      ? phrase`本地要求文件 ${source} 有误，未予采用；错在哪里，见该文件上标出的问题。`
      : phrase`本地要求文件 ${source} 有几项有误，这几项未予采用；错在哪里，见该文件上标出的问题。`;
  return [
    {
      rule: id,
      severity: setting ?? 'warning',
      message,
      about: {},
      span: report.title?.span ?? { start: 0, end: 0 },
      related: [],
      fingerprint: fingerprintOf(`${id}\n${source}`),
    },
  ];
}
