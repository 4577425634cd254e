/** The usual sentences of an annual report, by the place that they belong to and by the figures that they must agree with. */
import type { AspectId } from './aspects';
import { caseGroups } from './columns';
import type { CellRef } from './edition';

/** Where a sentence belongs: before section one, in its opening, in one of its aspects, in section five or six. */
export type SentencePlace = 'preface' | 'opening' | AspectId | 'problems' | 'other';

/** A figure of the tables, or a sum of some, by a short name. */
export type FigureName = keyof typeof sentenceFigures;

/**
 * `text` may hold `{year}`, `{issuer}`, `{format}` (the official format), `{results}` (the results of requests with
 * their figures), a figure's name in braces, or `{?}` for a figure that no table has.
 */
export interface StandardSentence {
  readonly id: string;
  readonly place: SentencePlace;
  readonly text: string;
  /** Figures that are 0, or are not 0, where the sentence is true. */
  readonly none?: readonly FigureName[];
  readonly some?: readonly FigureName[];
  /** The subject (`FactSubject`) that it states; where the report states it already, other sentences come first. */
  readonly about?: string;
  /** Reports of governments (not of their departments) have to say it: article 50, item 4. */
  readonly governments?: true;
}

const requestCell = (row: string): CellRef => ({ table: 'requests', row, column: 'total' });
const documentCell = (column: string): CellRef => ({ table: 'disclosure', row: 'normative-documents', column });
const decisionsCell = (row: string): CellRef => ({ table: 'disclosure', row, column: 'decisions' });
const casesCell = (group: string): CellRef => ({ table: 'review', row: 'cases', column: `${group}.total` });
const [reconsideration, ...litigation] = caseGroups.map(({ id }) => casesCell(id)) as [CellRef, ...CellRef[]];

export const sentenceFigures = {
  received: [requestCell('received')],
  carriedIn: [requestCell('carried-in')],
  disposed: [requestCell('disposed')],
  carriedOut: [requestCell('carried-out')],
  issued: [documentCell('issued')],
  repealed: [documentCell('repealed')],
  inForce: [documentCell('in-force')],
  licences: [decisionsCell('licences')],
  penalties: [decisionsCell('penalties')],
  coercion: [decisionsCell('coercion')],
  reconsideration: [reconsideration],
  litigation,
} as const satisfies Readonly<Record<string, readonly CellRef[]>>;

/** What each aspect says to begin with, whatever the figures are; the blank form prints them. */
export const aspectSentences = {
  active: '按照条例第二十条、第二十一条的规定，及时主动公开应当公开的政府信息。',
  requests: '{year}年未收到政府信息公开申请。',
  management: '严格执行先审查、后公开，做好政府信息的制作、保存和更新。',
  platform: '依托政府网站政府信息公开专栏，规范栏目设置，及时维护内容。',
  supervision: '明确专人负责，加强业务培训，未发生因政府信息公开工作被追究责任的情况。',
} as const satisfies Readonly<Record<AspectId, string>>;

/** The results that a government's report states besides (article 50, item 4). */
export const dutiesSentence =
  '工作考核方面，政府信息公开工作纳入年度考核；社会评议方面，通过多种渠道听取公众意见；责任追究方面，未发生因政府信息公开工作被追究责任的情况。';

export const standardSentences: readonly StandardSentence[] = [
  { id: 'preface', place: 'preface', text: '本报告由{issuer}按照《中华人民共和国政府信息公开条例》和{format}编制。' },
  { id: 'period', place: 'preface', text: '本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。' },
  {
    id: 'parts',
    place: 'preface',
    text: '本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六部分组成。',
  },
  {
    id: 'opening',
    place: 'opening',
    text: '{year}年，{issuer}认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。',
  },
  { id: 'active', place: 'active', text: aspectSentences.active },
  {
    id: 'documents-some',
    place: 'active',
    about: 'documents-issued',
    text: '{year}年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{inForce}件。',
    some: ['issued'],
  },
  {
    id: 'documents-none',
    place: 'active',
    about: 'documents-issued',
    text: '{year}年未制发行政规范性文件。',
    none: ['issued'],
  },
  {
    id: 'licences',
    place: 'active',
    about: 'licences',
    text: '{year}年作出行政许可决定{licences}件。',
    some: ['licences'],
  },
  {
    id: 'penalties',
    place: 'active',
    about: 'penalties',
    text: '{year}年作出行政处罚决定{penalties}件。',
    some: ['penalties'],
  },
  {
    id: 'coercion',
    place: 'active',
    about: 'coercion',
    text: '{year}年作出行政强制决定{coercion}件。',
    some: ['coercion'],
  },
  {
    id: 'received-some',
    place: 'requests',
    about: 'requests-received',
    text: '{year}年收到政府信息公开申请{received}件。',
    some: ['received'],
  },
  {
    id: 'received-none',
    place: 'requests',
    about: 'requests-received',
    text: aspectSentences.requests,
    none: ['received'],
  },
  {
    id: 'carried-in',
    place: 'requests',
    about: 'requests-carried-in',
    text: '上年结转政府信息公开申请{carriedIn}件。',
    some: ['carriedIn'],
  },
  {
    id: 'results',
    place: 'requests',
    about: 'requests-closed',
    text: '办结政府信息公开申请{disposed}件，其中{results}。',
    some: ['disposed'],
  },
  {
    id: 'closed',
    place: 'requests',
    about: 'requests-carried-out',
    text: '政府信息公开申请均已按时办结。',
    some: ['disposed'],
    none: ['carriedOut'],
  },
  {
    id: 'carried-out',
    place: 'requests',
    about: 'requests-carried-out',
    text: '结转下年度继续办理{carriedOut}件。',
    some: ['carriedOut'],
  },
  { id: 'management', place: 'management', text: aspectSentences.management },
  {
    id: 'management-attributes',
    place: 'management',
    text: '在制作公文时明确公开属性，定期清理已公开的信息，对失效的内容及时更新或者撤下。',
  },
  { id: 'platform', place: 'platform', text: aspectSentences.platform },
  {
    id: 'platform-offline',
    place: 'platform',
    text: '在政务服务大厅设置政府信息查阅点，方便群众查阅政府信息。',
  },
  { id: 'supervision', place: 'supervision', text: aspectSentences.supervision },
  { id: 'duties', place: 'supervision', text: dutiesSentence, governments: true },
  {
    id: 'cases-none',
    place: 'supervision',
    about: 'reconsideration',
    text: '{year}年未发生因政府信息公开工作引起的行政复议、行政诉讼。',
    none: ['reconsideration', 'litigation'],
  },
  {
    id: 'cases-some',
    place: 'supervision',
    about: 'reconsideration',
    text: '{year}年因政府信息公开工作被申请行政复议{reconsideration}件，被提起行政诉讼{litigation}件。',
    some: ['reconsideration', 'litigation'],
  },
  {
    id: 'reconsideration',
    place: 'supervision',
    about: 'reconsideration',
    text: '{year}年因政府信息公开工作被申请行政复议{reconsideration}件，未被提起行政诉讼。',
    some: ['reconsideration'],
    none: ['litigation'],
  },
  {
    id: 'litigation',
    place: 'supervision',
    about: 'litigation',
    text: '{year}年因政府信息公开工作被提起行政诉讼{litigation}件，未被申请行政复议。',
    some: ['litigation'],
    none: ['reconsideration'],
  },
  {
    id: 'problems',
    place: 'problems',
    text: '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
  },
  {
    id: 'improvements',
    place: 'problems',
    text: '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
  },
  { id: 'no-fee', place: 'other', about: 'information-fee', text: '{year}年未收取政府信息公开信息处理费。' },
  {
    id: 'fee',
    place: 'other',
    about: 'information-fee',
    text: '{year}年发出收取信息处理费通知{?}件，总金额{?}元，实际收取信息处理费{?}元。',
  },
  { id: 'nothing-else', place: 'other', text: '没有其他需要报告的事项。' },
];
