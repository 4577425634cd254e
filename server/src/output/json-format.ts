/** Results as JSON, in the shape and key order that other programs rely on. */
import type { OutputFormat } from './output-format';
import { jsonText } from './visible-text';

/** One object; each report stands on a line of its own. */
export const jsonFormat: OutputFormat = {
  begin: ({ name, version }) => `{"version":1,"tool":${jsonText({ name, version })},"reports":[`,
  result: ({ record }, index) => `${index === 0 ? '\n' : ',\n'}${jsonText(record)}`,
  end: ({ results, leftOut }) => {
    const isEmpty = results.audited + results.skipped + results.failed === 0;
    return `${isEmpty ? '' : '\n'}],"leftOut":${jsonText(leftOut)}}\n`;
  },
};

/** One report a line. */
export const jsonLinesFormat: OutputFormat = {
  begin: () => '',
  result: ({ record }) => `${jsonText(record)}\n`,
  end: () => '',
};
