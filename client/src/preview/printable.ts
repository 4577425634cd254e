/** The report as one HTML file of its own, as it is published: A4, without findings, without anything to load. */
import { paperPage } from '../../../server/src/features/conversion/paper-page';
import type { PreviewBlock, PreviewRow, SentPart, TextRun } from '../../../server/src/lsp/wire/preview-protocol';

const own = `.image { text-indent: 0; text-align: center; }
table { font-size: 13px; }
table.review { font-size: 11px; }
.together { break-inside: avoid; }
`;

/** `language` and `title` are those of the page. */
export function printableHtml(parts: readonly SentPart[], title: string): string {
  const body = parts.map((part) => `<section>\n${blocksHtml(part.blocks)}\n</section>`).join('\n');
  return paperPage({ title: escapeHtml(title), body, own });
}

const longestName = 80;

/** The file's name without its ending: a single report is named after its title, anything else after the document. */
export function printableName(parts: readonly SentPart[], path: string): string {
  const own = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const [title = ''] = parts.length === 1 ? parts.map((part) => part.title) : [];
  return [title, own].map(fileName).find((name) => name !== '') ?? 'report';
}

/** Without what some file system does not take. */
function fileName(text: string): string {
  const safe = text.replace(/[\p{C}\s\\/:*?"<>|]+/gu, '').slice(0, longestName);
  return safe.replace(/^\.{1,200}|[. ]{1,200}$/g, '');
}

/** A small table stays with its heading. */
function blocksHtml(blocks: SentPart['blocks']): string {
  const isHeadOfReview = (i: number): boolean => {
    const next = blocks[i + 1];
    return blocks[i]?.kind === 'heading' && next?.kind === 'form' && next.table === 'review';
  };
  return blocks
    .map((block, i) => {
      const html = blockHtml(block);
      if (isHeadOfReview(i)) return `<div class="together">\n${html}`;
      return isHeadOfReview(i - 1) ? `${html}\n</div>` : html;
    })
    .join('\n');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function blockHtml<P>(block: PreviewBlock<P, string>): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${runsHtml(block.runs)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${runsHtml(block.runs)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'image':
      return `<p class="image">${runsHtml(block.runs)}</p>`;
    case 'form':
      return `<table class="${block.table}">\n${block.rows.map(rowHtml).join('\n')}\n</table>`;
    case 'grid':
      return `<table>\n${block.rows.map(rowHtml).join('\n')}\n</table>`;
    case 'absent':
      return '';
  }
}

function runsHtml<P>(runs: readonly TextRun<P>[]): string {
  return runs
    .map(({ text, weight }) => (weight === 'strong' ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('');
}

/** A row that the document lacks is not printed as if it were there. */
function rowHtml<P>({ cells }: PreviewRow<P>): string {
  const shown = cells.map(({ text, colSpan, rowSpan, state }) => {
    const content = state === 'missing' ? '' : escapeHtml(text);
    return `<td colspan="${colSpan}" rowspan="${rowSpan}">${content}</td>`;
  });
  return `<tr>${shown.join('')}</tr>`;
}
