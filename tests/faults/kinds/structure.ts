/** Faults of sections, headings, title and preface. */
import type { SectionId } from '../../../server/src/standard/edition';
import { isGovernment } from '../../support/reports/bodies';
import type { LogicalReport, LogicalSection } from '../../support/reports/logical-report';
import { ordinals, paragraphs } from '../../support/reports/logical-report';
import { placed, plain } from '../../support/reports/marks';
import { sectionOf, tagPlaces, withParts, withSection } from '../change';
import type { Fault } from '../fault';

const proseSections: readonly SectionId[] = ['overview', 'problems', 'other'];

export const sectionFaults: readonly Fault[] = [
  {
    name: 'structure/missing-section',
    rules: ['structure/missing-section'],
    allowed: ['table/missing-table'],
    put: (report, random) => {
      const gone = random.pick(report.sections);
      return { report: { ...report, sections: report.sections.filter((section) => section !== gone) } };
    },
  },
  {
    name: 'structure/misplaced-section',
    rules: ['structure/misplaced-section'],
    put: (report, random) => {
      const at = random.int(1, 4);
      const sections = [...report.sections];
      const [first, second] = sections.slice(at, at + 2).map(markedHeading) as [LogicalSection, LogicalSection];
      sections.splice(at, 2, second, first);
      return { report: { ...report, sections } };
    },
  },
  {
    name: 'structure/duplicate-section',
    rules: ['structure/duplicate-section'],
    put: (report, random) => {
      const at = random.pick([0, 4, 5]);
      const copy = markedHeading(report.sections[at] as LogicalSection);
      const sections = [...report.sections];
      sections.splice(at + 1, 0, copy);
      return { report: { ...report, sections } };
    },
  },
  {
    name: 'structure/nonstandard-section-title',
    rules: ['structure/nonstandard-section-title'],
    put: (report, random) => {
      const id = random.pick(Object.keys(otherTitles) as SectionId[]);
      const title = placed(random.pick(otherTitles[id] as readonly string[]));
      return { report: withSection(report, id, (section) => ({ ...section, title })) };
    },
  },
  {
    name: 'structure/section-numbering',
    rules: ['structure/section-numbering'],
    put: (report, random) => {
      const { id, ordinal } = random.pick(report.sections.slice(1));
      const wrong = placed(random.pick([...ordinals, '七'].filter((other) => other !== ordinal)));
      return { report: withSection(report, id, (section) => ({ ...section, ordinal: wrong })) };
    },
  },
  {
    name: 'structure/empty-section',
    rules: ['structure/empty-section'],
    put: (report, random) => {
      const id = random.pick(proseSections);
      return { report: withSection(report, id, (section) => ({ ...markedHeading(section), parts: [] })) };
    },
  },
];

const otherTitles: Partial<Record<SectionId, readonly string[]>> = {
  overview: ['政府信息公开工作总体情况', '总体情况概述', '基本情况'],
  disclosure: ['主动公开政府信息的情况', '主动公开信息情况'],
  requests: ['收到和处理信息公开申请情况', '依申请公开政府信息情况'],
  review: ['政府信息公开行政复议和行政诉讼情况', '行政复议、行政诉讼情况'],
  problems: ['存在问题及改进措施', '存在的主要问题和改进情况'],
  other: ['其他事项', '需要报告的其他事项'],
};

function markedHeading(section: LogicalSection): LogicalSection {
  return { ...section, title: placed(section.title) };
}

const wrongTitles: readonly ((name: string, year: number) => string[])[] = [
  (name, year) => [`${name}${year}年度政府信息公开工作年度报告`],
  (name, year) => [`${name}${year}年政府信息公开工作年报`],
  (name, year) => [`${name}${year}年政府信息公开年度报告`],
  (name, year) => [`${year}年${name}政府信息公开工作年度报告`],
  (_, year) => [`${year}年政府信息公开工作年度报告`],
  (name) => [`${name}政府信息公开工作年度报告`],
  () => [],
];

const wrongPeriods: readonly ((year: number) => string)[] = [
  (year) => `${year - 1}年1月1日至${year - 1}年12月31日`,
  (year) => `${year}年1月1日至${year}年11月30日`,
  (year) => `${year - 1}年1月1日至${year}年12月31日`,
  (year) => `${year}1月1日至12月31日`,
  (year) => `${year}年1月1日至12月31止`,
  (year) => `20${year}年1月1日至12月31日`,
];

export const frameFaults: readonly Fault[] = [
  {
    name: 'structure/report-title',
    rules: ['structure/report-title'],
    put: (report, random) => {
      const { body, year } = report.facts;
      return { report: { ...report, title: random.pick(wrongTitles)(body.name, year) } };
    },
  },
  {
    name: 'structure/reporting-period',
    rules: ['structure/reporting-period'],
    put: (report, random) => {
      const [place] = tagPlaces(report, (name) => name === 'period');
      if (place === undefined) return undefined;
      const wrong = placed(`本报告所列数据的统计期限为${random.pick(wrongPeriods)(report.facts.year)}`);
      const text = place.slot.text.slice(0, place.tag.span.start) + wrong + place.slot.text.slice(place.tag.span.end);
      return { report: place.slot.put(text) };
    },
  },
  {
    name: 'structure/institution-report',
    rules: ['structure/institution-report'],
    // Its text goes on to speak of the body that it was drawn for.
    allowed: ['prose/issuer-mismatch', 'structure/report-title'],
    put: (report, random) => {
      if (isGovernment(report.facts.body)) return undefined;
      const name = `${random.pick(['岚溪县', '景安市', ''])}${random.pick(['人民医院', '第二中学', '师范学院', '自来水有限公司', '中心幼儿园'])}`;
      return { report: { ...report, title: [`${placed(name)}${report.facts.year}年政府信息公开工作年度报告`] } };
    },
  },
  {
    name: 'structure/preamble-section-list',
    rules: ['structure/preamble-section-list'],
    put: (report, random) => {
      const list = placed(random.pick(wrongLists));
      const own = report.preface.filter((text) => !/六(?:部分|个部分)/.test(plain(text)));
      return { report: { ...report, preface: [...own, list] } };
    },
  },
];

const wrongLists = [
  '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况五部分组成。',
  '本报告由概述、主动公开情况、依申请公开情况、收费及减免情况、复议诉讼情况、存在问题六部分组成。',
  '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等五个部分。',
];

/** Puts a paragraph in at a random place of a prose section. */
export function withParagraph(report: LogicalReport, id: SectionId, text: string, at: number): LogicalReport {
  const section = sectionOf(report, id);
  const parts = [...section.parts];
  parts.splice(Math.min(at, parts.length), 0, ...paragraphs([text]));
  return withParts(report, section, parts);
}
