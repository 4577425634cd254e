/** Files on their way in and out. */

import { readHtml } from '../../server/src/intake/html/read-html';
import { holdsTable, isPage, pageDocument } from '../../server/src/intake/page-document';
import type { Readers } from '../../server/src/intake/take-in';
import { takeIn } from '../../server/src/intake/take-in';
import type { Readable } from '../../server/src/intake/taken-in';
import { convertReports, takenAsItIs } from '../../server/src/office/convert-reports';
import type { ReportFormat } from '../../server/src/office/report-formats';
import { csvFormat } from '../../server/src/output/csv-format';
import { auditText } from '../../server/src/output/result-of';
import { worded } from '../../server/src/text/wording';

/** What was opened: its text, and what of it is not as in the file; or why it cannot be read. */
export type Opened = { readonly text: string; readonly changed: readonly string[] } | { readonly refusal: string };

const readers: Readers = { office: () => import('../../server/src/intake/read-office'), pdf: pdfReader };

/** The name of the file beside this page. */
export const pdfFile = '年报审核-PDF.js';

declare global {
  // What that file leaves there.
  var disclosureAuditPdf: Awaited<ReturnType<Readers['pdf']>> | undefined;
}

/** Rejects where the file is not there. */
async function pdfReader(): ReturnType<Readers['pdf']> {
  if (globalThis.disclosureAuditPdf === undefined) await loaded(pdfFile);
  const reader = globalThis.disclosureAuditPdf;
  if (reader === undefined) throw new Error(missingReader);
  return reader;
}

const missingReader = `读 PDF 还需要“${pdfFile}”，请把它放在本页旁边`;

function loaded(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = encodeURIComponent(name);
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(missingReader));
    document.head.append(script);
  });
}

/** The most that a file may have, in bytes. */
const most = 64 * 1024 * 1024;

export async function openedFile(file: File): Promise<Opened> {
  if (file.size > most) return { refusal: '文件过大，超过 64 MB' };
  const taken = await takeIn(new Uint8Array(await file.arrayBuffer()), undefined, readers);
  return taken.kind === 'refused' ? { refusal: worded(taken.reason) } : openedAs(taken);
}

/** What a program has put on the clipboard; `undefined` where there is no table in it. */
export async function openedPage(html: string): Promise<Opened | undefined> {
  const page = pageDocument(readHtml(html));
  return page !== null && holdsTable(page) ? openedAs(page) : undefined;
}

/** A text is taken as it is, anything else in a layout that can be edited. */
async function openedAs(taken: Readable): Promise<Opened> {
  if (taken.kind === 'text' && !isPage(taken.text)) return { text: taken.text, changed: [] };
  const read = taken.kind === 'text' ? (pageDocument(readHtml(taken.text)) ?? taken) : taken;
  const options = { to: 'txt', layout: 'markdown' } as const;
  const { content, changed } = await convertReports(read, takenAsItIs(read), options, readers);
  return { text: typeof content === 'string' ? content : '', changed: changed.map((change) => worded(change)) };
}

/** Downloads the report, and gives what of it is not in the file as in the text. */
export async function saveReport(text: string, to: ReportFormat): Promise<readonly string[]> {
  const taken = { kind: 'text', text } as const;
  const layout = to === 'md' ? 'markdown' : 'tsv';
  const { content, title, changed } = await convertReports(taken, takenAsItIs(taken), { to, layout }, readers);
  download(`${nameOf(title)}.${to}`, content);
  return changed.map((change) => worded(change));
}

/** Downloads the findings for a spreadsheet. */
export function saveFindings(text: string): void {
  const results = auditText('年报', text, {}, csvFormat.needs);
  const rows = results.map((result, index) => csvFormat.result(result, index));
  download('问题清单.csv', csvFormat.begin({ name: 'disclosure-audit', version: '' }) + rows.join(''));
}

/** Without what some file system does not take. */
function nameOf(title: string): string {
  const safe = title.replace(/[\p{C}\s\\/:*?"<>|]+/gu, '').slice(0, 80);
  return safe === '' ? '年报' : safe;
}

function download(name: string, content: string | Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart]));
  link.download = name;
  link.click();
  // Not every browser has read it when the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
