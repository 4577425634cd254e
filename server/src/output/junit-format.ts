/**
 * Results as JUnit XML: a suite a report. Its first case says whether the report was audited; then each rule that reports
 * an error or a warning is one failed case, whatever it reports. Test histories go by file and name, and those two stay while
 * findings come and go; a case for every rule that found nothing would be a million for a province.
 */

import type { Severity } from '../findings/finding';
import { severityNames } from '../findings/severity-names';
import { ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import { placeText, reportName } from './finding-words';
import { markupLines, markupText } from './markup-text';
import type { OutputFormat } from './output-format';
import type { FindingRecord, ReportRecord } from './result';

export const junitFormat: OutputFormat = {
  begin: ({ name }) => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${markupText(name)}">\n`,
  result: ({ record }) => suite(record),
  end: () => '</testsuites>\n',
};

/** What makes a build fail. */
const failing: readonly Severity[] = ['error', 'warning'];

function suite(record: ReportRecord): string {
  const { file, status, findings } = record;
  const byRule = new Map<string, FindingRecord[]>();
  for (const finding of findings.filter(({ severity }) => failing.includes(severity))) {
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  const cases = [auditCase(record), ...[...byRule].map(([rule, found]) => failedCase(record, rule, found))];
  const others = findings.filter(({ severity }) => !failing.includes(severity));
  const counts = {
    tests: cases.length,
    failures: byRule.size,
    errors: status === 'failed' ? 1 : 0,
    skipped: status === 'skipped' ? 1 : 0,
  };
  const stated = Object.entries(counts).map(([name, count]) => `${name}="${count}"`);
  const told = others.length === 0 ? [] : [`    <system-out>${markupLines(findingLines(file, others))}</system-out>`];
  const lines = [
    `  <testsuite name="${markupText(file)}" ${stated.join(' ')} time="0">`,
    ...cases,
    ...told,
    '  </testsuite>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A file may hold several reports: file, body and year tell them apart. */
function className(record: ReportRecord): string {
  return markupText([...new Set([record.file, reportName(record)])].join(' '));
}

function auditCase(record: ReportRecord): string {
  const { status, reason = '' } = record;
  const head = `    <testcase classname="${className(record)}" name="审核" time="0"`;
  if (status === 'failed') return `${head}><error message="${markupText(reason)}" type="failed"/></testcase>`;
  if (status === 'skipped') return `${head}><skipped message="${markupText(reason)}"/></testcase>`;
  return `${head}/>`;
}

function failedCase(record: ReportRecord, rule: string, found: readonly FindingRecord[]): string {
  const [first] = found;
  const more = found.length > 1 ? `（共${found.length}处）` : '';
  const name = markupText(`${worded(ruleTitle(rule))}（${rule}）`);
  const message = markupText(`${first?.message ?? ''}${more}`);
  const type = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return [
    `    <testcase classname="${className(record)}" name="${name}" time="0">`,
    `<failure message="${message}" type="${type}">${markupLines(findingLines(record.file, found))}</failure></testcase>`,
  ].join('');
}

function findingLines(file: string, findings: readonly FindingRecord[]): string {
  return findings
    .map((finding) => {
      const { severity, rule, message, basis } = finding;
      const said = `${file}:${placeText(finding)}  ${severityNames[severity]}  ${rule}  ${message}`;
      return basis === undefined ? said : `${said}\n依据：${basis}`;
    })
    .join('\n');
}
