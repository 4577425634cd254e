/** A waiver is written into a policy file without touching what else stands there. */
import { describe, expect, test } from 'vitest';
import { newPolicyText, removalEdit, waiverEdit } from '../../server/src/policy/add-waiver';
import { applyEdits, type Edit, textOf } from '../../server/src/text/span';
import { checkPolicy } from './check-policy';

const waiver = { rule: 'table/empty-cell', quote: '行政许可', reason: '系统“导出”为空', file: '年报.txt' };

function editOf(text: string): Edit {
  const result = waiverEdit(text, waiver);
  if (!result.ok) throw new Error(result.flaw);
  return result.edit;
}

function added(text: string): string {
  return applyEdits(text, [editOf(text)]);
}

test('a new file holds the waiver and nothing else', async () => {
  const text = newPolicyText(waiver);
  expect(text).toMatchInlineSnapshot(`
    "{
      "waivers": [
        {
          "rule": "table/empty-cell",
          "quote": "行政许可",
          "reason": "系统“导出”为空",
          "file": "年报.txt"
        }
      ]
    }
    "
  `);
  expect(await checkPolicy(text)).toMatchObject({ told: [], policy: { waivers: [waiver] } });
});

describe.each([
  ['an empty file', ''],
  ['an empty object', '{}\n'],
  ['an object without waivers', '{\n  "edition": "2021"\n}\n'],
  ['an empty list', '{\n  "waivers": [],\n  "edition": "2021"\n}\n'],
  ['an empty list over lines', '{\n  "waivers": [\n  ]\n}\n'],
  ['a list', JSON.stringify({ waivers: [{ ...waiver, quote: '行政处罚' }], edition: '2021' }, null, 2)],
  ['tabs', JSON.stringify({ edition: '2021', waivers: [{ ...waiver, quote: '行政处罚' }] }, null, '\t')],
  ['Windows line ends', '{\r\n    "edition": "2021"\r\n}\r\n'],
  ['one line', '{ "edition": "2021", "waivers": [] }'],
  ['a byte order mark', '\ufeff{\n  "edition": "2021"\n}\n'],
])('%s', (_, before) => {
  test('takes the waiver last', async () => {
    const { policy, told } = await checkPolicy(added(before));
    const { policy: earlier } = await checkPolicy(before === '' ? {} : before);
    expect(told).toEqual([]);
    expect(policy.waivers).toHaveLength(earlier.waivers.length + 1);
    expect(policy.waivers.at(-1)).toMatchObject(waiver);
    expect(policy.edition).toBe(earlier.edition);
  });

  test('keeps what was there, and takes a second one the same way', async () => {
    const once = added(before);
    expect(textOf(before, editOf(before).span)).toMatch(/^\s*[\]}]?$/);
    if (before.includes('\r\n')) expect(once.replaceAll('\r\n', '')).not.toContain('\n');
    expect((await checkPolicy(added(once))).policy.waivers.length).toBeGreaterThanOrEqual(2);
  });
});

test('the file’s indentation is kept', () => {
  const parts = { edition: '2021', waivers: [{ ...waiver, quote: '行政处罚' }] };
  for (const step of ['  ', '    ', '\t']) {
    const expected = JSON.stringify({ ...parts, waivers: [...parts.waivers, waiver] }, null, step);
    expect(added(JSON.stringify(parts, null, step))).toBe(expected);
    expect(added(JSON.stringify({ edition: '2021' }, null, step))).toBe(
      JSON.stringify({ edition: '2021', waivers: [waiver] }, null, step),
    );
  }
});

test.each([
  ['{"edition": }', 'not-json'],
  ['[]', 'no-object'],
  ['{"waivers": {}}', 'no-list'],
])('%s cannot take one', (text, flaw) => {
  expect(waiverEdit(text, waiver)).toEqual({ ok: false, flaw });
});

describe('a waiver is taken out again', () => {
  const other = { ...waiver, quote: '行政处罚' };
  const removed = (text: string, which = waiver): string => {
    const edit = removalEdit(text, which);
    if (edit === undefined) throw new Error('it is not found');
    return applyEdits(text, [edit]);
  };

  test.each([
    [[waiver], []],
    [[waiver, other], [other]],
    [[other, waiver], [other]],
    [
      [other, waiver, other],
      [other, other],
    ],
  ])('%#', (before, after) => {
    for (const space of [undefined, 2, '\t']) {
      const text = JSON.stringify({ edition: '2021', waivers: before }, null, space);
      expect(JSON.parse(removed(text))).toEqual({ edition: '2021', waivers: after });
    }
  });

  test('what was put in is taken out, and the rest stands as it was', () => {
    const before = JSON.stringify({ waivers: [other], edition: '2021' }, null, 2);
    expect(removed(added(before))).toBe(before);
  });

  test('one that names no file is for every report; one for another report is not it', () => {
    const { file: _, ...everywhere } = waiver;
    expect(JSON.parse(removed(JSON.stringify({ waivers: [everywhere] })))).toEqual({ waivers: [] });
    const elsewhere = JSON.stringify({ waivers: [{ ...waiver, file: '别的.txt' }] });
    expect(removalEdit(elsewhere, waiver)).toBeUndefined();
    expect(removalEdit('{', waiver)).toBeUndefined();
    expect(removalEdit('{}', waiver)).toBeUndefined();
  });
});
