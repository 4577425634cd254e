/** Findings as workflow commands of GitHub Actions, which become annotations at their lines. */

import type { Severity } from '../findings/finding';
import { ruleTitle } from '../rules/registry';
import { worded } from '../text/wording';
import { placeText } from './finding-words';
import type { OutputFormat } from './output-format';
import type { FindingRecord, ReportRecord } from './result';
import { showText } from './visible-text';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One line a finding, and one for each file that could not be audited. GitHub shows ten of each command a step. */
export const githubFormat: OutputFormat = {
  begin: () => '',
  result: ({ record }) => annotations(record).join(''),
  end: () => '',
};

function annotations(record: ReportRecord): readonly string[] {
  if (record.status === 'failed') return [command('error', { file: record.file, title: '没有审核' }, [record.reason])];
  return record.findings.map((finding) => annotation(record, finding));
}

function annotation({ file }: ReportRecord, finding: FindingRecord): string {
  const { severity, rule, message, basis } = finding;
  const { start, end } = finding.range;
  const isText = finding.place === undefined;
  const properties = {
    file,
    ...(isText && {
      line: start.line + 1,
      endLine: end.line + 1,
      col: start.character + 1,
      endColumn: end.character + 1,
    }),
    title: `${worded(ruleTitle(rule))}（${rule}）`,
  };
  return command(commands[severity], properties, [
    isText ? message : `${placeText(finding)}：${message}`,
    basis === undefined ? undefined : `依据：${basis}`,
  ]);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly (string | undefined)[],
): string {
  const stated = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`);
  const said = lines.filter((line) => line !== undefined).map((line) => showText(line));
  return `::${name} ${stated.join(',')}::${escaped(said.join('\n'))}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property ends at a comma, the properties at a colon. */
function propertyText(text: string): string {
  return escaped(showText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
