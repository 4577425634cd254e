/** How prose states the facts that the tables hold: phrasings and traps of DOMAIN.md §6, as data. */
import type { FactSubject } from './report';

const numeral = '(?:[0-9][0-9,]*|[〇零一二两三四五六七八九十百千]+)';
const unit = '(?:件次|件|份|条|宗|例|起|个|项|次|部)';
/** A figure with its approximations; `n` is the figure alone. */
const figure = `(?<before>约|近|逾|超过|超|不足|不到)?(?<n>${numeral})(?<inside>余|多)?${unit}(?<after>余|多)?`;
const within = (most: number): string => `[^，。；0-9]{0,${most}}?`;

/** What the count of a phrase may stand for; see facts.ts for the cells. */
export type Meaning =
  | 'received'
  | 'handled'
  | 'carried-in'
  | 'closed'
  | 'carried-out'
  | 'reconsideration'
  | 'litigation'
  | 'documents-issued'
  | 'documents-repealed'
  | 'documents-in-force';

export interface FactPattern {
  readonly subjects: readonly FactSubject[];
  readonly meaning: Meaning;
  /** A word that every match holds; sentences without it are not searched. */
  readonly key: string;
  readonly pattern: RegExp;
  /** The phrase itself says none. */
  readonly negation?: true;
  /** Words which, in the same clause, mean that something else is spoken of. */
  readonly unless?: RegExp;
  /** Words of which the sentence must hold one. */
  readonly sentence?: RegExp;
}

const request = '(?:政府信息公开的?申请|信息公开的?申请|公开申请|申请公开的?(?:政府)?信息|依申请公开)';
const requestNoun = `${request}(?:的?(?:申请书|申请表|申请|政府信息|信息|事项|案件|项目|件|信件|来信|请求))?`;
const notRequests =
  /行政许可申请|热线|信箱|留言|提案|建议|咨询|投诉|信访|工单|模拟|测评|复议|诉讼|发布依申请|公开依申请|自然人|商业企业|法律服务机构|科研机构|公益组织|全县|全市|全区|全省|各部门|各乡镇|各镇|各单位/;
const aboutRequests = /公开申请|申请公开|依申请/;
const aboutDisclosure = /信息公开|政务公开|公开申请|依申请|公开答复/;
const document = '(?:行政)?规范性文件';
const notOwnCases = /行政执法|行政处罚|行政许可|全县|全市|全区|全省|各部门|各乡镇/;

/** Tried in order over each sentence; a place that one pattern has taken is not taken again. */
export const factPatterns: readonly FactPattern[] = [
  {
    subjects: ['requests-carried-in'],
    meaning: 'carried-in',
    key: '结转',
    pattern: new RegExp(
      `(?:上一?年度?结转|结转上一?年度?|上年末结转)(?:的|来的)?(?:${requestNoun}|申请)?(?:数量)?(?:共|共计|为|有|[:：])?${figure}`,
      'gu',
    ),
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-in'],
    meaning: 'carried-in',
    key: '结转',
    pattern: /(?:无|没有)上一?年度?结转(?:的)?(?:政府信息公开|信息公开)?(?:申请)?/gu,
    negation: true,
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '结转',
    pattern: new RegExp(
      `结转(?:至|到)?(?:下一?年度?|次年|明年)(?:继续)?(?:办理|处理|答复)?(?:的)?(?:${requestNoun}|申请)?(?:数量)?(?:共|共计|为|有|[:：])?${figure}`,
      'gu',
    ),
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '结转',
    pattern: new RegExp(
      `${figure}(?:政府信息公开|信息公开)?(?:申请)?(?:按规定|依法|尚在办理中?|正在办理中?|需|将|因)?、?(?:结转|顺延)(?:至|到)?(?:下一?年度?|次年|明年)`,
      'gu',
    ),
    unless: /复议|诉讼|含上年/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '结转',
    pattern: /(?:无|没有)(?:政府信息公开|信息公开)?(?:申请)?(?:需要?|事项)?结转(?:至|到)?(?:下一?年度?|次年)/gu,
    negation: true,
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: new RegExp(
      `(?:未曾|尚未|未|没有|没)(?:收到过?|接到过?|接收到?|新收|受理)${within(22)}(?:${request}|公开(?:件|事项|来信|请求))`,
      'gu',
    ),
    negation: true,
    unless:
      /行政许可申请|热线|信箱|留言|提案|建议|咨询|复议|诉讼|网上|网络|电话|信函|邮件|当面|现场|结转|超期|逾期|不予/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern:
      /(?:^|，|本年度?|年|我镇|我乡|我局|我街道|本机关|共)(?:均?无|没有)(?:人|公民、法人(?:和|或)其他组织)?(?:提出|提交)?(?:政府信息公开的?申请|信息公开的?申请|依申请公开)/gu,
    negation: true,
    unless: /结转|复议|诉讼|超期|逾期|不予|积压|未办|未答复|引[起发]|导致|投诉|违/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: new RegExp(
      `(?:新收|收到|接到|接收到?|收)(?:了)?${within(24)}${requestNoun}(?:表|数量)?${within(6)}${figure}`,
      'gu',
    ),
    unless: notRequests,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: new RegExp(
      `(?:新收|收到|接到|接收)(?:到|了)?${figure}(?:政府信息公开申请|信息公开申请|信息依申请公开|依申请公开|公开申请)`,
      'gu',
    ),
    unless: notRequests,
  },
  {
    subjects: ['requests-received'],
    meaning: 'handled',
    key: '申请',
    pattern: new RegExp(
      `(?:受理|办理|处理)(?:了|答复|回复)?(?:社会公众|公众|群众|公民)?${requestNoun}(?:数量)?(?:共|共计|为)?${figure}`,
      'gu',
    ),
    unless: notRequests,
  },
  {
    subjects: ['requests-closed'],
    meaning: 'closed',
    key: '申请',
    pattern: new RegExp(
      `(?:办结|办理完毕|答复|办理答复|予以答复)(?:了)?(?:${requestNoun}|申请)?(?:共|共计)?${figure}`,
      'gu',
    ),
    unless:
      /行政许可|热线|信箱|留言|提案|建议|咨询|投诉|信访|工单|复议|诉讼|自然人|企业|全县|全市|全区|网民|群众|逾期|超期/,
    sentence: aboutRequests,
  },
  {
    subjects: ['reconsideration', 'litigation'],
    meaning: 'reconsideration',
    key: '复议',
    pattern:
      /(?:(?:未曾|未|没有|没)(?:发生过?|引发|引起|产生|收到|出现|接到|有|涉及|被提起|被申请|因)|(?:^|，|年|我镇|我乡|我局|本机关|均)(?:均)?无|不存在|没有|零)[^。；，]{0,32}?(?:行政)?复议(?:案件|申请|事项)?(?:[、和及与或](?:被提起|提起)?(?:行政)?诉讼)/gu,
    negation: true,
    unless: /纠错|纠正|撤销|败诉|超期|逾期|未经/,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['reconsideration'],
    meaning: 'reconsideration',
    key: '复议',
    pattern:
      /(?:(?:未曾|未|没有|没)(?:发生过?|引发|引起|产生|收到|出现|接到|有|涉及|被提起|被申请|因)|(?:^|，|年|我镇|我乡|我局|本机关|均)(?:均)?无|不存在|没有)[^。；，]{0,28}?行政复议(?![、和及与或](?:被提起|提起)?(?:行政)?诉讼|决定|机关|机构|后)/gu,
    negation: true,
    unless: /纠错|纠正|撤销|败诉|超期|逾期|未经/,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['litigation'],
    meaning: 'litigation',
    key: '诉讼',
    pattern:
      /(?:(?:未曾|未|没有|没)(?:发生过?|引发|引起|产生|收到|出现|接到|有|涉及|被提起|因)|(?:^|，|年|我镇|我乡|我局|本机关|均)(?:均)?无|不存在|没有)[^。；，复]{0,28}?行政诉讼/gu,
    negation: true,
    unless: /纠错|纠正|撤销|败诉|超期|逾期|未经/,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['reconsideration', 'litigation'],
    meaning: 'reconsideration',
    key: '复议',
    pattern:
      /行政复议(?:案件|申请)?[、和及与](?:行政)?诉讼(?:案件)?(?:数量)?(?:均|都|共|各)?(?:为)?(?<n>0|零)(?:件|起|宗|例|次)/gu,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['reconsideration'],
    meaning: 'reconsideration',
    key: '复议',
    pattern: new RegExp(`行政复议(?:案件|申请|事项)?(?:数量)?(?:共计|共有|共|为|有|[:：])?${figure}`, 'gu'),
    unless: notOwnCases,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['reconsideration'],
    meaning: 'reconsideration',
    key: '复议',
    pattern: new RegExp(
      `(?:被申请|被提起|引发|引起|发生|收到|办理)(?:了)?${figure}(?:涉及)?(?:政府信息公开|信息公开)?(?:类|的)?行政复议`,
      'gu',
    ),
    unless: notOwnCases,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['litigation'],
    meaning: 'litigation',
    key: '诉讼',
    pattern: new RegExp(`(?<![、和及与])行政诉讼(?:案件|事项)?(?:数量)?(?:共计|共有|共|为|有|[:：])?${figure}`, 'gu'),
    unless: notOwnCases,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['litigation'],
    meaning: 'litigation',
    key: '诉讼',
    pattern: new RegExp(
      `(?:被提起|引发|引起|发生|收到)(?:了)?${figure}(?:涉及)?(?:政府信息公开|信息公开)?(?:类|的)?行政诉讼`,
      'gu',
    ),
    unless: notOwnCases,
    sentence: aboutDisclosure,
  },
  {
    subjects: ['documents-issued', 'documents-repealed'],
    meaning: 'documents-issued',
    key: '规范性文件',
    pattern: new RegExp(
      `(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)(?:、|或者?|和|及)?废止(?:规章、)?${document}`,
      'gu',
    ),
    negation: true,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'documents-issued',
    key: '规范性文件',
    pattern: new RegExp(`(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)(?:过)?(?:规章、|规章和)?${document}`, 'gu'),
    negation: true,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'documents-issued',
    key: '规范性文件',
    pattern: new RegExp(
      `(?:制发|新制定|制定|出台|印发)(?:并公开|并发布|了)?(?:各类)?${document}(?:共|共计|[:：])?${figure}`,
      'gu',
    ),
    unless: /废止|解读|备案|清理|审查|转发|上级|累计/,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'documents-issued',
    key: '规范性文件',
    pattern: new RegExp(`(?:制发|新制定|出台)${document}(?:共|共计)?${figure}`, 'gu'),
    unless: /解读|备案|清理|审查|转发|上级|累计/,
  },
  {
    subjects: ['documents-repealed'],
    meaning: 'documents-repealed',
    key: '规范性文件',
    pattern: new RegExp(
      `${document}[^。；]{0,24}?废止(?:${document})?${figure}|(?<=^|，|、)废止${document}(?<m>${numeral})${unit}`,
      'gu',
    ),
    unless: /失效|清理|累计|宣布/,
  },
  {
    subjects: ['documents-in-force'],
    meaning: 'documents-in-force',
    key: '现行有效',
    pattern: new RegExp(`现行有效(?:的)?(?:${document})?(?:共|共计|为|[:：])?${figure}`, 'gu'),
    unless: /规章|累计/,
    sentence: /规范性文件/,
  },
];

/** Words of which a sentence with a fact must hold one. */
export const factKeys: readonly string[] = [...new Set(factPatterns.map((pattern) => pattern.key))];

/** What a sentence must hold for any negation, and for any figure with its unit, to be found in it. */
export const negationSign = /[未没无零]|不存在/;
export const figureSign = /[0-9〇零一二两三四五六七八九十百千](?:余|多)?[件份条宗例起个项次部]/;

/** Words that make a clause speak of another time than the report's year. */
export const otherTimes = /去年|前年|同比|比上年|较上年|上年同期|往年|历年|累计|以来|近[三五0-9]年/;
