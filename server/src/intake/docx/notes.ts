/** Footnotes and endnotes, as paragraphs behind the text. */
import type { DocumentBlock } from '../document';
import type { OpenZip, Relation } from '../package';
import { relatedTree } from '../package';
import type { XmlElement } from '../xml';
import { attributeOf, elementsOf, replay } from '../xml';

import { blockReader } from './blocks';
import type { Reading } from './reading';

/**
 * In the order in which the text names them, `[1]` and so on. In the text nothing stands for them: a number beside a figure
 * would be read as part of it.
 */
export function noteBlocks(zip: OpenZip, relations: readonly Relation[], reading: Reading): readonly DocumentBlock[] {
  if (reading.notes.length === 0) return [];
  const known = {
    footnote: notesIn(relatedTree(zip, relations, 'footnotes', reading.budget)),
    endnote: notesIn(relatedTree(zip, relations, 'endnotes', reading.budget)),
  };
  const named = new Set<XmlElement>();
  for (const { kind, id } of reading.notes.splice(0)) {
    const note = known[kind].get(id);
    if (note !== undefined) named.add(note);
  }
  return [...named].flatMap((note, index) => blocksOf(note, index + 1, reading));
}

function notesIn(root: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  return new Map(elementsOf(root).map((note) => [attributeOf(note.attributes, 'id') ?? '', note]));
}

function blocksOf(note: XmlElement, number: number, reading: Reading): readonly DocumentBlock[] {
  const reader = blockReader(reading);
  replay(note, reader);
  const [first, ...rest] = reader.blocks();
  if (first === undefined) return [];
  const mark = `[${number}]`;
  return first.kind === 'paragraph'
    ? [{ ...first, text: `${mark} ${first.text.trimStart()}` }, ...rest]
    : [{ kind: 'paragraph', text: mark }, first, ...rest];
}
