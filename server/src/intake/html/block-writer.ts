/** Text of a page put together to paragraphs, white space as a browser shows it. */
import type { DocumentBlock, DocumentRow } from '../document';

interface BlockWriter {
  text(text: string): void;
  breakLine(): void;
  /** Whether white space is shown as it stands, for what `write` writes. */
  within(space: 'collapsed' | 'as it is', write: () => void): void;
  image(): void;
  grid(rows: readonly DocumentRow[]): void;
  /** The paragraph ends here. */
  close(): void;
  /** All of it; the last paragraph ends. */
  blocks(): readonly DocumentBlock[];
}

export function blockWriter(): BlockWriter {
  const blocks: DocumentBlock[] = [];
  let open: string[] = [];
  let isPlain = false;
  const close = (): void => {
    const text = isPlain ? withoutEmptyEnds(open.join('')) : trimmedLines(collapsed(open.join('')));
    open = [];
    if (text.trim() !== '') blocks.push({ kind: 'paragraph', text });
  };
  return {
    text: (text) => {
      // A line's end in a source is white space; `\v` stands for a break until the paragraph is put together.
      if (text !== '') open.push(isPlain ? text : text.replace(/[\v\f]/g, ' '));
    },
    breakLine: () => {
      open.push(isPlain ? '\n' : '\v');
    },
    within: (space, write) => {
      const before = isPlain;
      isPlain = space === 'as it is';
      write();
      if (isPlain) close();
      isPlain = before;
    },
    image: () => {
      close();
      blocks.push({ kind: 'image' });
    },
    grid: (rows) => {
      close();
      if (rows.length > 0) blocks.push({ kind: 'grid', rows });
    },
    close,
    blocks: () => {
      close();
      return blocks;
    },
  };
}

/** A no-break space is shown. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/ ?\v ?/g, '\n');
}

function trimmedLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[ \t]+/, '').trimEnd());
  return withoutEmptyEnds(lines.join('\n'));
}

function withoutEmptyEnds(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}
