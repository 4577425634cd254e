/** The formats by their names; what some of them need is loaded when they are asked for. */
import { csvFormat } from '../output/csv-format';
import type { FormatName } from '../output/format-names';
import { githubFormat } from '../output/github-format';
import { indexFormat } from '../output/index-format';
import { jsonFormat, jsonLinesFormat } from '../output/json-format';
import { junitFormat } from '../output/junit-format';
import type { AnyFormat } from '../output/output-format';
import { sarifFormat } from '../output/sarif-format';

/** @param compressedLength how many bytes a text has after gzip. */
export async function namedFormat(name: FormatName, compressedLength: (text: string) => number): Promise<AnyFormat> {
  switch (name) {
    case 'json':
      return jsonFormat;
    case 'jsonl':
      return jsonLinesFormat;
    case 'csv':
      return csvFormat;
    case 'github':
      return githubFormat;
    case 'junit':
      return junitFormat;
    case 'index':
      return indexFormat;
    case 'sarif':
      return sarifFormat(compressedLength);
    case 'html':
      return (await import('../output/html-format')).htmlFormat;
    case 'xlsx': {
      const { writeWorkbook } = await import('./write-workbook');
      return (await import('../output/workbook-format')).workbookFormat(writeWorkbook);
    }
    case 'docx': {
      const { writePaper } = await import('./write-paper');
      return (await import('../output/paper-format')).paperFormat(writePaper);
    }
  }
}
