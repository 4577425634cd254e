/** The JSON Schema that editors use says the same as the reader, and is on disk as generated. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contributes } from '../../package.json';
import { policyFileName } from '../../server/src/policy/policy';
import { policyJsonSchema, policySchema } from '../../server/src/policy/policy-schema';
import { everyRule } from '../../server/src/rules/registry';

const file = 'syntaxes/disclosure-audit.schema.json';
const schema = JSON.parse(policyJsonSchema());

test('the schema on disk is the one made from the reader (npm run schema)', () => {
  expect(readFileSync(file, 'utf8')).toBe(policyJsonSchema());
});

test('it is contributed to the editor for policy files', () => {
  expect(contributes.jsonValidation).toEqual([{ fileMatch: policyFileName, url: `./${file}` }]);
});

test('it offers every rule with its title, and for waivers those that can be waived', () => {
  const ids = everyRule.map(({ meta }) => meta.id);
  expect(Object.keys(schema.properties.rules.properties)).toEqual(ids);
  for (const { meta } of everyRule) expect(schema.properties.rules.properties[meta.id].description).toBe(meta.title);
  expect(schema.properties.waivers.items.properties.rule.examples).toEqual(
    ids.filter((id) => !id.startsWith('internal/')),
  );
});

test('it demands nothing: faults are told by the reader alone', () => {
  const demanded = policyJsonSchema().match(/"(?:type|enum|pattern|required|additionalProperties|propertyNames)":/g);
  expect(demanded).toBeNull();
});

describe('every part is explained in Chinese', () => {
  test.each(Object.keys(policySchema.shape).filter((part) => part !== '$schema'))('%s', (part) => {
    expect(schema.properties[part].description).toMatch(/[\u4e00-\u9fff].*。$/);
  });
});
