/** The five aspects of section one, each in several wordings, with figures and names that are no facts of the tables. */
import { isGovernment } from '../bodies';
import { tagged } from '../marks';
import type { Random } from '../random';
import { requestSentences } from './requests';
import { caseSentence, decisionSentence, documentSentence } from './review';
import type { Writer } from './words';
import { closedList, inTheYear, loose, selfOf, share, split } from './words';

export type AspectId = 'disclosure' | 'requests' | 'management' | 'platform' | 'supervision';

export const aspectTitles: Readonly<Record<AspectId, readonly string[]>> = {
  disclosure: ['主动公开', '主动公开情况', '主动公开政府信息'],
  requests: ['依申请公开', '依申请公开情况', '依申请公开办理'],
  management: ['政府信息管理', '政府信息管理情况', '信息管理'],
  platform: ['政府信息公开平台建设', '平台建设', '公开平台建设情况'],
  supervision: ['监督保障', '监督保障情况', '监督和保障'],
};

const topics = [
  '财政预决算',
  '义务教育',
  '养老服务',
  '农村危房改造',
  '食品安全',
  '公共文化',
  '征地补偿',
  '就业帮扶',
  '防汛备汛',
];

/** The sentences of one aspect. */
export function aspectSentences(writer: Writer, aspect: AspectId): string[] {
  return writers[aspect](writer);
}

const writers: Readonly<Record<AspectId, (writer: Writer) => string[]>> = {
  disclosure: disclosureSentences,
  requests: (writer) => [...requestSentences(writer), ...serviceTraps(writer), caseSentence(writer)],
  management: managementSentences,
  platform: platformSentences,
  supervision: supervisionSentences,
};

function disclosureSentences(writer: Writer): string[] {
  const { random } = writer;
  const sentences = [published(writer)];
  const documents = random.chance(0.75) ? documentSentence(writer) : undefined;
  const decisions = decisionSentence(writer);
  if (documents !== undefined) sentences.push(documents);
  if (decisions !== undefined) sentences.push(decisions);
  sentences.push(...random.some(disclosureTraps(writer), random.int(0, 3)));
  return sentences;
}

/** What was put out by each channel: a list that adds up, or one that is openly partial. */
function published(writer: Writer): string {
  const { random } = writer;
  const total = random.int(30, 2600);
  const channels = random.some(['政府门户网站', '政务微信公众号', '公开栏', '政务微博', '其他渠道'], random.int(2, 4));
  const verb = random.pick(['主动公开政府信息', '公开各类信息', '发布政务信息']);
  if (random.chance(0.3)) {
    const part = random.int(5, Math.floor(total / 3));
    const other = random.int(5, Math.floor(total / 3));
    return `${inTheYear(writer)}${verb}${loose(writer, total, '条')}，涉及${random.pick(topics)}${part}条、${random.pick(['政策解读', '人事任免'])}${other}条等。`;
  }
  if (random.chance(0.2)) {
    const part = random.int(5, total - 5);
    return `${inTheYear(writer)}${verb}${total}条，其中政府网站发布${tagged('part', String(part))}条，占${share(writer, part, total)}。`;
  }
  if (random.chance(0.3)) return bySubject(writer, total, verb);
  const parts = split(random, total, channels.length);
  const items = parts.map((value, i) => [channels[i] as string, value] as const);
  const whole = tagged('whole', String(total));
  return `${tagged('list', `${inTheYear(writer)}${verb}${whole}条，其中${closedList(writer, items, '条')}`)}。`;
}

/** By subject: the list begins a sentence of its own, stands in brackets or after a colon; names hold signs of lists. */
function bySubject(writer: Writer, total: number, verb: string): string {
  const { random } = writer;
  const names = random.some(
    [
      '“双随机、一公开”类',
      '政策、规范性文件类',
      '人大建议、政协提案办理',
      '组织机构类',
      '教育、医疗等民生类',
      '各类公告公示',
    ],
    random.int(2, 3),
  );
  const parts = split(random, total, names.length + 1);
  const items = parts.map(
    (value, i) => [names[i] ?? random.pick(['其他', '其他各类信息', '其他信息']), value] as const,
  );
  const told = `${inTheYear(writer)}${verb}${tagged('whole', String(total))}条`;
  const list = closedList(writer, items, '条');
  const whole = random.pick([
    `${told}。其中，${list}`,
    `${told}；其中${list}`,
    `${told}，均在政府网站公布。其中${list}`,
    `${told}（其中${list}）`,
    `${told}：${list}`,
  ]);
  return `${tagged('list', whole)}。`;
}

/** Figures about other things, other years, and names with figures in them. */
function disclosureTraps(writer: Writer): string[] {
  const { random, facts } = writer;
  const { year } = facts;
  const few = random.int(1, 60);
  return [
    `公示行政许可信息${loose(writer, few, '条')}、行政处罚信息${random.int(1, 90)}条。`,
    `按时公开${year}年部门预算和${year - 1}年部门决算。`,
    `围绕“${random.pick(['民营经济32条', '助企纾困20条', '稳就业12条'])}”等政策开展解读${random.int(2, 40)}次。`,
    `转发上级政策文件${random.int(3, 80)}件，印发公文${random.int(20, 300)}件，其中主动公开${random.int(5, 15)}件。`,
    `落实《关于做好${year}年政务公开重点工作的通知》（政办函〔${year}〕${random.int(2, 48)}号）要求，逐项细化任务。`,
    `自${year - random.int(3, 9)}年以来累计公开信息1.3万余条。`,
    `发布解读材料${few + 40}篇，其中图解${few}余篇，包括长图3篇、视频8篇，文字解读20篇。`,
    `发布通知${few}条、公告${few + 9}条。其中转载${few + 12}条。`,
    `更新办事指南四十余项，制作图解${random.int(2, 30)}个，召开新闻发布会${random.int(1, 6)}场。`,
    `公开${random.pick(topics)}领域信息${random.int(10, 200)}条，同比增长${random.int(2, 60)}%。`,
    `按时发布${year - 1}年政府信息公开工作年度报告。`,
    `对历年行政规范性文件开展专项清理，共梳理${random.int(20, 90)}件。`,
    `对照《“十四五”规划（2021—2025年）》公开实施进展。`,
    `编发《政府公报》${random.int(2, 12)}期，并于${year}年6月公布${year - 1}年法治政府建设年度报告。`,
  ];
}

/** Business of other kinds that stands beside the requests. */
function serviceTraps(writer: Writer): string[] {
  const { random } = writer;
  const traps = [
    `同期承办12345政务服务便民热线工单${random.int(20, 4000)}件，办结率${random.pick(['99', '98.6', '100'])}%。`,
    `办理县长信箱、部门信箱来信${random.int(3, 200)}件，全部回复。`,
    `办理人大代表建议${random.int(2, 40)}件、政协委员提案${random.int(2, 40)}件，办理结果已公开。`,
    `接待现场咨询${random.int(10, 500)}人次，接听咨询电话${random.int(10, 900)}个。`,
    '修订申请办理流程图，对申请内容不明确的一次性告知补正。',
    '对疑难申请实行会商，必要时征求第三方意见。',
    '未收到行政许可申请方面的投诉。',
    `自2019年5月15日新修订的《条例》施行以来，累计接收申请${random.int(1000, 4000)}余件次咨询。`,
    `办理行政执法类行政复议案件${random.int(2, 60)}件，与政府信息公开无关。`,
    `开展依申请公开模拟测评${random.int(2, 12)}次，逐件点评。`,
  ];
  return random.some(traps, random.int(0, 2));
}

function managementSentences(writer: Writer): string[] {
  const { random, facts } = writer;
  return random.some(
    [
      '严格执行信息发布三审制度，先审查后公开，未发生泄密事件。',
      `${selfOf(writer)}对主动公开目录进行动态调整，全年更新${random.int(3, 40)}项。`,
      `清理${facts.year - random.int(3, 6)}年以前失效的办事指南${random.int(5, 60)}份，归档保存。`,
      '公文起草时同步确定公开属性，对拟不公开的注明理由。',
      '建立信息更新台账，每季度自查一次，发现错漏及时更正。',
      `落实国办发〔2018〕37号文件要求，规范行政规范性文件的起草、审核、编号和备案。`,
      '健全政府信息管理制度，明确制作、获取、保存、处理各环节的责任。',
    ],
    random.int(2, 4),
  );
}

function platformSentences(writer: Writer): string[] {
  const { random, facts } = writer;
  return random.some(
    [
      '依托政府门户网站政府信息公开专栏，优化栏目设置，方便群众查找。',
      `政务微信公众号关注人数${random.pick(['1.2万余', '三千余', '5600余', '近两万'])}人，推送信息${random.int(40, 900)}条。`,
      `在便民服务中心设政务公开专区，配备查询电脑${random.int(1, 4)}台，接待查阅群众${random.int(20, 700)}人次。`,
      `${facts.year}年完成网站适老化改造，关停长期不更新的账号${random.int(1, 3)}个。`,
      '加强政务新媒体管理，实行内容发布登记。',
      `网站（www.${random.pick(['lanxi', 'yunwu', 'chengquan'])}.gov.cn）政府信息公开平台全年运行平稳。`,
    ],
    random.int(2, 3),
  );
}

function supervisionSentences(writer: Writer): string[] {
  const { random, facts } = writer;
  const sentences = random.some(
    [
      `调整政务公开领导小组成员，明确${random.pick(['办公室', '党政办', '综合科'])}${random.pick(['2', '3', '两'])}名专职人员负责日常工作。`,
      `组织业务培训${random.pick(['2', '3', '两', '四'])}次，参训${random.int(20, 300)}人次。`,
      '把政府信息公开工作纳入年度绩效考核，按季通报结果。',
      `邀请人大代表、政协委员和群众代表${random.int(6, 30)}人开展社会评议，满意率${random.pick(['96', '97.5', '99'])}%。`,
      `${facts.year}年在全省第三方评估中位列同类单位前列。`,
      `通报${facts.year - 1}年第三方评估发现的${random.int(3, 20)}个问题，全部整改到位。`,
      `印发《${facts.year}年政务公开工作要点》，明确${random.int(12, 40)}项任务。`,
    ],
    random.int(2, 3),
  );
  const accountability = '未发生因政府信息公开工作被追究责任的情形。';
  return isGovernment(facts.body) || random.chance(0.6) ? [...sentences, accountability] : sentences;
}

/** Aspects in one of several orders: the usual one mostly. */
export function aspectOrder(random: Random): AspectId[] {
  const usual: AspectId[] = ['disclosure', 'requests', 'management', 'platform', 'supervision'];
  if (random.chance(0.75)) return usual;
  return random.chance(0.5)
    ? ['supervision', 'management', 'platform', 'disclosure', 'requests']
    : random.shuffle(usual);
}
