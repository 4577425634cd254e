/** Where a preface says of what parts the report consists: what leads to the list, what ends it, and what is none. */
import { expect, test } from 'vitest';
import { partListsOf } from '../../server/src/report/prose/part-lists';
import { printReport } from '../../server/src/standard/blank-form';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { readOne } from '../rules/check';

const form = printReport(editions['2021'], { layout: 'tsv', issuer: '清河县柳林镇人民政府', year: 2022 });

/** Each list of a report with such a preface, in brackets; behind it how many parts it says there are, and which it names. */
function told(preface: string): string[] {
  const text = form.replace('一、总体情况\n', `${preface}\n\n一、总体情况\n`);
  return partListsOf(readOne(text)).map(({ span, count, isOpen, names }) => {
    const before = preface.slice(0, preface.indexOf(textOf(text, span)));
    const after = preface.slice(before.length + span.end - span.start);
    const parts = names.map(({ text: name, spec }) => spec?.id ?? name);
    return `${before}⟦…⟧${after} ${count ?? '-'}${isOpen ? ' open' : ''} ${parts.join(' ')}`;
  });
}

const all =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
const some = '总体情况、主动公开政府信息情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
const six = 'overview disclosure requests review problems other';
const five = 'overview disclosure review problems other';

test.each([
  [`本报告包括${all}等六个部分，全文公开。`, `本报告⟦…⟧，全文公开。 六 ${six}`],
  [`本报告包括了${all}六部分。`, `本报告⟦…⟧。 六 ${six}`],
  [`本报告包含${all}六大部分，电子版可下载。`, `本报告⟦…⟧，电子版可下载。 六 ${six}`],
  [`本报告包含了${some}共5项内容，接受监督。`, `本报告⟦…⟧，接受监督。 5 ${five}`],
  [`本报告由${all}组成，现予公布。`, `本报告⟦…⟧，现予公布。 - ${six}`],
  [`本报告分为${all}六个方面。`, `本报告⟦…⟧。 六 ${six}`],
  [`本报告分别为${all}六个章节。`, `本报告⟦…⟧。 六 ${six}`],
  [`全文分${all}六个部分。`, `全文⟦…⟧。 六 ${six}`],
  [`报告围绕${all}编写，请监督。`, `报告⟦…⟧，请监督。 - ${six}`],
  [`报告涵盖${all}六个板块。`, `报告⟦…⟧。 六 ${six}`],
  [`报告内容为：${all}。`, `报告内容为：⟦…⟧。 - ${six}`],
  [`报告内容有${some}等部分。`, `报告⟦…⟧。 - ${five}`],
  [`报告从${some}等方面编制。`, `报告⟦…⟧编制。 - ${five}`],
  [
    '主要内容如下：1.总体情况；2.主动公开政府信息情况；3.其他需要报告的事项。',
    '主要内容如下：⟦…⟧。 - overview disclosure other',
  ],
  [`本报告共六部分：${all}。`, `本报告共六部分：⟦…⟧。 六 ${six}`],
])('%s', (preface, list) => {
  expect(told(preface)).toEqual([list]);
});

test.each([
  `本报告主要分析${all}。`,
  '本报告包括总体情况、主动公开政府信息情况两个部分。',
  '工作包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。',
])('no list in “%s”', (preface) => {
  expect(told(preface)).toEqual([]);
});
