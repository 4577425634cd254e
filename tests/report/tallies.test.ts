/** Lists of parts and percentages as running text has them, and what narrative-sum and narrative-share make of them. */
import { describe, expect, test } from 'vitest';
import { check } from '../rules/check';
import { reportWith } from './facts-of';

/** `120条 = 70＋30 open`, `50＋ mixed` … of every list in `text`, and `68.3%: 70/120` of every share. */
function told(text: string): string[] {
  const { prose } = reportWith(text);
  const tallies = prose.tallies.map(({ whole, others, parts, extent, alike }) => {
    const sum = parts.map(({ value, bound }) => `${value}${bound === 'least' ? '余' : ''}`).join('＋');
    const otherwise = others.map((value) => `/${value}`).join('');
    return `${whole.value}${otherwise}${whole.unit} = ${sum} ${extent}${alike ? '' : ' mixed'}`;
  });
  const shares = prose.shares.map(({ percent, part, whole, of }) => `${percent}%: ${part.value}/${whole?.value ?? of}`);
  return [...tallies, ...shares];
}

/** Which of the two rules finds something in a report that says `text`. */
function found(text: string): string[] {
  return check(reportWith(text).text)
    .findings.filter(({ rule }) => rule === 'prose/narrative-sum' || rule === 'prose/narrative-share')
    .map(({ rule }) => rule.slice('prose/narrative-'.length));
}

describe('where a list begins', () => {
  test.each([
    ['公开政府信息120条。其中，政务动态70条、通知公告50条。', ['120条 = 70＋50 open']],
    ['公开政府信息120条；其中政务动态70条，通知公告50条。', ['120条 = 70＋50 open']],
    ['公开政府信息120条，其中：政务动态70条，通知公告50条。', ['120条 = 70＋50 open']],
    ['公开政府信息120条：政务动态70条，通知公告30条，其他20条。', ['120条 = 70＋30＋20 closed']],
    ['公开政府信息120条，比去年增长10%，其中政务动态70条，其他50条。', ['120条 = 70＋50 closed']],
    ['公开政府信息120条，均已上网。其中政务动态70条，其他50条。', ['120条 = 70＋50 closed']],
    ['公开政府信息120条。在主动公开的信息中，政务动态70条，其他50条。', ['120条 = 70＋50 closed']],
    ['公开政府信息120条（其中，政务动态70条，通知公告30条，其他20条）。', ['120条 = 70＋30＋20 closed']],
    ['发布文件12条、公告30条。其中政务动态70条，其他50条。', []],
    ['公开政府信息120条。开展培训3次，其中线上1次。', ['3次 = 1 open']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what belongs to a list', () => {
  test.each([
    ['公开政府信息120条，其中“双随机、一公开”类70条、其他50条。', ['120条 = 70＋50 closed']],
    ['公开政府信息120条，其中"双随机、一公开"类70条、其他50条。', ['120条 = 70＋50 closed']],
    ['公开政府信息120条，其中政策、规范性文件类40条，其他80条。', ['120条 = 40＋80 closed']],
    ['公开政府信息120条，其中人大建议、政协提案办理40条，其他各类信息80条。', ['120条 = 40＋80 closed']],
    ['公开政府信息120条，其中教育、医疗等民生类40条，组织机构类80条。', ['120条 = 40＋80 open']],
    ['公开政府信息120条，其中政务动态70条；通知公告30条；其他20条。', ['120条 = 70＋30＋20 closed']],
    ['公开政府信息120条，其中政务动态40条、其他20条；办事指南60条。', ['120条 = 40＋20 open']],
    ['公开政府信息120条，其中政务动态70条、通知公告50条；发布解读25篇。', ['120条 = 70＋50 open']],
    ['公开政府信息120条，其中政务动态70条、其他20条等。', ['120条 = 70＋20 open']],
    ['公开政府信息120条，其中政务动态70条，包括会议30条、活动40条，通知公告50条。', ['120条 = 70 open']],
    [
      '公开政府信息120条，其中政务动态70条（其中会议30条、活动40条），其他50条。',
      ['120条 = 70＋50 closed', '70条 = 30＋40 open'],
    ],
    ['公开政府信息120条，其中政务动态约70条，其他60条。', ['120条 = 60 open']],
    ['公开政府信息120条，其中政务动态70余条，其他60条。', ['120条 = 70余＋60 open']],
    ['公开政府信息120余条，其中政务动态70条，其他60条。', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('the whole of a list of requests', () => {
  test.each([
    ['收到政府信息公开申请9件，上年结转1件，其中网络申请5件，信函申请5件。', ['9/10件 = 5＋5 open']],
    ['收到政府信息公开申请10件（含上年结转1件），其中网络申请5件，信函申请5件。', ['10件 = 5＋5 open']],
    ['新收9件，上年结转1件，共10件，其中网络申请5件，信函申请5件。', ['10/11件 = 5＋5 open']],
    ['办结9件，其余1件结转下年度办理。其中，予以公开5件，不予公开4件。', []],
    ['发布文件12条，信息5条，其中转载9条。', ['5/17条 = 9 open']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('shares', () => {
  test.each([
    [
      '收到申请80件。其中，网络申请60件，占75%；信函申请20件，占25%。',
      ['80件 = 60＋20 open', '75%: 60/80', '25%: 20/80'],
    ],
    [
      '收到申请80件，其中网络申请60件，占比75%，信函申请20件，占比为25%。',
      ['80件 = 60＋20 open', '75%: 60/80', '25%: 20/80'],
    ],
    [
      '收到申请80件，其中网络申请60件（占比75%）、信函申请20件（占25%）。',
      ['80件 = 60＋20 open', '75%: 60/80', '25%: 20/80'],
    ],
    ['收到申请80件，其中网络申请60件，约占总量的75%。', ['80件 = 60 open']],
    ['公告12条，占8%；文件5条，占17%，通知5条，占17%。', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('findings', () => {
  test.each([
    ['公开政府信息120条。其中政务动态70条、通知公告60条。', ['sum']],
    ['公开政府信息120条。其中政务动态70条、其他40条。', ['sum']],
    ['公开政府信息120条；其中政务动态70余条、通知公告60条。', ['sum']],
    ['公开政府信息120条；其中政务动态70余条、其他40条。', []],
    ['公开政府信息120条，其中“双随机、一公开”类70条、其他40条。', ['sum']],
    ['公开政府信息120条，其中政务动态40条、其他20条；办事指南60条。', []],
    ['公开政府信息120条，其中政务动态70条，包括会议30条、活动40条，通知公告50条。', []],
    ['公开政府信息120条（其中，政务动态70条，其他40条）。', ['sum']],
    ['收到政府信息公开申请9件，上年结转1件，其中网络申请5件，信函申请6件。', ['sum']],
    ['收到政府信息公开申请9件，上年结转1件，其中网络申请5件，信函申请5件。', []],
    ['公开政府信息120条。其中政务动态70条，占58.3%；通知公告50条，占61.7%。', ['share']],
    ['公开政府信息120条，其中政务动态70条，占比68.3%。', ['share']],
    ['公开政府信息120条，其中政务动态70条（占比68.3%）。', ['share']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
