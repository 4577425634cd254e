/** Results as JSON, in the shape and key order that other programs rely on. */
import type { OutputFormat } from './output-format';

/** One object; each report stands on a line of its own. */
export const jsonFormat: OutputFormat = {
  begin: ({ name, version }) => `{"version":1,"tool":${JSON.stringify({ name, version })},"reports":[`,
  result: ({ record }, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`,
  end: ({ results, leftOut }) => {
    const isEmpty = results.audited + results.skipped + results.failed === 0;
    return `${isEmpty ? '' : '\n'}],"leftOut":${JSON.stringify(leftOut)}}\n`;
  },
};

/** One report a line. */
export const jsonLinesFormat: OutputFormat = {
  begin: () => '',
  result: ({ record }) => `${JSON.stringify(record)}\n`,
  end: () => '',
};
