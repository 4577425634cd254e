/** Files a little or very much unlike the one they were made of, by random choices. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Random } from '../../support/reports/random';

/** Bytes turned, cut out, doubled or put elsewhere. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  const at = random.int(0, Math.max(0, bytes.length - 1));
  const end = Math.min(bytes.length, at + random.int(1, random.pick([2, 64, bytes.length])));
  switch (random.int(0, 4)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return joined(bytes.subarray(0, at), bytes.subarray(end));
    case 2:
      return joined(bytes.subarray(0, end), bytes.subarray(at));
    case 3:
      changed.fill(random.int(0, 255), at, end);
      return changed;
    default:
      for (let i = random.int(1, 20); i > 0; i--) changed[random.int(0, bytes.length - 1)] = random.int(0, 255);
      return changed;
  }
}

/** An archive with parts of other XML, or missing, or in one another's place, or that lies about its sizes. */
export function mutatedArchive(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.1)) return mutatedBytes(bytes, random);
  if (random.chance(0.1)) return withLies(bytes, random);
  const parts: Zippable = unzipSync(bytes);
  for (let i = random.int(1, 3); i > 0; i--) {
    const name = random.pick(Object.keys(parts));
    const part = parts[name] as Uint8Array;
    const kind = random.int(0, 19);
    if (kind === 0) delete parts[name];
    else if (kind === 1) parts[name] = parts[random.pick(Object.keys(parts))] as Uint8Array;
    else if (kind === 2) parts[name] = mutatedBytes(part, random);
    else parts[name] = strToU8(mutatedMarkup(strFromU8(part), random));
    if (Object.keys(parts).length === 0) break;
  }
  return zipSync(parts, { level: 1 });
}

/** Fields of the archive's own records set to what they are not. */
function withLies(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const signatures = [0x02014b50, 0x04034b50, 0x06054b50];
  const records: number[] = [];
  for (let at = 0; at + 46 < changed.length; at++) if (signatures.includes(view.getUint32(at, true))) records.push(at);
  const record = random.pick(records);
  const field = record + 2 * random.int(2, 21);
  view.setUint16(field, random.pick([0, 1, 8, 0x7fff, 0xffff]), true);
  if (random.chance(0.5)) view.setUint16(field + 2, random.pick([0, 1, 0xffff]), true);
  return changed;
}

type Node = string | { open: string; children: Node[]; close: string };

const hostileTexts = [
  '',
  '-1',
  '0',
  '1',
  '2',
  '99999999999',
  '1e9',
  'NaN',
  'true',
  '一',
  'XFD1048576',
  'A1:XFD1048576',
  '#',
  '&amp;',
  '&#0;',
  '&x;',
];
const hostileMarkup = [
  ']]>',
  '<![CDATA[x]]>',
  '<!-- x -->',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?x?>',
  '\0',
  '\ufeff',
  '<',
  '>',
  '&',
  '&#x110000;',
];

/** Elements moved, doubled, nested, renamed, dropped; mostly still well-formed. */
export function mutatedMarkup(markup: string, random: Random): string {
  if (random.chance(0.1)) {
    const at = random.int(0, markup.length);
    return markup.slice(0, at) + random.pick(hostileMarkup) + markup.slice(at + random.int(0, 30));
  }
  const root: Node = { open: '', children: nodesOf(markup), close: '' };
  for (let i = random.int(1, random.pick([1, 5, 30])); i > 0; i--) mutateNodes(root, random);
  return written(root);
}

function mutateNodes(root: Exclude<Node, string>, random: Random): void {
  const parents = elementsIn(root);
  const { children } = random.pick(parents);
  const at = random.int(0, Math.max(0, children.length - 1));
  const node = children[at];
  const other = random.pick(parents);
  if (node === undefined) return;
  switch (random.int(0, 6)) {
    case 0:
      children.splice(at, 1);
      return;
    case 1:
      children.splice(at, 0, ...Array.from({ length: random.pick([1, 2, 40]) }, () => copied(node)));
      return;
    case 2:
      other.children.splice(random.int(0, other.children.length), 0, copied(node));
      return;
    case 3: {
      let inner = copied(node);
      for (let i = random.pick([1, 3, 20, 600]); i > 0; i--)
        inner = { open: other.open, children: [inner], close: other.close };
      children[at] = inner;
      return;
    }
    case 4:
      if (typeof node !== 'string') [node.open, node.close] = [other.open, other.close];
      return;
    default:
      children[at] = otherText(node, random);
  }
}

/** Another value of an attribute, or another text. */
function otherText(node: Node, random: Random): Node {
  const text = random.pick(hostileTexts);
  if (typeof node === 'string') return text;
  const values = [...node.open.matchAll(/="[^"]{0,200}"/g)];
  if (values.length === 0) return { ...node, children: [text] };
  const value = random.pick(values);
  return {
    ...node,
    open: `${node.open.slice(0, value.index)}="${text}"${node.open.slice(value.index + value[0].length)}`,
  };
}

function nodesOf(markup: string): Node[] {
  const top: Node[] = [];
  const open: { readonly children: Node[]; close: string }[] = [{ children: top, close: '' }];
  for (const token of markup.split(/(<[^<>]*>)/)) {
    const into = open.at(-1)?.children ?? top;
    if (token === '') continue;
    if (token.startsWith('</') && open.length > 1) open.pop();
    else if (/^<[\w:]/.test(token) && !token.endsWith('/>')) {
      const name = /^<([\w:.-]+)/.exec(token)?.[1] ?? 'x';
      const element: Node = { open: token, children: [], close: `</${name}>` };
      into.push(element);
      open.push(element);
    } else if (/^<[\w:]/.test(token)) into.push({ open: token, children: [], close: '' });
    else into.push(token);
  }
  return top;
}

function elementsIn(root: Exclude<Node, string>): Exclude<Node, string>[] {
  const found: Exclude<Node, string>[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') continue;
    found.push(node);
    for (const child of node.children) waiting.push(child);
  }
  return found;
}

/** What a doubled part may come to, and how deep: doubling all of it again and again has no end. */
const mostCopied = 20_000;
const deepestCopied = 700;

function copied(node: Node): Node {
  if (typeof node === 'string') return node;
  return elementsIn(node).length > mostCopied || depthOf(node) > deepestCopied ? '' : structuredClone(node);
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let level: readonly Node[] = [node]; level.length > 0; depth++) {
    level = level.flatMap((one) => (typeof one === 'string' ? [] : one.children));
  }
  return depth;
}

/** An element that has got children is no longer one without. */
function written(node: Node): string {
  if (typeof node === 'string') return node;
  const inner = node.children.map(written).join('');
  if (node.close !== '' || inner === '' || node.open === '') return node.open + inner + node.close;
  const name = /^<([\w:.-]+)/.exec(node.open)?.[1] ?? 'x';
  return `${node.open.slice(0, -2)}>${inner}</${name}>`;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
