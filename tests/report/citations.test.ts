/** The documents that a report cites by number: agency, year, serial, brackets, and the title that stands beside it. */
import { expect, test } from 'vitest';
import { printReport, sectionSentences } from '../../server/src/standard/blank-form';
import type { SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { readOne } from '../rules/check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const form = printReport(edition, { layout: 'tsv', issuer, year: 2022 });
const last = sectionSentences(edition.sections[0] as SectionSpec, issuer, 2022).at(-1) as string;

/** Numbers as printed, with what they say; behind them the title at its place. */
function told(sentence: string): string[] {
  const text = form.replace(last, `${last}${sentence}`);
  return readOne(text).prose.citations.flatMap((citation) => {
    if (citation.kind !== 'number') return [];
    const { span, agency, year, serial, brackets, title, onReports } = citation;
    expect(title === null ? null : textOf(text, title.span)).toBe(title === null ? null : title.text);
    const beside = title === null ? '' : `《${title.text}》`;
    return [`${textOf(text, span)} ${agency} ${year} ${serial} ${brackets}${onReports ? ' on reports' : ''} ${beside}`];
  });
}

test.each([
  [
    '按照《年度报告格式的通知》（国办公开办函〔2021〕30号）编制。',
    ['国办公开办函〔2021〕30号 国办公开办函 2021 30 whole on reports 《年度报告格式的通知》'],
  ],
  [
    '根据国办公开办函〔2021〕30号印发的《关于政府信息公开工作年度报告格式的通知》要求编制本报告。',
    ['国办公开办函〔2021〕30号 国办公开办函 2021 30 whole on reports 《关于政府信息公开工作年度报告格式的通知》'],
  ],
  ['依据国务院令第711号《信息公开条例》公开。', ['国务院令第711号 国务院令 null 711 whole 《信息公开条例》']],
  ['按照国办函［2019］60号文件《某某通知》办理。', ['国办函［2019］60号 国办函 2019 60 whole 《某某通知》']],
  ['按照国办公开办函2021 30号要求，编制本年度报告。', ['国办公开办函2021 30号 国办公开办函 2021 30 lost on reports ']],
  ['按照《条例》（国务院令第492号）要求公开。', ['国务院令第492号 国务院令 null 492 whole 《条例》']],
  [
    '落实国办发【2016】80号、国办发(2017)97号。',
    ['国办发【2016】80号 国办发 2016 80 whole ', '国办发(2017)97号 国办发 2017 97 whole '],
  ],
])('%s', (sentence, expected) => {
  expect(told(sentence)).toEqual(expected);
});
