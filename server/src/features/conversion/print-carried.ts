/** Carried reports as text in any layout of tables, and as a page. */
import type { Grid, GridCell } from '../../text/grid';
import { printGrid } from '../../text/grid';
import type { Layout } from '../../text/layout';
import type { CarriedBlock, CarriedReport } from './carried-report';
import { paperPage } from './paper-page';

/** Whole lines, each ended by `eol`; what the layout would take for its own marks is escaped or put in another way. */
export function printReports(reports: readonly CarriedReport[], layout: Layout, eol: string): string {
  const blocks = reports.flatMap(({ blocks }) => blocks).map((block) => printBlock(block, layout, eol));
  return blocks.join(eol);
}

function printBlock(block: CarriedBlock, layout: Layout, eol: string): string {
  const escaped = escapes[layout] ?? asItIs;
  const inParagraph = layout === 'markdown' ? (text: string) => escapedStart(escaped(text)) : escaped;
  switch (block.kind) {
    case 'title':
      return `${layout === 'markdown' ? '# ' : ''}${escaped(block.text)}${eol}`;
    case 'heading':
      return `${layout === 'markdown' ? `${'#'.repeat(block.level + 1)} ` : ''}${escaped(block.text)}${eol}`;
    case 'paragraph':
      return `${inParagraph(block.lead + block.text)}${eol}`;
    case 'table':
      return printGrid(cellsFor(block.grid, layout), block.width, layout, eol);
  }
}

type Escape = (text: string) => string;

const asItIs: Escape = (text) => text;

/** Of running text; a bar or a tab there is none of a table. */
const escapes: Partial<Readonly<Record<Layout, Escape>>> = {
  markdown: escapeMarkdown,
  html: escapeHtml,
};

function escapeMarkdown(text: string): string {
  const hasLinks = /\][([:]/.test(text);
  return text.replace(/[\\*`~{<&[_]/g, (mark, at: number) => {
    const next = text.charAt(at + 1);
    const isPlain =
      (mark === '<' && !/[a-z!/?]/i.test(next)) ||
      (mark === '&' && !/[#a-z]/i.test(next)) ||
      (mark === '[' && !hasLinks) ||
      // Within a name or an address it marks nothing.
      (mark === '_' && /\w/.test(text.charAt(at - 1)) && /\w/.test(next));
    return isPlain ? mark : `\\${mark}`;
  });
}

/** What a paragraph of Markdown begins with is a heading, a list, a quotation, a rule or a table where it looks like one. */
function escapedStart(text: string): string {
  if (/^(?:[#>|]|[-+](?:\s|$)|-[- ]*$|=[= ]*$)/.test(text)) return `\\${text}`;
  const [number = ''] = /^\d{1,9}[.)](?:\s|$)/.exec(text) ?? [];
  const digits = number.trim().length - 1;
  return digits > 0 ? `${text.slice(0, digits)}\\${text.slice(digits)}` : text;
}

function cellsFor(grid: Grid, layout: Layout): Grid {
  const text = layout === 'html' ? (given: string) => escapeHtml(given).replaceAll('\n', '<br>') : inLine(layout);
  return grid.map((cells) => cells.map((cell): GridCell => ({ ...cell, text: text(cell.text) })));
}

/** A cell of these layouts is within a line, and no bar within a cell. */
function inLine(layout: Layout): Escape {
  const escaped = layout === 'markdown' ? escapeMarkdown : asItIs;
  const bar = layout === 'markdown' ? '\\|' : '｜';
  return (text) => escaped(text.replace(/\s+/g, closedUp).trim()).replaceAll('|', bar);
}

/** Only a gap within a line is one between words. */
function closedUp(gap: string): string {
  return /[\r\n\t]/.test(gap) ? '' : gap;
}

/** One page of its own for printing or publishing, that loads nothing. */
export function htmlPage(reports: readonly CarriedReport[]): string {
  const title = reports.map((report) => report.title).find((name) => name !== '') ?? '';
  const sections = reports.map(({ blocks }) => `<section>\n${blocks.map(htmlBlock).join('\n')}\n</section>`);
  return paperPage({ title: escapeHtml(title), body: sections.join('\n') });
}

function htmlBlock(block: CarriedBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const lead = block.lead === '' ? '' : `<strong>${escapeHtml(block.lead)}</strong>`;
      return `<p${block.look === 'signed' ? ' class="signed"' : ''}>${lead}${escapeHtml(block.text)}</p>`;
    }
    case 'table':
      return printGrid(cellsFor(block.grid, 'html'), block.width, 'html', '\n').trimEnd();
  }
}

/** Marks of Markdown too: whoever takes the page's text elsewhere, this program among them, is to see them as they are. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'*_\\`[{~]/g, (mark) => references[mark] ?? `&#${mark.charCodeAt(0)};`);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
