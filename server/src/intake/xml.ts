/** XML of office files: events with one prefix a namespace, whatever the file calls it; no entity but the built-in ones is expanded. */
import { Parser } from 'saxen';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Budget } from './budget';
import { intakeLimits } from './limits';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** `attributes` are had only while the element is opened. */
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Both editions of the standard, "transitional" and "strict", under the same prefixes. */
const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Tells `events` what `bytes` hold; the reason where the part `name` is no XML. Stops where `budget` is used up. Never throws. */
export function readXml(bytes: Uint8Array, name: string, budget: Budget, events: XmlEvents): Wording | undefined {
  const damaged = phrase`文件已损坏：${name} 不是有效的 XML`;
  const xml = decoded(bytes);
  if (xml === undefined) return damaged;
  const parser = new Parser();
  let flaw: Wording | undefined;
  let depth = 0;
  const fail = (): void => {
    flaw ??= damaged;
    parser.stop();
  };
  parser
    .ns(prefixes)
    .on('error', fail)
    .on('warn', ({ message }) => {
      // Word reads attributes of unknown namespaces as well.
      if (!message.startsWith('missing namespace')) fail();
    })
    .on('attention', fail)
    .on('openTag', (element, attributesOf) => {
      if (++depth > intakeLimits.depth) flaw ??= phrase`文件已损坏：${name} 嵌套过深`;
      budget.take('elements', 1);
      if (flaw !== undefined || budget.refusal() !== undefined) return parser.stop();
      events.open(element, () => attributesOf() || {});
    })
    .on('closeTag', (element) => {
      depth--;
      events.close(element);
    })
    .on('text', (text) => events.text(withoutReferences(text)))
    .on('cdata', (text) => events.text(text));
  parser.parse(xml);
  return flaw;
}

export type XmlTree =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: Wording };

/** A part that is small: all of it. Never throws. */
export function readTree(bytes: Uint8Array, name: string, budget: Budget): XmlTree {
  const subtree = subtreeReader(budget);
  let root: XmlElement | undefined;
  const reason = readXml(bytes, name, budget, {
    open: subtree.open,
    close() {
      root ??= subtree.close();
    },
    text: subtree.text,
  });
  const refusal = reason ?? budget.refusal();
  if (root === undefined || refusal !== undefined)
    return { ok: false, reason: refusal ?? phrase`文件已损坏：${name} 是空的` };
  return { ok: true, root };
}

export interface SubtreeReader {
  open(name: string, attributes: () => Attributes): void;
  text(text: string): void;
  /** The element that was opened first, once it is closed. */
  close(): XmlElement | undefined;
  isOpen(): boolean;
}

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

const noAttributes: Attributes = {};

/** Elements of Word of which there are many and whose attributes nobody asks for: revisions, sizes, distances. */
const unasked: ReadonlySet<string> = new Set(
  [
    'p',
    'r',
    'tr',
    'b',
    'bCs',
    'color',
    'ind',
    'jc',
    'kern',
    'lang',
    'shd',
    'spacing',
    'sz',
    'szCs',
    'tcW',
    'vAlign',
  ].map((name) => `w:${name}`),
);

/** Elements as a tree, one after the other. */
export function subtreeReader(budget: Budget): SubtreeReader {
  const open: Growing[] = [];
  let held = 0;
  return {
    open(name, attributes) {
      if (++held > intakeLimits.heldElements) budget.take('elements', intakeLimits.elements);
      const element: Growing = { name, attributes: unasked.has(name) ? noAttributes : attributes(), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text) {
      open.at(-1)?.children.push(text);
    },
    close() {
      const closed = open.pop();
      if (open.length > 0) return undefined;
      held = 0;
      return closed;
    },
    isOpen: () => open.length > 0,
  };
}

/** Tells `events` of a tree what it would have been told of its source. */
export function replay(element: XmlElement, events: XmlEvents): void {
  events.open(element.name, () => element.attributes);
  for (const child of element.children) {
    if (typeof child === 'string') events.text(child);
    else replay(child, events);
  }
  events.close(element.name);
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

/** An attribute of the format's own namespace, with a prefix or without. */
export function attributeOf(attributes: Attributes | undefined, name: string): string | undefined {
  const value = attributes?.[`w:${name}`] ?? attributes?.[name];
  return value === undefined ? undefined : withoutReferences(value);
}

/** `w:val` of the child of that name. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name)?.attributes, 'val');
}

/** A property that is on or off: on where it only stands there. `undefined` where it does not. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return isOn(attributeOf(child.attributes, 'val') ?? 'true');
}

export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value);
}

/** All text below, as it stands. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

const builtIn: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g;

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    reference,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return builtIn[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** By byte order mark, by how `<?` is written, by declaration; else UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decodedAs('utf-16le', bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decodedAs('utf-16be', bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]{0,100}\sencoding=["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  return decodedAs(declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared, bytes);
}

/** Made once: that takes longer than a small part. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return (encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return undefined;
  }
}
