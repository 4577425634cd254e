/** Who may report administrative rules: by the level that the body's name tells. */
import { expect, test } from 'vitest';
import { textOf } from '../../server/src/text/span';
import { printed } from '../support/printed';
import { check } from './check';

/** A report of `issuer` with the rules issued, repealed and in force. */
function reportOf(issuer: string, [issued = '0', repealed = '0', inForce = '0']: readonly string[]): string {
  const row = 'disclosure/administrative-rules';
  const figures = { [`${row}/issued`]: issued, [`${row}/repealed`]: repealed, [`${row}/in-force`]: inForce };
  return printed({ issuer, figures });
}

function findingsOn(issuer: string, figures: readonly string[]) {
  return check(reportOf(issuer, figures)).findings.filter(({ rule }) => rule === 'relation/rulemaking-authority');
}

test.each([
  ['清河县柳林镇人民政府', 'error', '乡镇和街道'],
  ['安澜区凤仪街道办事处', 'error', '乡镇和街道'],
  ['云岫县人民政府', 'error', '县级政府'],
  ['云岫县人民政府办公室', 'error', '县级政府'],
  ['云岫县民政局', 'error', '县级政府的部门'],
  ['江州市安澜区城市管理局', 'error', '县级政府的部门'],
  ['江州市教育局', 'warning', '市级政府的部门'],
  ['白水自治州民政局', 'warning', '市级政府的部门'],
  ['海陵省教育厅', 'warning', '省级政府的部门'],
])('%s: %s', (issuer, severity, who) => {
  const found = findingsOn(issuer, ['2', '0', '2']);
  expect(found.map((finding) => finding.severity)).toEqual([severity]);
  expect(found[0]?.message).toContain(`但${who}无权制定规章`);
});

test.each([
  '江州市人民政府',
  '江州市人民政府办公室',
  '白水自治州人民政府',
  '海陵省人民政府',
  '海陵省人民政府办公厅',
  '西原自治区人民政府',
  '国家能源局',
  '江州高新区管理委员会',
  '教育局',
])('%s may make rules, or may be a body that may', (issuer) => {
  expect(findingsOn(issuer, ['2', '0', '2'])).toEqual([]);
});

test('one finding at the first figure that is not 0, the others beside it', () => {
  const text = reportOf('云岫县民政局', ['0', '1', '3']);
  const found = findingsOn('云岫县民政局', ['0', '1', '3']);
  expect(found.map(({ span }) => textOf(text, span))).toEqual(['1']);
  expect(found[0]?.related.map(({ message }) => message)).toEqual(['规章“现行有效件数”：3']);
  expect(found[0]?.fixes()).toEqual([]);
});

test.each([[['0', '0', '0']], [['', '', '']], [['/', '/', '/']]])('figures %j are none', (figures) => {
  expect(findingsOn('云岫县民政局', figures)).toEqual([]);
});
