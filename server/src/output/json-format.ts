/** Results as JSON, in the shape and key order that other programs rely on. */
import type { OutputFormat } from './output-format';
import type { ReportRecord } from './result';
import { jsonText } from './visible-text';

/** One object; each report stands on a line of its own. */
export const jsonFormat: OutputFormat = {
  begin: ({ name, version }) => `{"version":1,"tool":${jsonText({ name, version })},"reports":[`,
  result: ({ record }, index) => `${index === 0 ? '\n' : ',\n'}${jsonText(record)}`,
  series: (results, count) => {
    const records = results.map(({ record }) => `\n${jsonText(seriesRecord(record))}`);
    return `${count === 0 ? '' : '\n'}],"series":[${records.join(',')}`;
  },
  end: ({ results, leftOut }) => {
    const isEmpty = results.audited + results.skipped + results.failed === 0;
    return `${isEmpty ? '' : '\n'}],"leftOut":${jsonText(leftOut)}}\n`;
  },
};

/** One report a line. */
export const jsonLinesFormat: OutputFormat = {
  begin: () => '',
  result: ({ record }) => `${jsonText(record)}\n`,
  series: (results) =>
    results.map(({ record }) => `${jsonText({ scope: 'series', ...seriesRecord(record) })}\n`).join(''),
  end: () => '',
};

/** What was found by comparing a report, or a roster, with the others. */
function seriesRecord({ file, issuer, year, findings, waived }: ReportRecord) {
  return { file, issuer, year, findings, waived };
}
