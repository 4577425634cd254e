/** What an element of a page is to its reader. */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** In small letters. */
export function nameOf({ tagName }: Element): string {
  return tagName.toLowerCase();
}

/** `undefined` where the element does not state it. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

const hiding =
  /(?:^|[;\s"'])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all)/i;

/** By itself: what stands around it is for the caller. Style sheets are not read. */
export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && hiding.test(style);
}

/** A list with fewer links than this may belong to the report: its attachments. */
const fewestLinks = 5;

/** Whether it is a menu, a list of other pages: nearly all that it says are links. */
export function isLinkList(element: Element): boolean {
  if (!/^(?:ul|ol|dl|menu|div|p|td|footer|header|aside)$/.test(nameOf(element))) return false;
  const counted = countsOf(element);
  return counted.links >= fewestLinks && !counted.hasTable && counted.linked >= 0.8 * counted.all;
}

interface Counts {
  readonly links: number;
  /** Characters in links, and altogether. */
  readonly linked: number;
  readonly all: number;
  readonly hasTable: boolean;
}

const known = new WeakMap<Element, Counts>();

/** Worked out once for each element, from the innermost on. */
function countsOf(root: Element): Counts {
  const open: { readonly element: Element; isEntered: boolean }[] = [{ element: root, isEntered: false }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (known.has(top.element)) open.pop();
    else if (top.isEntered) {
      known.set(top.element, ownCounts(top.element));
      open.pop();
    } else {
      top.isEntered = true;
      for (const child of top.element.childNodes) {
        if (isElement(child) && !known.has(child)) open.push({ element: child, isEntered: false });
      }
    }
  }
  return known.get(root) ?? nothing;
}

const nothing: Counts = { links: 0, linked: 0, all: 0, hasTable: false };

function ownCounts(element: Element): Counts {
  let [links, linked, all, hasTable] = [0, 0, 0, nameOf(element) === 'table'];
  for (const child of element.childNodes) {
    if (isElement(child)) {
      const counts = known.get(child) ?? nothing;
      links += counts.links;
      linked += counts.linked;
      all += counts.all;
      hasTable ||= counts.hasTable;
    } else if (child.nodeName === '#text' && 'value' in child) all += child.value.replace(/\s/g, '').length;
  }
  return nameOf(element) === 'a' ? { links: links + 1, linked: all, all, hasTable } : { links, linked, all, hasTable };
}
