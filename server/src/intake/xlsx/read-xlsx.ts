/** Workbooks (.xlsx and its kin), whatever program wrote them. */
import { append } from '../../text/append';
import { phrase } from '../../text/wording';
import type { Budget } from '../budget';
import { newBudget } from '../budget';
import type { DocumentBlock, Intake } from '../document';
import { omissionCounter } from '../omissions';
import type { OpenZip, Relation } from '../package';
import { hasPart, mainPart, readPart, relatedTree, relationsOf } from '../package';
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf, isOn, readXml } from '../xml';

import { openZip } from '../zip';
import { cellStylesFrom } from './cell-styles';
import type { Workbook } from './cells';
import { sheetCollector } from './cells';
import { drawingBlocks } from './drawings';
import { sheetBlocks } from './sheet-blocks';
import { stringCollector } from './strings';
import { visibleSheet } from './visible';

/** Never throws. */
export function readXlsx(bytes: Uint8Array): Intake {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const budget = newBudget();
  const main = mainPart(zip, budget);
  if (!main.ok) return main;
  const read = readPart(zip, main.name, budget);
  if (!read.ok) return read;
  if (read.root.name !== 's:workbook') return { ok: false, reason: phrase`文件不是 Excel 工作簿，或已损坏` };
  const workbook: Workbook = {
    strings: sharedStrings(zip, main.relations, budget),
    styles: cellStylesFrom(relatedTree(zip, main.relations, 'styles', budget)),
    calendar: isOn(attributeOf(childOf(read.root, 's:workbookPr')?.attributes, 'date1904')) ? '1904' : '1900',
    budget,
    omissions: omissionCounter(),
  };
  const blocks: DocumentBlock[] = [];
  for (const sheet of childrenOf(childOf(read.root, 's:sheets'), 's:sheet')) {
    if (budget.refusal() !== undefined) break;
    append(blocks, blocksOf(sheet, zip, main.relations, workbook));
  }
  const reason = budget.refusal();
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, document: { kind: 'xlsx', blocks, omissions: workbook.omissions.all() } };
}

function sharedStrings(zip: OpenZip, relations: readonly Relation[], budget: Budget): readonly string[] {
  const part = relations.find(({ type }) => type === 'sharedStrings')?.target;
  if (part === undefined || !hasPart(zip, part)) return [];
  const collector = stringCollector('s:si', budget);
  readInto(zip, part, budget, collector);
  return collector.texts;
}

/** A part that is large, by events; what is wrong with it refuses the file. */
function readInto(zip: OpenZip, part: string, budget: Budget, events: Parameters<typeof readXml>[3]): void {
  const unpacked = zip.read(part);
  const flaw = unpacked.ok ? readXml(unpacked.bytes, part, budget, events) : unpacked.reason;
  if (flaw !== undefined) budget.refuse(flaw);
}

function blocksOf(
  { attributes }: XmlElement,
  zip: OpenZip,
  relations: readonly Relation[],
  workbook: Workbook,
): readonly DocumentBlock[] {
  const relation = relations.find(({ id }) => id === attributes['r:id']);
  const name = attributeOf(attributes, 'name') ?? '';
  const state = attributeOf(attributes, 'state') ?? 'visible';
  if (relation?.type === 'chartsheet') workbook.omissions.add('chart-sheet');
  else if (relation?.type === 'worksheet') {
    if (state === 'visible') return worksheetBlocks(relation.target, name, zip, workbook);
    workbook.omissions.add('hidden-sheet');
  } else if (relation === undefined) workbook.budget.refuse(phrase`文件已损坏：缺少工作表 ${name}`);
  return [];
}

function worksheetBlocks(part: string, name: string, zip: OpenZip, workbook: Workbook): readonly DocumentBlock[] {
  const { budget, omissions } = workbook;
  const collector = sheetCollector(workbook);
  readInto(zip, part, budget, collector);
  if (budget.refusal() !== undefined) return [];
  const sheet = collector.sheet();
  const blocks = [...sheetBlocks({ ...visibleSheet(sheet, workbook), name, workbook })];
  const own = relationsOf(zip, part, budget);
  if (!own.ok) {
    budget.refuse(own.reason);
    return [];
  }
  const comments = relatedTree(zip, own.relations, 'comments', budget);
  const count = childrenOf(childOf(comments, 's:commentList'), 's:comment').length;
  if (count > 0) omissions.add('sheet-comment', count);
  const drawing = own.relations.filter(({ id }) => id === sheet.drawing);
  const root = relatedTree(zip, drawing, 'drawing', budget);
  if (root !== undefined) append(blocks, drawingBlocks(root, name, omissions));
  return blocks;
}
