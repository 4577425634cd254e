/** Results as SARIF 2.1.0, within what hosts of code scanning take: the gravest findings first, and what was cut is said. */

import type { Severity } from '../findings/finding';
import { severityOrder } from '../findings/severity-names';
import { explainRule, pageName } from '../rules/explain';
import { ruleById } from '../rules/registry';
import type { RuleMeta } from '../rules/rule';
import { editionOf, sectionSpec } from '../standard/editions';
import { outgoingFingerprint, placeText } from './finding-words';
import type { Run, Tool, WholeFormat } from './output-format';
import type { FindingRecord, FormPlace, Placed, Range, ReportRecord, Result } from './result';
import { artifactUri } from './sarif-uri';
import { jsonText } from './visible-text';

/** What GitHub takes, the narrowest of them: results a run, related places a result, bytes after gzip. */
export const sarifLimits = { results: 25_000, related: 1000, bytes: 10_000_000 } as const;

export const sarifSchema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** @param compressedLength how many bytes a text has after gzip. */
export function sarifFormat(compressedLength: (text: string) => number): WholeFormat {
  return {
    needs: ['places'],
    whole: (run) => {
      const all = gravestFirst(run.results);
      for (let most: number = sarifLimits.results; ; ) {
        const text = sarifText(run, all, Math.min(most, all.length));
        const bytes = compressedLength(text);
        if (bytes <= sarifLimits.bytes || most <= 1) return text;
        // A little less than would fit if all were alike.
        most = Math.max(1, Math.floor((Math.min(most, all.length) * sarifLimits.bytes * 0.9) / bytes));
      }
    },
  };
}

/** A finding with the report and the place that it belongs to. */
interface PlacedFinding {
  readonly record: ReportRecord;
  readonly finding: FindingRecord;
  readonly place: FormPlace | undefined;
}

/** The gravest first, those alike in their order. */
function gravestFirst(results: readonly Result[]): readonly PlacedFinding[] {
  const all = results.flatMap(({ record, places }) =>
    record.findings.map((finding, index) => ({ record, finding, place: places?.[index] })),
  );
  const rank = ({ finding }: PlacedFinding): number => severityOrder.indexOf(finding.severity);
  return all.sort((a, b) => rank(a) - rank(b));
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** One object; each result stands on a line of its own. */
function sarifText({ tool, totals, results }: Run, all: readonly PlacedFinding[], most: number): string {
  const shown = all.slice(0, most);
  const ids = [...new Set(shown.map(({ finding }) => finding.rule))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const driver = {
    name: tool.name,
    semanticVersion: tool.version,
    rules: ids.map((id) => ruleDescriptor(id, ruleById(id)?.meta, tool)),
  };
  const invocation = {
    executionSuccessful: totals.results.failed === 0 && totals.crashes === 0,
    toolExecutionNotifications: [...cutNotifications(shown, all.length), ...results.flatMap(unaudited)],
  };
  const lines = shown.map((placed) => jsonText(sarifResult(placed, indexes)));
  const head = `{"$schema":${jsonText(sarifSchema)},"version":"2.1.0","runs":[{"tool":${jsonText({ driver })}`;
  const properties = `"columnKind":"utf16CodeUnits","language":"zh-CN","invocations":${jsonText([invocation])}`;
  return `${head},${properties},"results":[${lines.map((line) => `\n${line}`).join(',')}\n]}]}\n`;
}

function ruleDescriptor(id: string, meta: RuleMeta | undefined, { pages }: Tool): object {
  const group = id.slice(0, id.indexOf('/'));
  if (meta === undefined) return { id };
  return {
    id,
    name: meta.title,
    shortDescription: { text: meta.title },
    fullDescription: { text: meta.summary },
    help: { text: `${meta.why}\n${meta.whatToDo}`, markdown: explainRule(id) ?? meta.why },
    ...(pages === undefined ? {} : { helpUri: `${pages}${pageName(id)}` }),
    defaultConfiguration: { level: levels[meta.severity] },
    properties: { tags: [group] },
  };
}

function sarifResult({ record, finding, place }: PlacedFinding, indexes: ReadonlyMap<string, number>): object {
  const { rule, severity, message, related, basis, fixes } = finding;
  const uri = artifactUri(record.file);
  const logical = logicalLocation(record, place);
  const edits = fixes.filter((fix) => fix.edits.length > 0);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: levels[severity],
    message: { text: basis === undefined ? message : `${message}\n依据：${basis}` },
    locations: [{ ...locationOf(uri, finding), ...(logical && { logicalLocations: [logical] }) }],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, sarifLimits.related).map((other, id) => ({
        id,
        ...locationOf(other.file === undefined ? uri : artifactUri(other.file), other),
        message: { text: other.place === undefined ? other.message : `${placeText(other)}：${other.message}` },
      })),
    }),
    partialFingerprints: { 'disclosureAudit/v1': outgoingFingerprint(finding) },
    ...(edits.length > 0 && {
      fixes: edits.map((fix) => ({
        description: { text: fix.title },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: fix.edits.map((edit) => ({
              deletedRegion: region(edit.range),
              insertedContent: { text: edit.newText },
            })),
          },
        ],
      })),
    }),
    properties: { severity, issuer: record.issuer, year: record.year },
  };
}

/** A file that is no text has no lines: its place is said in words. */
function locationOf(uri: string, placed: Placed): object {
  const artifactLocation = { uri };
  if (placed.place === undefined) return { physicalLocation: { artifactLocation, region: region(placed.range) } };
  return { physicalLocation: { artifactLocation }, message: { text: placeText(placed) } };
}

/** Counts from 1; the end is the character after the last, as in our own ranges. */
function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The figure of the form, else the section. */
function logicalLocation({ edition }: ReportRecord, place: FormPlace | undefined): object | undefined {
  if (place?.cell !== undefined) {
    return { name: place.cell.name, fullyQualifiedName: place.cell.place, kind: 'cell' };
  }
  if (place === undefined || place.section === null || edition === null) return undefined;
  const { title, ordinal } = sectionSpec(editionOf(edition), place.section);
  return { name: title, fullyQualifiedName: `第${ordinal}部分`, kind: 'section' };
}

function cutNotifications(shown: readonly PlacedFinding[], all: number): readonly object[] {
  const related = shown.filter(({ finding }) => finding.related.length > sarifLimits.related).length;
  return [
    ...(shown.length < all
      ? [
          warning(
            `共有问题${all}处，超出代码扫描平台的上限，只写出最严重的${shown.length}处，省略${all - shown.length}处。`,
          ),
        ]
      : []),
    ...(related > 0 ? [warning(`有${related}处问题的相关位置超过${sarifLimits.related}个，其余省略。`)] : []),
  ];
}

function warning(text: string): object {
  return { level: 'warning', message: { text } };
}

/** What could not be read is an error of the run, what is no report a note. */
function unaudited({ record: { file, status, reason = '' } }: Result): readonly object[] {
  if (status === 'audited') return [];
  return [
    {
      level: status === 'failed' ? 'error' : 'note',
      message: { text: `${file}：${reason}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(file) } } }],
    },
  ];
}
