/** A waiver is written into a policy file without touching what else stands there. */
import { describe, expect, test } from 'vitest';
import { newPolicyText, waiverEdit } from '../../server/src/policy/add-waiver';
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
