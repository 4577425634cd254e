/** A page, or what a program puts on the clipboard as one, as a document: what a reader sees of it, in order. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { defaultTreeAdapter, parse } from 'parse5';
import { append } from '../../text/append';
import { phrase } from '../../text/wording';
import { tooLargeTable } from '../budget';
import type { DocumentBlock, Intake, Omission } from '../document';
import { intakeLimits } from '../limits';
import { blockWriter } from './block-writer';
import { attribute, isElement, isHidden, isLinkList, nameOf } from './elements';
import { gridOf, isLayoutTable, rowsOf } from './html-grid';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Total. Scripts, hidden parts and lists of links are left out; so is a picture, which has its place. */
export function readHtml(text: string): Intake {
  if (text.length > intakeLimits.characters) return { ok: false, reason: phrase`网页过长` };
  const root = parsed(text);
  if (root === null) return { ok: false, reason: phrase`网页的标签嵌套过深或属性过多，可能已损坏` };
  const walk = walking();
  walk.children(root);
  if (walk.isTooWide()) return { ok: false, reason: tooLargeTable };
  const { blocks, omissions } = walk.end();
  return { ok: true, document: { kind: 'html', blocks, omissions } };
}

/** `null` for what no page has: the parser's time grows with the square of how deep its elements are nested and of how many attributes one has. */
function parsed(text: string): DefaultTreeAdapterTypes.Document | null {
  if (holdsEndlessTag(text)) return null;
  let depth = 0;
  try {
    return parse(text, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth++;
          if (depth > intakeLimits.depth) throw new RangeError('too deep');
        },
        onItemPop: () => {
          depth--;
        },
      },
    });
  } catch {
    return null;
  }
}

/** White space in one tag: about as much as it has attributes. */
const mostInTag = 20_000;

function holdsEndlessTag(text: string): boolean {
  let gaps = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3c) gaps = Math.max(gaps, 0);
    else if (code === 0x3e) gaps = -1;
    else if (gaps >= 0 && (code === 0x20 || (code >= 9 && code <= 13) || code === 0x2f)) {
      gaps++;
      if (gaps > mostInTag) return true;
    }
  }
  return false;
}

/** Elements of which nothing is read. */
const unread = new Set(
  'head script style template noscript nav select datalist object embed iframe canvas svg math audio video map textarea'.split(
    ' ',
  ),
);

/** Elements that stand on lines of their own. */
const blockNames = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary ul'.split(
    ' ',
  ),
);

/** A picture smaller than this on a side, in pixels, is an ornament. */
const smallestImage = 40;

interface Walk {
  children(parent: Node): void;
  isTooWide(): boolean;
  end(): { readonly blocks: readonly DocumentBlock[]; readonly omissions: readonly Omission[] };
}

function walking(): Walk {
  const writer = blockWriter();
  const numbers = listNumbers();
  let links = 0;
  let isTooWide = false;

  const children = (parent: Node): void => {
    if (!('childNodes' in parent)) return;
    for (const child of parent.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) writer.text(child.value);
      else if (isElement(child)) element(child);
    }
  };
  const element = (one: Element): void => {
    const name = nameOf(one);
    if (unread.has(name) || isHidden(one)) return;
    if (name === 'br') writer.breakLine();
    else if (name === 'img') {
      if (isPicture(one)) writer.image();
    } else if (name === 'table') table(one);
    else if (isLinkList(one)) {
      writer.close();
      links++;
    } else if (!blockNames.has(name)) children(one);
    else {
      writer.close();
      if (name === 'li') writer.text(numbers.of(one));
      writer.within(name === 'pre' ? 'as it is' : 'collapsed', () => children(one));
      writer.close();
    }
  };
  const table = (one: Element): void => {
    writer.close();
    if (isLayoutTable(one)) {
      for (const row of rowsOf(one)) {
        for (const cell of row) {
          children(cell);
          writer.close();
        }
      }
      return;
    }
    const rows = gridOf(one, cellText);
    if (rows === null) isTooWide = true;
    else writer.grid(rows);
  };
  /** The lines of a cell; what is no text there is left out. */
  const cellText = (cell: Element): string => {
    const inner = walking();
    inner.children(cell);
    isTooWide ||= inner.isTooWide();
    const { blocks } = inner.end();
    return blocks
      .map((block) => ('text' in block ? block.text : ''))
      .join('\n')
      .trim();
  };
  return {
    children,
    isTooWide: () => isTooWide,
    end: () => {
      const blocks: DocumentBlock[] = [];
      append(blocks, writer.blocks());
      return { blocks, omissions: links === 0 ? [] : [{ what: phrase`网站的菜单和链接`, count: links }] };
    },
  };
}

function isPicture(image: Element): boolean {
  const sides = ['width', 'height'].map((name) => Number.parseFloat(attribute(image, name) ?? ''));
  return sides.every((side) => Number.isNaN(side) || side >= smallestImage);
}

/** What a browser puts before the items of numbered lists; they are asked for in their order. */
function listNumbers(): { of(item: Element): string } {
  const last = new Map<Element, number>();
  return {
    of: (item) => {
      const list = item.parentNode;
      if (list === null || !isElement(list) || nameOf(list) !== 'ol') return '';
      const style = `${attribute(list, 'style') ?? ''};${attribute(item, 'style') ?? ''}`;
      if (/list-style(?:-type)?\s{0,9}:\s{0,9}none/i.test(style)) return '';
      const start = Number.parseInt(attribute(list, 'start') ?? '1', 10);
      const own = Number.parseInt(attribute(item, 'value') ?? '', 10);
      const next = (last.get(list) ?? (Number.isNaN(start) ? 1 : start) - 1) + 1;
      const number = Number.isNaN(own) ? next : own;
      last.set(list, number);
      return `${number}. `;
    },
  };
}
