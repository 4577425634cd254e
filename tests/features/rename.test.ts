/** Renaming the body or the year changes that report throughout, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf, readPlaces } from '../../server/src/features/locate';
import { rename, renameTarget } from '../../server/src/features/rename/rename';
import { ownYear } from '../../server/src/features/rename/year-places';
import { applyEdits } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import { allSamples, cleanSamples, printedForms } from './sample-texts';

function renamedAt(snapshot: Snapshot, offset: number, name: string): string {
  const result = rename(snapshot, offset, name);
  if (result.state === 'refused') throw new Error(worded(result.why));
  return applyEdits(snapshot.text, result.edits);
}

/** Renames what stands at `▮`, which is no part of the text. */
function check(marked: string, name: string): string {
  return renamedAt(snapshotOf(marked.replace('▮', ''), {}), marked.indexOf('▮'), name);
}

function refusal(marked: string, name?: string): string {
  const snapshot = snapshotOf(marked.replace('▮', ''), {});
  const at = marked.indexOf('▮');
  const result = name === undefined ? renameTarget(snapshot, at) : rename(snapshot, at, name);
  return result.state === 'refused' ? worded(result.why) : '';
}

function rulesOf(snapshot: Snapshot): readonly string[] {
  return snapshot.reports.flatMap((place) => findingsOf(place).map(({ rule, message }) => `${rule} ${message}`));
}

const report = (prose: string): string =>
  `清河县柳林镇人民政府2022年政府信息公开工作年度报告

一、总体情况

2022年，${prose}

二、主动公开政府信息情况

六、其他需要报告的事项

2022年未收取政府信息公开信息处理费。

清河县柳林镇人民政府
2023年1月12日
`;

describe('the year', () => {
  test('changes in the title, the period, sentences and dates of that year', () => {
    const text = report(
      '本报告统计期限自2022年1月1日起至2022年12月31日止。截至二〇二二年12月底，2022.3.5公开１条，２０２２年度共8条。',
    );
    const marked = text.replace('2022年政府', '20▮22年政府');
    expect(check(marked, '2023')).toBe(
      text.replaceAll('2022', '2023').replace('二〇二二', '二〇二三').replace('２０２２', '２０２３'),
    );
  });
  test.each([
    '比2021年增加8条。',
    '落实《2022年政务公开工作要点》。',
    '按照国办公开办函〔2022〕30号。',
    '印发了2022年第3号通告。',
    '发布日期：2022年12月30日',
    '落实2021年至2022年规划。',
    '落实2022—2024年规划。',
    '自2022年7月至2023年6月试行。',
    '自2021年7月1日起，2021年9月至2022年3月试行。',
    '《清河县柳林镇2022年工作总结》',
    '见http://a.gov.cn/2022-01-02/a.html。',
    '下一步，2023年将继续努力。',
  ])('stays in: %s', (other) => {
    const text = report(`我镇认真公开。${other}`);
    const result = check(text.replace('2022年未', '2022▮年未'), '2024');
    expect(result).toContain(other);
    expect(result).toContain('清河县柳林镇人民政府2024年政府信息公开');
    expect(result).toContain('2024年未收取');
    expect(result).toContain('\n2023年1月12日\n');
  });
  test.each(['', '22', '2018', '二零二二', '20222', 'abcd'])('must be one: “%s” is not', (name) => {
    expect(refusal(report('').replace('2022年政府', '▮2022年政府'), name)).toBe('年份应是四位数字，不早于2019年');
  });
});

test('a period is renamed at both ends, whatever joins them', () => {
  for (const period of [
    '2022年1月1日-2022年12月31日',
    '2022.1.1—2022.12.31',
    '2022-01-01至2022-12-31',
    '2022 年1月1日～12月31日',
  ]) {
    const text = report(`统计期限为${period}。`);
    expect(check(text.replace('2022年政府', '2022▮年政府'), '2024')).toBe(text.replaceAll('2022', '2024'));
  }
});

test('in a compilation only the report at the cursor changes', () => {
  const other = report('我镇认真公开。');
  const own = other.replaceAll('柳林', '青石');
  const result = check(`${other}\n${own.replace('2022年政府', '2022▮年政府')}`, '2024');
  expect(result).toBe(`${other}\n${own.replaceAll('2022', '2024')}`);
});

test('a title with breaks and spaces in the body’s name keeps them', () => {
  const text = report('我镇认真公开。').replace('清河县柳林镇人民政府2022', '清 河 县 柳林镇 人 民 政 府\n2022');
  expect(check(`▮${text}`, '清河县青石镇人民政府')).toBe(text.replaceAll('柳林', '青石'));
});

describe('the body', () => {
  test('changes in the title, in sentences and in the signature, over line breaks and spaces too', () => {
    const text = report(
      '清河县柳林镇人民政府认真公开，由清河县柳林镇人\n民政府编制，清 河 县 柳 林 镇 人 民 政 府负责。',
    );
    const result = check(text.replace('人民政府2022', '人民▮政府2022'), '清河县青石镇人民政府');
    expect(result).toBe(text.replaceAll('柳林', '青石').replace('柳 林', '青 石'));
  });
  test('stays in the name of another body', () => {
    const text = report('清河县柳林镇人民政府办公室和本县各部门认真公开。');
    const result = check(text.replace('\n2023年1月', '▮\n2023年1月'), '清河县青石镇人民政府');
    expect(result).toContain('清河县柳林镇人民政府办公室和');
    expect(result).toContain('\n清河县青石镇人民政府\n2023年');
  });
  test('a short name in the signature follows where the change lies within it', () => {
    const text = report('我镇认真公开。').replace('\n清河县柳林镇人民政府\n', '\n柳林镇人民政府\n');
    expect(check(`▮${text}`, '清河县青石镇人民政府')).toContain('\n青石镇人民政府\n2023年');
  });
  test('words beside the name are not said twice', () => {
    const text = report('清河县柳林镇人民政府认真公开。').replace('清河县柳林镇人民政府2022', '柳林镇人民政府2022');
    const result = check(`▮${text}`, '清河县柳林镇人民政府');
    expect(result).not.toContain('清河县清河县');
  });
  test.each(['', '  ', '甲\n乙', '甲|乙镇', '2023年某镇'])('must be a name: “%s” is not', (name) => {
    expect(refusal(`▮${report('')}`, name)).toContain('机关名称应有两个字以上');
  });
});

test.each(['▮认真公开', '12▮件'])('nothing else can be renamed: %s', (words) => {
  expect(refusal(report(`我镇${words}。`))).toContain('这里不能重命名');
});

describe('on clean reports nothing new is found, and renaming back gives the text again', () => {
  const texts = [...cleanSamples, ...printedForms('zero').filter(({ name }) => name.includes('2021'))];
  test.each(texts)('$name', ({ text }) => {
    const snapshot = snapshotOf(text, {});
    const before = rulesOf(snapshot);
    for (const { report: own, start } of readPlaces(snapshot)) {
      const year = ownYear(own);
      const titled = own.title?.year;
      if (year === null || titled == null || own.issuer === null) throw new Error('a clean sample has year and body');
      const at = start + titled.span.start;
      // Another year of the same edition that the text does not name.
      const next = year >= 2021 ? 2031 : year === 2020 ? 2019 : 2020;
      const changed = renamedAt(snapshot, at, String(next));
      const after = snapshotOf(changed, {});
      expect(rulesOf(after)).toEqual(before);
      expect(renamedAt(after, at, String(year))).toBe(text);

      const place = own.title?.issuer?.span.start;
      if (place === undefined) continue;
      const name = own.issuer.replace(/^../, '玉溪');
      const moved = snapshotOf(renamedAt(snapshot, start + place, name), {});
      expect(rulesOf(moved)).toEqual(before);
      expect(moved.reports.some((each) => each.report?.issuer === name)).toBe(true);
      expect(renamedAt(moved, start + place, own.issuer)).toBe(text);
    }
  });
});

test('never throws on a cut of a sample', () => {
  const cut = fc
    .constantFrom(...allSamples)
    .chain(({ text }) =>
      fc.tuple(fc.nat(text.length), fc.nat(200)).map(([at, cursor]) => ({ text: text.slice(0, at), cursor })),
    );
  fc.assert(
    fc.property(cut, ({ text, cursor }) => {
      const snapshot = snapshotOf(text, {});
      const target = renameTarget(snapshot, Math.min(cursor, text.length));
      for (const name of ['2024', '玉溪县人民政府']) {
        const result = rename(snapshot, Math.min(cursor, text.length), name);
        expect(result.state === 'renamed').toBe(result.state === 'renamed' && target.state === 'target');
        if (result.state === 'renamed') applyEdits(text, result.edits);
      }
    }),
    { numRuns: 60 },
  );
});
