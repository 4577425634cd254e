/** Phrasings of requests received and carried over (docs/domain.md, facts in prose); closing-phrases.ts has those closed. */
import { closingPhrases } from './closing-phrases';
import { all } from './fact-detail';
import type { FactPattern } from './fact-pattern';
import {
  aboutRequests,
  figure,
  leadFigure,
  otherBodies,
  otherBusiness,
  request,
  requestNoun,
  someOnly,
  within,
} from './fact-words';

const nextYear = '(?:下一?年度?|次年|明年|翌年|来年|(?<to>[0-9]{4})年度?)';
/** 结转下年度, 顺延至下一年, 转至2025年, 跨年. */
const carriedOver = `(?:(?:结转|转结|顺延|延续|递延)(?:至|到|转|入)?|(?:转|延)(?:至|到|入)?)${nextYear}`;
const unlessRequests = new RegExp(
  `${otherBusiness.source}|复议|诉讼|协助|配合|协办|转办|交办|指导|发布依申请|公开依申请|依申请公开(?<!(?:收到?|接到|受理|办理|承办|处理)[^，。；]{0,24}依申请公开)(?:类)?信息|${otherBodies.source}`,
);
const count = '(?:数量?|件数)?(?:共计|共|为|有|：)?';

/** 新收和上年结转……共N件 is a sum. */
const withNew = /收[^，。；0-9]{0,20}(?:以?及|和|与|、|加上?)$/;
const newAndCarriedIn =
  /(?:新收|收到)[^，。；]{0,30}，(?:含)?(?:上一?年度?|[0-9]{4}年度?)(?:结转|转结)[^，。；]{0,16}，$/;

const carriedIn: readonly FactPattern[] = [
  {
    subjects: ['requests-carried-in'],
    meaning: 'carried-in',
    key: ['结转', '转结'],
    pattern: new RegExp(
      `(?:(?:上一?年度?|上年末|(?<from>[0-9]{4})年度?)(?:结转|转结)|(?:结转|转结)上一?年度?)(?:继续)?(?:办理|处理)?(?:的|来的)?(?:${requestNoun}|申请)?(?:件|事项)?${count}${figure}`,
      'g',
    ),
    unless: /复议|诉讼/,
    detail: (_, { before }) => (withNew.test(before) ? undefined : all),
  },
  {
    subjects: ['requests-carried-in'],
    meaning: 'carried-in',
    key: ['转', '顺延'],
    pattern: new RegExp(
      `(?:上一?年度?|(?<from>[0-9]{4})年度?)(?:结转|转|顺延)(?:至|到|入)(?:今年|本年度?|[0-9]{4}年度?)(?:继续)?(?:办理|处理|答复)?(?:的)?(?:${requestNoun}|申请)?${count}${figure}`,
      'g',
    ),
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-in'],
    meaning: 'carried-in',
    key: '结转',
    pattern:
      /(?:无|没有)上一?年度?(?:没有)?结转(?:的)?(?:政府信息公开|信息公开)?(?:申请)?|上一?年度?(?:无|没有)结转(?:的)?申请?/g,
    negation: true,
    unless: /复议|诉讼/,
  },
];

const carriedOut: readonly FactPattern[] = [
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: ['转', '延'],
    pattern: new RegExp(
      `${carriedOver}(?:继续|接续)?(?:办理|处理|答复|办结)?(?:的)?(?:${requestNoun}|申请|事项|件)?${count}${figure}`,
      'g',
    ),
    near: aboutRequests,
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: ['转', '延'],
    pattern: new RegExp(
      `${leadFigure}(?:政府信息公开|信息公开)?(?:申请)?(?:按规定|依法|尚在办理中?|正在办理中?|需要?|将|因|按程序){0,2}、?${carriedOver}`,
      'g',
    ),
    near: aboutRequests,
    unless: /复议|诉讼|含上年/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: ['另有', '剩余', '其余', '尚有', '还有'],
    pattern: new RegExp(`(?:另有|剩余|其余|尚有|还有)${figure}[^。；0-9]{0,30}?${carriedOver}`, 'g'),
    unless: /复议|诉讼/,
    near: aboutRequests,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '跨年',
    pattern: new RegExp(
      `(?:剩余|其余|另有)?${figure}(?:申请)?(?:需要?|将)?跨年(?:度)?(?:办理|处理|答复)|跨年(?:度)?(?:办理|处理|答复)(?:的)?(?:申请)?(?<m>[0-9]{1,6})(?:件|宗|例|起)`,
      'g',
    ),
    unless: /复议|诉讼/,
    near: aboutRequests,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '除',
    pattern: new RegExp(
      `除${figure}(?:申请)?[^，。；、0-9]{0,6}(?:尚在|正在|仍在|尚未|未到|结转)[^，。；、0-9]{0,14}，其余`,
      'g',
    ),
    near: aboutRequests,
    unless: /复议|诉讼/,
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '结转',
    pattern: new RegExp(`(?<=[，、])(?:剩余|尚有)?结转${count}${figure}`, 'g'),
    near: aboutRequests,
    unless: /复议|诉讼/,
    detail: (_, { before }) => (/(?:答复|办结|办理完毕)/.test(before) ? all : undefined),
  },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '转',
    pattern:
      /(?:无|没有)(?:政府信息公开|信息公开)?(?:申请)?(?:件)?(?:需要?|事项)?(?:结转|转结)(?:至|到)?(?:下一?年度?|次年)|(?<=^|，)无下一?年度?结转/g,
    negation: true,
    near: aboutRequests,
    unless: /复议|诉讼/,
  },
];

const receivedNone: readonly FactPattern[] = [
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: new RegExp(
      `(?:未曾|尚未|未|没有|没)(?:收到过?|接到过?|接收到?|新收|受理)(?:和处理)?${within(22)}(?:${request}|公开(?:件|事项|来信|请求))`,
      'g',
    ),
    negation: true,
    unless:
      /行政许可申请|热线|信箱|留言|提案|建议|咨询|复议|诉讼|结转|超期|逾期|不予|(?<!公民[、和及或]?)法人|自然人|企业|(?:网上|网络|电话|信函|邮件|当面|现场)(?![^，。；]{0,12}等[^，。；]{0,4}(?:方式|形式|渠道|途径))/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern:
      /(?:^|，|本年度?|年度?|我镇|我乡|我局|我街道|本机关|共)(?:均?无|没有)(?:人|公民、法人(?:和|或)其他组织)?(?:提出|提交)?(?:政府信息公开的?申请|信息公开的?申请|依申请公开)/g,
    negation: true,
    unless: /结转|复议|诉讼|超期|逾期|不予|积压|未办|未答复|引[起发]|导致|投诉|违/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: /(?:未|没有)收到(?:过)?(?:该项|该类|此类|这类|相关|有关)申请(?![^，。；])/g,
    negation: true,
    near: /依申请公开|政府信息公开申请|公开申请/,
    unlessSentence: /许可|补贴|救助|建议|提案|复议|诉讼/,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern:
      /(?:依申请公开(?:政府)?信息?|政府信息公开申请|依申请公开)(?:的)?(?:数量|申请数量|情况)：(?:无|零)(?![^，。；])/g,
    negation: true,
  },
];

/** Everything to be dealt with in the year, and what was disclosed on request. */
const inAll: readonly FactPattern[] = [
  {
    subjects: ['requests-in-all'],
    meaning: 'in-all',
    key: '办理',
    pattern: new RegExp(`(?:应当?|共应|需要?|共需)办理(?:的)?(?:${requestNoun}|申请)?(?:共计|共)?${figure}`, 'g'),
    near: aboutRequests,
    unlessSentence: otherBusiness,
  },
  {
    subjects: ['requests-in-all'],
    meaning: 'in-all',
    key: ['结转', '转结'],
    pattern: new RegExp(
      `(?:新收|收到)[^，。；0-9]{0,20}(?:以?及|和|与|、|加上?)(?:上一?年度?|[0-9]{4}年度?)(?:结转|转结)[^，。；0-9]{0,20}?(?:共计|合计|总计|共)${figure}`,
      'g',
    ),
    near: aboutRequests,
    unless: unlessRequests,
  },
  {
    subjects: ['requests-in-all'],
    meaning: 'in-all',
    key: ['结转', '转结'],
    pattern: new RegExp(`(?:两项|二者)?(?:共计|合计|总计|共)(?:办理|处理)?(?:申请)?${figure}`, 'g'),
    detail: (_, { before }) => (newAndCarriedIn.test(before) ? all : undefined),
    near: aboutRequests,
    unless: unlessRequests,
  },
  {
    subjects: ['requests-received'],
    meaning: 'disclosed-on-request',
    key: '依申请公开',
    pattern: /(?<!发布|主动|公开)依申请公开(?:政府|政务)?信息(?:数量?|件数)?(?:共计|共|为|：)?(?<n>0|零)(?:件|条|份)/g,
  },
  {
    subjects: ['requests-received'],
    meaning: 'dealt-with',
    key: ['公开数', '信息数', '申请数', '公开总'],
    pattern: new RegExp(
      `依申请公开(?<=(?:^|[，：、]|全年|本?年度?|年内|机关|单位|[局镇乡委办共])依申请公开)(?:的)?(?:(?:政府|政务)?信息)?(?:申请)?(?:数量|数|总数|总量|件数)(?:共计|共|为|有|：)?${figure}`,
      'g',
    ),
    unless: otherBodies,
    unlessBefore: /主动公开(?:政府)?信息[^。；]{0,30}$/,
    unlessSentence: otherBusiness,
  },
];

const oneWay = /网络|网上|信函|信件|书面|当面|现场|电子邮件|邮寄/;
const furtherWay = new RegExp(`^[^。；]{0,24}?(?:${oneWay.source})[^，。；0-9]{0,10}[0-9]`);

/** 收到书面形式的申请3件、网络形式的2件: neither is the whole. */
function isOneWay(told: string, after: string): boolean {
  return oneWay.test(told) && furtherWay.test(after);
}

const received: readonly FactPattern[] = [
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: ['申请', '公开案件'],
    pattern: new RegExp(
      `(?:新收|新受理|收到|接到|接收到?|收)(?:了)?${within(24)}${requestNoun}(?:表|数量|数)?${within(6)}${figure}`,
      'g',
    ),
    unless: unlessRequests,
    unlessUpTo: someOnly,
    detail: (match, { sentence }) =>
      isOneWay(match[0], sentence.slice(match.index + match[0].length)) ? undefined : all,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '申请',
    pattern: new RegExp(
      `(?:新收|收到|接到|接收)(?:到|了)?${figure}(?:政府信息公开申请|信息公开申请|信息依申请公开|依申请公开|公开申请)`,
      'g',
    ),
    unless: unlessRequests,
    unlessUpTo: someOnly,
  },
  {
    subjects: ['requests-received'],
    meaning: 'received',
    key: '收',
    pattern: new RegExp(`(?:新收|(?<!其中[^，。；]{0,12})(?:收到|接收到?)申请书?)(?:申请)?(?:共|为)?${figure}`, 'g'),
    near: aboutRequests,
    unless: unlessRequests,
    unlessSentence: otherBusiness,
  },
  {
    subjects: ['requests-received'],
    meaning: 'handled',
    key: ['申请', '公开案件'],
    pattern: new RegExp(
      `(?:受理|办理|处理|承办|承接)(?:了|答复|回复)?${within(20)}${requestNoun}(?:数量?|件数)?(?:共计|合计|共|为)?${figure}`,
      'g',
    ),
    unless: unlessRequests,
    unlessUpTo: someOnly,
  },
  {
    subjects: ['requests-received'],
    meaning: 'handled',
    key: '办理',
    pattern: new RegExp(`(?:共|已)办理(?:答复|回复)?(?:申请)?${figure}`, 'g'),
    near: aboutRequests,
    unless: unlessRequests,
    unlessUpTo: someOnly,
    unlessSentence: otherBusiness,
  },
];

export const requestPhrases: readonly FactPattern[] = [
  ...carriedIn,
  ...carriedOut,
  ...receivedNone,
  ...inAll,
  ...received,
  ...closingPhrases,
];
