/** JSON with places: what each value is and where it stands, or where and why the text is no JSON. */
import { perObject } from '../text/per-object';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase, worded } from '../text/wording';

export type JsonNode = { readonly span: Span } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
);

export interface JsonMember {
  readonly key: { readonly name: string; readonly span: Span };
  readonly value: JsonNode;
}

type JsonReading =
  | { readonly ok: true; readonly root: JsonNode }
  /** `message` is part of a sentence; `span` is where reading stopped. */
  | { readonly ok: false; readonly message: Wording; readonly span: Span };

/** Reads a whole text; a byte order mark before it is allowed, comments and trailing commas are not. */
export function readJson(text: string): JsonReading {
  const reader: Reader = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, depth: 0 };
  try {
    const root = readValue(reader);
    skipSpace(reader);
    if (reader.at < text.length) fail(reader, phrase`内容已经结束，后面还有多余的文字`);
    return { ok: true, root };
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, message: error.wording, span: error.span };
    throw error;
  }
}

/** The value without places, as `JSON.parse` gives it; of a repeated key the last counts. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'plain':
      return node.value;
    case 'array':
      return node.items.map(plainValue);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.name, plainValue(value)]));
  }
}

/** The member of that name; of a repeated one the last. */
export function memberOf(node: JsonNode | undefined, name: PropertyKey): JsonMember | undefined {
  return node?.kind === 'object' ? membersByName(node).get(name) : undefined;
}

type JsonObject = Extract<JsonNode, { readonly kind: 'object' }>;

const membersByName = perObject(
  ({ members }: JsonObject): ReadonlyMap<PropertyKey, JsonMember> =>
    new Map(members.map((member) => [member.key.name, member])),
);

/** How many values there are, with those inside. */
export function countOf(node: JsonNode): number {
  if (node.kind === 'plain') return 1;
  const inside = node.kind === 'array' ? node.items : node.members.map(({ value }) => value);
  return inside.reduce((count, each) => count + countOf(each), 1);
}

/** The value at `path`, or the nearest one above it that is there. */
export function nodeAt(root: JsonNode, path: readonly PropertyKey[]): JsonNode {
  let node = root;
  for (const step of path) {
    const next = node.kind === 'array' ? node.items[Number(step)] : memberOf(node, step)?.value;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

class JsonFault extends Error {
  constructor(
    readonly wording: Wording,
    readonly span: Span,
  ) {
    super(worded(wording));
  }
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

function fail(reader: Reader, message: Wording, start = reader.at): never {
  const end = Math.min(reader.text.length, Math.max(reader.at, start + 1));
  throw new JsonFault(message, { start: Math.min(start, end), end });
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text.charAt(reader.at)) && reader.at < reader.text.length) reader.at++;
  if (reader.text.charAt(reader.at) === '/') fail(reader, phrase`JSON 不允许注释`);
}

const deepest = 64;

function readValue(reader: Reader): JsonNode {
  skipSpace(reader);
  const { text, at: start } = reader;
  const character = text.charAt(start);
  if (character === '') return fail(reader, start === 0 ? phrase`文件是空的` : phrase`内容没有写完`);
  if (character === '{' || character === '[') {
    if (++reader.depth > deepest) fail(reader, phrase`嵌套过深`);
    const node = character === '{' ? readObject(reader) : readArray(reader);
    reader.depth--;
    return node;
  }
  const value = character === '"' ? readString(reader) : readWord(reader);
  return { kind: 'plain', value, span: { start, end: reader.at } };
}

function readObject(reader: Reader): JsonNode {
  const start = reader.at++;
  const members: JsonMember[] = [];
  while (!closes(reader, '}', members.length)) {
    skipSpace(reader);
    const from = reader.at;
    if (reader.text.charAt(from) !== '"') fail(reader, phrase`这里应是双引号括起的名称`);
    const key = { name: readString(reader), span: { start: from, end: reader.at } };
    skipSpace(reader);
    if (reader.text.charAt(reader.at) !== ':') fail(reader, phrase`名称 "${key.name}" 后面缺少冒号`);
    reader.at++;
    members.push({ key, value: readValue(reader) });
  }
  return { kind: 'object', members, span: { start, end: reader.at } };
}

function readArray(reader: Reader): JsonNode {
  const start = reader.at++;
  const items: JsonNode[] = [];
  while (!closes(reader, ']', items.length)) items.push(readValue(reader));
  return { kind: 'array', items, span: { start, end: reader.at } };
}

/** Steps over the closing bracket, or over the comma before the next element. */
function closes(reader: Reader, bracket: '}' | ']', count: number): boolean {
  skipSpace(reader);
  const character = reader.text.charAt(reader.at);
  if (character === bracket) {
    reader.at++;
    return true;
  }
  if (count === 0) return false;
  if (character !== ',')
    fail(reader, character === '' ? phrase`缺少结尾的 ${bracket}` : phrase`这里应是逗号或 ${bracket}`);
  const comma = reader.at++;
  skipSpace(reader);
  if (reader.text.charAt(reader.at) === bracket) fail(reader, phrase`最后一项后面不能有逗号`, comma);
  return false;
}

/** One after the other: an expression for the whole string would need memory for each of its characters. */
function readString(reader: Reader): string {
  const { text, at: start } = reader;
  let end = start + 1;
  for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
    if (code === backslash) end += escapeLength(text, end) ?? flawedString(reader);
    else if (code >= 0x20) end++;
    else flawedString(reader);
  }
  reader.at = end + 1;
  return JSON.parse(text.slice(start, reader.at)) as string;
}

const quote = 0x22;
const backslash = 0x5c;
const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function escapeLength(text: string, at: number): number | undefined {
  escapeForm.lastIndex = at;
  return escapeForm.exec(text)?.[0].length;
}

function flawedString(reader: Reader): never {
  return fail(reader, phrase`字符串没有写完，或含有换行、无效的转义`);
}

const word = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9.\w])|(?:true|false|null)\b/y;

function readWord(reader: Reader): number | boolean | null {
  word.lastIndex = reader.at;
  const match = word.exec(reader.text);
  if (match === null) return fail(reader, phrase`这里应是一个 JSON 值（中文引号、单引号都不行）`);
  reader.at = word.lastIndex;
  return JSON.parse(match[0]) as number | boolean | null;
}

/** A value as messages show it: its JSON, cut after `most` characters. */
export function shownValue(value: unknown, most = 60): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
