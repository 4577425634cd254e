/** A title is a paragraph of its own, so that what stands above and below it is read as what it is. */
import { expect, test } from 'vitest';
import { readReports } from '../../server/src/report/read-reports';
import { parse } from '../../server/src/syntax/parse';
import { shownBetween } from '../../server/src/syntax/tree';
import { seenText } from '../../server/src/text/seen';

const title = '示例县示例镇人民政府2024年政府信息公开工作年度报告';

/** The texts of the paragraphs and headings. */
function paragraphs(text: string): readonly string[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, i) => {
    const start = tree.starts[i] as number;
    return block.kind === 'paragraph' || block.kind === 'heading'
      ? [seenText(shownBetween(tree, start, start + block.length), block.content.start, block.content.end)]
      : [];
  });
}

test.each([
  ['the preface', '本报告根据《中华人民共和国政府信息公开条例》要求编制，现予公布。'],
  ['a date', '2025年1月15日'],
  ['a date in brackets', '（2025年1月15日）'],
  ['the source', '来源：示例县示例镇人民政府 时间：2025-01-15'],
])('%s below it', (_, below) => {
  expect(paragraphs(`${title}\n${below}\n`)).toEqual([title, below]);
});

test.each([
  ['a menu', '网站首页 政务要闻 政务公开 政务服务 互动交流 走进示例 数据发布 专题专栏'],
  ['a list entry', '示例县示例镇人民政府2023年政府信息公开工作年度报告'],
  ['the name of a long body', '示例壮族自治县示例高新技术产业开发区管理委员会办公室'],
])('%s above it', (_, above) => {
  expect(paragraphs(`${above}\n${title}\n`)).toEqual([above, title]);
});

test.each([
  ['with its year behind', '示例县示例镇人民政府政府信息公开工作年度报告（2024年度）'],
  ['called 年报', '示例县住房和城乡建设局2024年度政府信息公开工作年报'],
  ['with 关于', '示例县住房和城乡建设局关于2024年度政府信息公开工作的年度报告'],
])('a title %s', (_, other) => {
  expect(paragraphs(`${other}\n现将2024年工作情况公布如下，请予监督。\n`)[0]).toBe(other);
});

test.each([
  '按照县人民政府办公室的统一部署和要求编制年度报告\n并按时向社会公布，接受监督。',
  '根据《中华人民共和国政府信息公开条例》编制本年度报告\n。报告由六部分组成。',
  '2024年，全镇认真落实条例，按时编制发布政府信息公开年度报告\n和工作动态，接受监督。',
])('a wrapped sentence that ends a line with 年度报告 stays one paragraph: %j', (text) => {
  expect(paragraphs(text)).toHaveLength(1);
});

test('the preface right below is read as the preface', () => {
  const preface = '根据条例规定，现公布示例县石桥镇2024年政府信息公开工作年度报告。全年收到政府信息公开申请3件。';
  const [reading] = readReports(parse(`${title}\n${preface}\n一、总体情况\n依法公开。\n`));
  if (reading?.status !== 'read') throw new Error('not read');
  const { report } = reading;
  expect(report.prose.bodies.map(({ text }) => text)).toEqual(['示例县石桥镇']);
  expect(report.facts.map(({ raw }) => raw)).toEqual(['3']);
  expect(report.title?.text).toBe(title);
});
