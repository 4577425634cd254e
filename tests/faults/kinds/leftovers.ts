/** Faults that are left over from last year's report, from a form, or from another body's: years, citations, lists, words. */
import type { Form } from '../../../server/src/standard/edition';
import type { LogicalReport } from '../../support/reports/logical-report';
import { paragraphs } from '../../support/reports/logical-report';
import { placed, plain } from '../../support/reports/marks';
import type { Random } from '../../support/reports/random';
import { sectionOf, tableOf, withForm, withParts, withSection } from '../change';
import type { Fault } from '../fault';
import { withParagraph } from './structure';

function inOverview(report: LogicalReport, text: string): LogicalReport {
  return withParagraph(report, 'overview', text, 9);
}

/** The preface without its own list of parts, and with `text` at its end. */
function withPreface(report: LogicalReport, text: string): LogicalReport {
  const own = report.preface.filter((each) => !/六(?:部分|个部分)/.test(plain(each)));
  return { ...report, preface: [...own, text] };
}

const format = '《中华人民共和国政府信息公开工作年度报告格式》';

const staleSentences: readonly ((year: string, self: string) => string)[] = [
  (year, self) => `${self}${year}年主动公开政府信息35条。`,
  (year, self) => `按照条例规定，${year}年，${self}主动公开各类信息62条。`,
  (year) => `网站建设方面：${year}年度发布动态信息48条。`,
  (year, self) => `${self}${year}年累计公开各类信息148条，其中财政预决算4条。`,
  (year) => `截至${year}年底，累计发布信息210条。`,
];

const wrongCitations2021: readonly string[] = [
  `按照${format}（${placed('国办公开办函〔202130号')}）要求编制本报告。`,
  `按照${placed('国办公开办涵〔2021〕30号')}要求编制本报告。`,
  `按照${placed('国办发〔2021〕30号')}文件要求，现公布年度报告。`,
  `按照${format}（${placed('国办公开办函〔2019〕60号')}）要求编制本报告。`,
  `按照${placed('国办公开办函〔2019〕60号')}要求编制。`,
  `按照《中华人民共和国政府信息公开工作年度报告格式（${placed('试行')}）》要求编制本报告。`,
  `根据《中华人民共和国政府信息公开条例》（${placed('国令第492号')}）编制本报告。`,
];

const names = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

function wrongList(random: Random): string {
  const gone = random.int(1, 4);
  const five = names.filter((_, i) => i !== gone).join('、');
  return random.pick([
    `全文包括${placed(`${five}五个方面`)}。`,
    `根据有关规定，从${placed(`${five}等五项内容`)}报告如下。`,
    `本报告内容包括：${placed(`${five}，共五个部分`)}。`,
    `全文包括${placed(`${names.join('、').replace('其他需要报告的事项', '下一步工作打算')}等六项内容`)}。`,
  ]);
}

const districts: readonly ((body: string) => [county: boolean, text: string] | undefined)[] = [
  () => [true, placed('区政务公开办')],
  () => [true, placed('区委、区政府')],
  () => [false, placed('县委、县政府')],
  () => [false, placed('县政务公开办公室')],
];

export const leftoverFaults: readonly Fault[] = [
  {
    name: 'prose/stale-year amid a sentence',
    rules: ['prose/stale-year'],
    put: (report, random) => {
      const { year, body } = report.facts;
      return { report: inOverview(report, random.pick(staleSentences)(placed(String(year - 1)), body.self)) };
    },
  },
  {
    name: 'prose/stale-year in the preface',
    rules: ['prose/stale-year'],
    put: (report, random) => {
      const { year, body } = report.facts;
      const last = placed(String(year - 1));
      const text = random.pick([
        `现将${body.self}${last}年政府信息公开工作情况报告如下。`,
        `根据有关规定，现发布《${body.name}${last}年政府信息公开工作年度报告》。`,
        `特编制${body.name}${last}年度政府信息公开工作年度报告，向社会公布。`,
      ]);
      return { report: withPreface(report, text) };
    },
  },
  {
    name: 'prose/wrong-citation in the preface',
    rules: ['prose/wrong-citation'],
    put: (report, random) =>
      report.facts.year < 2021 ? undefined : { report: withPreface(report, random.pick(wrongCitations2021)) },
  },
  {
    name: 'structure/preamble-section-list in other words',
    rules: ['structure/preamble-section-list'],
    put: (report, random) => ({ report: withPreface(report, wrongList(random)) }),
  },
  {
    name: 'structure/missing-aspect only lists',
    rules: ['structure/missing-aspect'],
    put: (report, random) => {
      const told = random.pick([
        [`本报告由${names.join('、')}六部分组成。`],
        ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）平台建设', '（五）监督保障'],
        ['主要包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。'],
      ]);
      const overview = sectionOf(report, 'overview');
      const title = placed(overview.title);
      const headed = withSection(report, 'overview', (section) => ({ ...section, title }));
      return { report: withParts(headed, sectionOf(headed, 'overview'), paragraphs(told)) };
    },
  },
  {
    name: 'structure/unfilled-placeholder amount',
    rules: ['structure/unfilled-placeholder'],
    put: (report, random) => ({
      report: inOverview(
        report,
        random.pick([
          `全年${placed('主动公开政府信息  条')}，其中政策解读类占多数。`,
          `${placed('发布信息 条')}，更新及时。`,
          `在政务新媒体${placed('发布动态   篇')}。`,
        ]),
      ),
    }),
  },
  {
    name: 'structure/template-residue notes',
    rules: ['structure/template-residue'],
    put: (report, random) => {
      const note = placed(random.pick(['（文字描述）', '（500字以内）', '（没有的填0）', '（请结合实际填写）']));
      return { report: withParagraph(report, random.pick(['overview', 'problems', 'other'] as const), note, 0) };
    },
  },
  {
    name: 'structure/foreign-text beside a body',
    rules: ['structure/foreign-text'],
    allowed: ['prose/issuer-mismatch'],
    put: (report, random) => {
      const { short } = report.facts.body;
      const foreign = placed(random.pick(['棋牌游戏app下载', 'pg88电子游戏', '体育官网登录', 'abc-168.com', '美高梅']));
      return { report: inOverview(report, `由${foreign}${short.slice(0, 2)}人民政府办公室组织实施。`) };
    },
  },
  {
    name: 'prose/other-jurisdiction',
    rules: ['prose/other-jurisdiction'],
    put: (report, random) => {
      const { name } = report.facts.body;
      const own = /^..[县区]/.exec(name)?.[0].at(-1);
      if (own === undefined) return undefined;
      const drawn = random.pick(districts)(name);
      const [inCounty, text] = drawn ?? [true, ''];
      if (inCounty !== (own === '县')) return undefined;
      return { report: inOverview(report, `按照${text}部署，定期检查公开栏。`) };
    },
  },
  {
    name: 'prose/other-jurisdiction of a province',
    rules: ['prose/other-jurisdiction'],
    put: (report, random) => {
      const { kind } = report.facts.body;
      if (kind !== 'township' && kind !== 'subdistrict') return undefined;
      const deed = placed(random.pick(['推动全省政务公开', '推进全省政府信息公开']));
      return { report: inOverview(report, `积极${deed}再上新台阶。`) };
    },
  },
  {
    name: 'structure/section-numbering in Arabic figures',
    rules: ['structure/section-numbering'],
    put: (report, random) => {
      // Between tables it depends on the layout whether a line numbered in Arabic figures is seen to be a heading.
      const at = random.pick([0, 1, 4, 5]);
      const { id } = report.sections[at] ?? { id: 'overview' as const };
      return { report: withSection(report, id, (section) => ({ ...section, ordinal: placed(String(at + 1)) })) };
    },
  },
];

/** Labels of table two in other words. */
export const labelFaults: readonly Fault[] = [
  {
    name: 'table/nonstandard-row-label heads and units',
    rules: ['table/nonstandard-row-label'],
    put: (report, random) => {
      const table = tableOf(report, 'disclosure');
      if (table === undefined || report.facts.edition.id !== '2021') return undefined;
      const [find, put] = random.pick([
        ['规章', '部门规章'],
        ['本年制发件数', '本年制作数量'],
        ['单位：万元', '单位：元'],
        ['现行有效件数', '有效文件总数'],
      ] as const);
      return { report: withForm(report, 'disclosure', relabelled(table.form, find, put)) };
    },
  },
];

/** The form with `put` in place of `find`, the words' only occurrence apart from longer labels. */
function relabelled(form: Form, find: string, put: string): Form {
  return form.map((row) =>
    row.map((cell) => {
      const isLabel = cell.text === find || (find.length > 2 && cell.text.includes(find));
      return isLabel && cell.figure === undefined ? { ...cell, text: cell.text.replace(find, placed(put)) } : cell;
    }),
  );
}
