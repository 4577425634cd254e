/** Forms printed to PDF by the programs that offices have: what was printed is read, and every figure is in its cell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OfficeDocument } from '../../../server/src/intake/document';
import { documentTree } from '../../../server/src/intake/document-tree';
import { readPdf } from '../../../server/src/intake/pdf/read-pdf';
import { worded } from '../../../server/src/text/wording';
import { snapshotOfTree } from '../../../server/src/workspace/snapshot';
import { forms } from '../../converters/forms';
import { isWhole, outcomeOf } from '../../converters/read-output';

async function documentOf(name: string): Promise<OfficeDocument> {
  const intake = await readPdf(readFileSync(join(import.meta.dirname, 'fixtures', `${name}.pdf`)));
  if (!intake.ok) throw new Error(worded(intake.reason));
  return intake.document;
}

function outcomeIn(document: OfficeDocument, name: string): ReturnType<typeof outcomeOf> {
  const form = forms.find((each) => each.name === name);
  if (form === undefined) throw new Error(`no form ${name}`);
  return outcomeOf(form, () => snapshotOfTree(documentTree(document).tree, {}));
}

describe('ruled tables are read whole', () => {
  test.each([
    ['distinct', 'collapsed'],
    ['distinct-2019', 'separate'],
    ['wrapped', 'footed'],
    ['blank', 'small'],
    ['distinct', 'office'],
    ['sparse', 'office'],
  ])('%s, %s', async (form, style) => {
    const document = await documentOf(`${form}-${style}`);
    expect(document.blocks.filter(({ kind }) => kind === 'grid')).toHaveLength(3);
    const outcome = outcomeIn(document, form);
    expect(isWhole(outcome), JSON.stringify(outcome)).toBe(true);
  });
});

test('heads, feet and page numbers are left out, and counted', async () => {
  const { blocks, omissions } = await documentOf('wrapped-footed');
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
  expect(lines.filter((text) => /^(?:— \d+ —|政府信息公开工作年度报告)$/.test(text))).toEqual([]);
  const pages = Math.max(...blocks.map(({ page = 0 }) => page));
  expect(omissions.map(({ what, count }) => `${worded(what)}×${count}`)).toEqual([`页眉、页脚和页码×${2 * pages}`]);
});

test('a table without lines is read line by line, and no figure is taken for another', async () => {
  const document = await documentOf('distinct-borderless');
  expect(document.blocks.every(({ kind }) => kind === 'line')).toBe(true);
  const outcome = outcomeIn(document, 'distinct');
  if (outcome.state !== 'read') throw new Error(outcome.state);
  expect(outcome.cells.wrong).toEqual([]);
  expect(outcome.cells.blanked).toEqual([]);
  expect(outcome.cells.right).toBeGreaterThan(0.9 * outcome.cells.expected);
});
