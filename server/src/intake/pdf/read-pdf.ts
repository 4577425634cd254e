/** What a PDF file says: its ruled tables as grids, its text line by line, told from the places of letters and lines on its pages. */
import { phrase } from '../../text/wording';
import type { Intake, Omission } from '../document';
import { intakeLimits } from '../limits';
import { blocksOf } from './blocks';
import { omissionsOf, refusalOf, tally } from './judged';
import type { PageMarks } from './marks';
import { type OpenPdf, openPdf, type Trouble } from './open';
import { type Page, pageOf } from './page';
import { withoutRunningLines } from './running-lines';

let turn: Promise<unknown> = Promise.resolve();

/** Reads a file; never rejects. One after the other, since the bounds on what a file may cost hold for one. */
export function readPdf(bytes: Uint8Array): Promise<Intake> {
  const own = turn.then(() => readOne(bytes)).catch((trouble) => refused(trouble));
  turn = own;
  return own;
}

async function readOne(bytes: Uint8Array): Promise<Intake> {
  const pdf = await openPdf(bytes);
  try {
    return await readPages(pdf);
  } finally {
    await pdf.close();
  }
}

async function readPages(pdf: OpenPdf): Promise<Intake> {
  if (pdf.pages > intakeLimits.pages) {
    return { ok: false, reason: phrase`PDF 有 ${pdf.pages} 页，超过 ${intakeLimits.pages} 页，不读取` };
  }
  const pages: Page[] = [];
  const count = tally(pdf.pages);
  for (let i = 0; i < pdf.pages; i++) {
    const marks: PageMarks | undefined = await pdf.marks(i);
    count.add(i + 1, marks);
    if (count.letters() > intakeLimits.characters) return refused('too-large');
    if (marks !== undefined) pages.push(pageOf(count.taken(marks), i + 1));
  }
  const reason = refusalOf(count, pdf);
  if (reason !== undefined) return { ok: false, reason };
  const running = withoutRunningLines(pages);
  const omissions: Omission[] = omissionsOf(count, pdf);
  if (running.count > 0) omissions.push({ what: phrase`页眉、页脚和页码`, count: running.count });
  return { ok: true, document: { kind: 'pdf', blocks: blocksOf(running.pages), omissions } };
}

function refused(trouble: unknown): Intake {
  const reasons: Readonly<Record<Trouble, Intake>> = {
    encrypted: { ok: false, reason: phrase`PDF 加了打开密码，读不出内容；请用无密码的文件或原始的 Word 文件` },
    'too-large': { ok: false, reason: phrase`PDF 展开后过大，不读取；请用原始的 Word 文件` },
    damaged: { ok: false, reason: phrase`PDF 已损坏或不完整，读不出内容；请重新导出或下载` },
  };
  return reasons[trouble === 'encrypted' || trouble === 'too-large' ? trouble : 'damaged'];
}
