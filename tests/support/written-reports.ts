/** Reports of ours written as files of office programs, by the product's own writers. */

import { readers } from '../../server/src/intake/readers';
import { convertReports, takenAsItIs } from '../../server/src/office/convert-reports';
import type { ReportFormat } from '../../server/src/office/report-formats';

/** `text` as a file of the format; tables of text in the layout that a format has by itself. */
export async function writtenReport(text: string, to: ReportFormat): Promise<Uint8Array> {
  const taken = { kind: 'text', text } as const;
  const layout = to === 'md' ? 'markdown' : 'tsv';
  const { content } = await convertReports(taken, takenAsItIs(taken), { to, layout }, readers);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
