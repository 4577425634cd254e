/** Which of its five aspects section one tells of, in headings and without; with the traps. */
import { expect, test } from 'vitest';
import { aspectBefore, aspectsTold } from '../../server/src/report/prose/aspects-told';
import { printReport, sectionSentences } from '../../server/src/standard/blank-form';
import type { SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { readOne } from '../rules/check';

const edition = editions['2021'];
const issuer = '清河县柳林镇人民政府';
const sentences = sectionSentences(edition.sections[0] as SectionSpec, issuer, 2022);

/** What a section one of these paragraphs tells. */
function told(...paragraphs: string[]) {
  const form = printReport(edition, { layout: 'tsv', issuer, year: 2022 });
  return aspectsTold(readOne(form.replace(sentences.join('\n\n'), paragraphs.join('\n'))));
}

/** The aspects that it lacks. */
function lacking(...paragraphs: string[]): string[] | undefined {
  return told(...paragraphs)?.missing.map(({ name }) => name);
}

test.each(['信息全链条管理', '信息规范管理', '信息的动态管理'])('%s is the management of information', (words) => {
  const rest = '做好主动公开和依申请公开。建好平台。加强监督考核。';
  expect(lacking(`健全政府${words}。${rest}`)).toEqual([]);
  expect(lacking(`健全政府信息公开管理机构。${rest}`)).toEqual(['政府信息管理']);
});

test('headings in other words, and 一是 within one paragraph', () => {
  expect(
    lacking(
      '一是做好主动公开。公布信息。二是做好依申请公开。没有申请。三是严把审核关口。先审再发。四是建好平台。更新栏目。五是强化监督。定期检查。',
    ),
  ).toEqual([]);
  expect(
    lacking(
      '1.扎实推进政府信息主动公开工作',
      '及时公布财政收支。',
      '2.做好依申请公开工作',
      '没有申请。',
      '3.抓好平台建设',
      '办好专栏。',
      '4.加强监督保障',
      '定期检查。',
    ),
  ).toEqual(['政府信息管理']);
});

test('aspects told in one without headings', () => {
  expect(
    lacking(
      '全年公布信息61条，未收到政府信息公开申请。公开底稿由党政办归档，发布前逐条审核。村口公告栏和县政府网站同步更新。镇纪委每季度抽查一次。',
    ),
  ).toEqual([]);
});

test('a mere enumeration says nothing, nor does an application for reconsideration', () => {
  expect(
    lacking(
      '在主动公开、依申请公开、平台建设、监督保障等方面取得新进展。',
      '（一）主动公开情况。公布信息61条。',
      '（二）信息管理情况。先审再发。',
      '（三）平台建设情况。办好专栏。',
      '（四）监督保障情况。没有因政府信息公开申请行政复议的案件。',
    ),
  ).toEqual(['依申请公开']);
});

test('a list of the parts beside what is told takes nothing away', () => {
  expect(
    lacking(
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
      '全年公布信息61条，未收到政府信息公开申请。公开底稿由党政办归档，发布前逐条审核。村口公告栏和县政府网站同步更新。镇纪委每季度抽查一次。',
    ),
  ).toEqual([]);
});

test('headings with their numbers; the aspect of a place is that of the last heading before it', () => {
  const state = told('（一）主动公开', '公布信息61条，多为村务。', '（三）平台建设情况。办好专栏。');
  expect(state?.heads.map(({ ordinal, aspects }) => [ordinal, ...aspects.map(({ id }) => id)])).toEqual([
    [1, 'active'],
    [3, 'platform'],
  ]);
  const [first, second] = state?.heads ?? [];
  if (state === undefined || first === undefined || second === undefined) throw new Error('no headings');
  expect(aspectBefore(state, first.paragraph.start - 1)).toBeUndefined();
  expect(aspectBefore(state, second.paragraph.start - 1)?.id).toBe('active');
  expect(aspectBefore(state, second.paragraph.end)?.id).toBe('platform');
  expect(state.isBare).toBe(false);
});

test('headings alone are bare', () => {
  expect(told('（一）主动公开', '（二）依申请公开')?.isBare).toBe(true);
});
