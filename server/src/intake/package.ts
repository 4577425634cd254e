/** Parts of an Office file and how they are tied together. */
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Budget } from './budget';
import type { XmlElement } from './xml';
import { attributeOf, elementsOf, readTree } from './xml';
import type { Zip } from './zip';

export interface Relation {
  readonly id: string;
  /** The last word of its type, e.g. `styles`: both editions of the standard agree in it. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

export type Relations =
  | { readonly ok: true; readonly relations: readonly Relation[] }
  | { readonly ok: false; readonly reason: Wording };

export type OpenZip = Extract<Zip, { readonly ok: true }>;

/** What the part `name` is tied to, `''` for the file as a whole; files on the web are left out. */
export function relationsOf(zip: OpenZip, name: string, budget: Budget): Relations {
  const cut = name.lastIndexOf('/') + 1;
  const [folder, file] = [name.slice(0, cut), name.slice(cut)];
  const part = `${folder}_rels/${file}.rels`;
  if (!hasPart(zip, part)) return { ok: true, relations: [] };
  const read = readPart(zip, part, budget);
  if (!read.ok) return read;
  const relations = elementsOf(read.root).flatMap(({ attributes }) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attributeOf(attributes, key));
    if (id === undefined || type === undefined || target === undefined) return [];
    if (attributeOf(attributes, 'TargetMode') === 'External') return [];
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) }];
  });
  return { ok: true, relations };
}

export function hasPart({ entries }: OpenZip, name: string): boolean {
  const wanted = name.toLowerCase();
  return entries.some((entry) => entry.toLowerCase() === wanted);
}

/** A part that is small, as a tree. */
export function readPart(zip: OpenZip, name: string, budget: Budget): ReturnType<typeof readTree> {
  const unpacked = zip.read(name);
  return unpacked.ok ? readTree(unpacked.bytes, name, budget) : unpacked;
}

/** The part of that type as a tree; `undefined` where the file has none. */
export function relatedTree(
  zip: OpenZip,
  relations: readonly Relation[],
  type: string,
  budget: Budget,
): XmlElement | undefined {
  const relation = relations.find((one) => one.type === type);
  if (relation === undefined || !hasPart(zip, relation.target)) return undefined;
  const read = readPart(zip, relation.target, budget);
  if (read.ok) return read.root;
  budget.refuse(read.reason);
  return undefined;
}

export type MainPart =
  | { readonly ok: true; readonly name: string; readonly relations: readonly Relation[] }
  | { readonly ok: false; readonly reason: Wording };

/** The part that everything else hangs on: word/document.xml, xl/workbook.xml, or whatever the file calls it. */
export function mainPart(zip: OpenZip, budget: Budget): MainPart {
  const top = relationsOf(zip, '', budget);
  if (!top.ok) return top;
  const name = top.relations.find(({ type }) => type === 'officeDocument')?.target;
  if (name === undefined) return { ok: false, reason: phrase`文件不是 Word 或 Excel 文档，或已损坏` };
  const own = relationsOf(zip, name, budget);
  return own.ok ? { ok: true, name, relations: own.relations } : own;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
