/** How running text calls what the tables count: results of requests, applicants, outcomes of cases. */

import { remembered } from '../text/remembered';
import type { caseGroups, caseOutcomes } from './columns';

/** A wording, as the source of a regular expression, with what it stands for. */
export interface ProseName<Names = string> {
  readonly words: string;
  readonly names: Names;
}

/** A group of results of requests: the rows of table three under one heading. */
export type DispositionGroup = 'granted' | 'partly' | 'refused' | 'unable' | 'declined' | 'other';
export type CaseGroup = (typeof caseGroups)[number]['id'];
/** How a case may stand. */
export type CaseOutcome = Exclude<(typeof caseOutcomes)[number]['id'], 'total'>;

/** Whole groups of results, several rows of table three each. The longest wording first. */
export const dispositionGroups: readonly ProseName<readonly DispositionGroup[]>[] = [
  { words: '予以公开(?:及|和|、|或|或者|以及)部分公开', names: ['granted', 'partly'] },
  { words: '部分公开', names: ['partly'] },
  { words: '不(?:予|同意)公开', names: ['refused'] },
  { words: '予以公开', names: ['granted'] },
  { words: '[“"]?同意公开[”"]?', names: ['granted'] },
  { words: '无法提供', names: ['unable'] },
  { words: '不予处理', names: ['declined'] },
  { words: '其他处理', names: ['other'] },
];

/** Single rows of table three. */
export const dispositionRows: readonly ProseName[] = [
  { words: '国家秘密', names: 'refused-secret' },
  { words: '三安全一稳定[”"]?', names: 'refused-security' },
  { words: '第三方(?:合法)?权益', names: 'refused-third-party' },
  { words: '内部(?:事务|管理)(?:性|类)?信息', names: 'refused-internal' },
  { words: '过程性信息', names: 'refused-process' },
  { words: '行政执法案卷(?:信息)?', names: 'refused-enforcement' },
  { words: '行政查询事项', names: 'refused-query' },
  {
    words:
      '(?:本机关|本单位|本[局镇乡办委县市区]|我[局镇乡办委县市区])?不掌握的?(?:相关)?(?:政府)?信息|(?:本机关|本单位)不掌握',
    names: 'unable-not-held',
  },
  {
    words:
      '非本(?:部门|机关|单位|级|局|办|委|镇|乡|街道)(?:所)?(?:掌握|公开|职责)(?:范围)?(?:的?(?:政府)?信息)?|不(?:属于|是)本(?:部门|机关|单位|级|局|办|委|镇|乡|街道)(?:所)?(?:掌握|公开|负责公开|制作|职责)(?:职责)?(?:信息)?(?:范围)?(?:的?(?:政府)?信息)?',
    names: 'not-own',
  },
  { words: '(?:没有|无)现成信息(?:需要?另行制作)?|需要?另行制作', names: 'unable-to-be-made' },
  { words: '补正后(?:申请)?(?:内容)?仍不明确', names: 'unable-unclear' },
  { words: '(?:政府)?信息不存在|(?<=[，、：])不存在', names: 'not-existing' },
  { words: '信访、?举报、?投诉类?(?:申请)?', names: 'declined-complaint' },
  { words: '无正当理由大量反复申请|大量反复申请', names: 'declined-excessive' },
  { words: '重复申请', names: 'declined-repeated' },
  { words: '(?:要求)?(?:提供)?公开出版物', names: 'declined-publication' },
  { words: '逾期[不未]补正(?:、?不再处理)?', names: 'other-not-corrected' },
  { words: '逾期[不未](?:缴|交)(?:纳)?费用?(?:、?不再处理)?', names: 'other-not-paid' },
];

/** 法人或其他组织: all columns of table three but 自然人 and 总计. */
export const organisations: readonly string[] = ['enterprise', 'research', 'public-welfare', 'legal-service', 'other'];

/** Columns of table three. */
export const applicantNames: readonly ProseName<readonly string[]>[] = [
  { words: '自然人', names: ['natural-person'] },
  { words: '商业企业|(?<=自然人[^，。；]{0,8}[，、])企业', names: ['enterprise'] },
  { words: '科研(?:教育)?机构', names: ['research'] },
  { words: '(?:社会)?公益(?:性)?组织', names: ['public-welfare'] },
  { words: '法律服务机构', names: ['legal-service'] },
  { words: '法人(?:或者?|和|及|、)?其[他它]组织', names: organisations },
];

export const caseGroupNames: readonly ProseName<CaseGroup>[] = [
  { words: '未经(?:行政)?复议(?:程序)?(?:而)?直接(?:起诉|提起(?:行政)?诉讼)', names: 'direct-litigation' },
  {
    words: '(?<!未)(?:经)?(?:行政)?复议后(?:再)?(?:起诉|提起(?:行政)?诉讼)',
    names: 'litigation-after-reconsideration',
  },
];

export const caseOutcomeNames: readonly ProseName<readonly CaseOutcome[]>[] = [
  { words: '(?:结果)?维持(?:了)?(?:原(?:答复|决定|行为|行政行为|具体行政行为))?', names: ['upheld'] },
  { words: '(?:结果)?纠正|(?:被)?纠错|败诉', names: ['corrected'] },
  { words: '其[他它]结果', names: ['otherwise'] },
  { words: '已(?:全部)?审结', names: ['upheld', 'corrected', 'otherwise'] },
  { words: '(?:尚)?未审结|(?:正在|尚在|仍在)审理(?:之)?中?|审理中|(?:尚)?未结案', names: ['pending'] },
];

/** The alternation of all wordings, as one named group. */
export function anyName(names: readonly ProseName<unknown>[], group = 'name'): string {
  return `(?<${group}>${names.map(({ words }) => words).join('|')})`;
}

/** A look-up from a printed wording to what it names. */
export function namedBy<Names>(names: readonly ProseName<Names>[]): (printed: string) => Names | undefined {
  const compiled = names.map(
    ({ words, names: id }) => [new RegExp(`^(?:${words.replace(/\(\?<[=!][^()]*\)/g, '')})$`, 'u'), id] as const,
  );
  return remembered((printed) => compiled.find(([pattern]) => pattern.test(printed))?.[1]);
}
