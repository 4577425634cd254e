/** Faults within the text of the sections: aspects, left-over text of forms and pages, text that does not belong. */
import type { Layout } from '../../../server/src/text/layout';
import type { LogicalReport } from '../../support/reports/logical-report';
import { paragraphs } from '../../support/reports/logical-report';
import { placed } from '../../support/reports/marks';
import type { AspectId } from '../../support/reports/prose/aspects';
import { sectionOf, tableOf, textSlots, withParts, withSection, withTable } from '../change';
import type { Fault } from '../fault';
import { withParagraph } from './structure';

/** One sentence an aspect that says nothing on any other. */
const leanAspects: Readonly<Record<AspectId, string>> = {
  disclosure: '及时主动公开财政预决算、民生救助等重点领域信息120条。',
  requests: '规范依申请公开办理流程，畅通受理渠道，按期答复申请人。',
  management: '健全信息审核制度，严格保密审查，动态调整公开目录。',
  platform: '加强政府网站和政务新媒体建设，优化专栏设置。',
  supervision: '将该项工作纳入年度考核，开展业务培训，强化责任追究。',
};

const aspectNames: Readonly<Record<AspectId, string>> = {
  disclosure: '主动公开方面',
  requests: '依申请公开方面',
  management: '政府信息管理方面',
  platform: '平台建设方面',
  supervision: '监督保障方面',
};

/** A section one that says a sentence on each aspect but the one left out. */
export function leanOverview(report: LogicalReport, without: AspectId): LogicalReport {
  const told = (Object.keys(leanAspects) as AspectId[])
    .filter((aspect) => aspect !== without)
    .map((aspect, i) => `（${'一二三四'.charAt(i)}）${aspectNames[aspect]}。${leanAspects[aspect]}`);
  return withParts(report, sectionOf(report, 'overview'), paragraphs(told));
}

const printed: readonly Layout[] = ['spaced', 'tsv', 'stacked'];

export const contentFaults: readonly Fault[] = [
  {
    name: 'structure/missing-aspect',
    rules: ['structure/missing-aspect'],
    put: (report, random) => ({ report: leanOverview(report, random.pick(Object.keys(leanAspects) as AspectId[])) }),
  },
  {
    name: 'structure/unfilled-placeholder',
    rules: ['structure/unfilled-placeholder'],
    put: (report, random) => {
      const hole = placed(random.pick(['XX', '××', '____', '【待填】', 'XXX', '＿＿＿']));
      const text = random.pick([
        `编发政务信息简报${hole}期。`,
        `联系电话：${hole}。`,
        `召开专题会议${hole}次，研究部署重点任务。`,
      ]);
      return { report: withParagraph(report, random.pick(['overview', 'other'] as const), text, random.int(0, 9)) };
    },
  },
  {
    name: 'structure/extraction-residue bookmark or image',
    rules: ['structure/extraction-residue'],
    put: (report, random) => {
      const residue = placed(random.pick(['[bookmark: _GoBack]', '[bookmark: _Toc123]', '[image: image1.png]']));
      if (random.chance(0.5)) return { report: withParagraph(report, 'overview', residue, random.int(1, 9)) };
      const slot = random.pick(textSlots(report).filter(({ section }) => section === 'overview'));
      return { report: slot.put(residue.includes('image') ? `${slot.text}${residue}` : residue + slot.text) };
    },
  },
  {
    name: 'structure/extraction-residue page number',
    rules: ['structure/extraction-residue'],
    layouts: printed,
    put: (report, random) => {
      const table = tableOf(report, 'requests');
      if (table === undefined) return undefined;
      const lines = new Map([[random.int(5, 20), placed(random.pick(['- 4 -', '— 5 —', '第6页']))]]);
      return {
        report: withTable(report, 'requests', () => ({ kind: 'table', table: { ...table, linesAfter: lines } })),
      };
    },
  },
  {
    name: 'structure/template-residue',
    rules: ['structure/template-residue'],
    put: (report, random) => {
      if (random.chance(0.4)) {
        const text = `公开年报可在政府网站${placed('（具体网址）')}查阅。`;
        return { report: withParagraph(report, random.pick(['overview', 'other'] as const), text, 9) };
      }
      const id = random.pick(['disclosure', 'requests', 'review'] as const);
      const [note] = paragraphs([placed('（该部分以表格形式报告）')]);
      if (note === undefined) return undefined;
      return { report: withSection(report, id, (section) => ({ ...section, parts: [note, ...section.parts] })) };
    },
  },
  {
    name: 'structure/foreign-text other sites and menus',
    rules: ['structure/foreign-text'],
    put: (report, random) => {
      const text = random.pick([
        `更多内容见${placed('http://www.game-888-online.com/app')}。`,
        placed('首页 > 政务公开 > 法定主动公开内容 > 年度报告'),
        placed('网站地图 | 联系我们 | 版权所有 | 设为首页'),
        placed('【打印】【关闭】 分享到：微信 微博'),
      ]);
      return { report: withParagraph(report, 'overview', text, random.int(1, 9)) };
    },
  },
  {
    name: "structure/foreign-text inside a body's name",
    rules: ['structure/foreign-text'],
    allowed: ['prose/issuer-mismatch'],
    put: (report, random) => {
      const { name } = report.facts.body;
      const at = Math.floor(name.length / 2);
      const foreign = random.pick(['bet365体育', '新葡京官网', 'casino online', '威尼斯人娱乐']);
      const text = `${placed(name.slice(0, at) + foreign + name.slice(at))}高度重视政府信息公开工作。`;
      return { report: withParagraph(report, 'overview', text, 1) };
    },
  },
];
