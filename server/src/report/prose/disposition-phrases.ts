/** Phrasings of the results of requests and of who made them (docs/domain.md, facts in prose). */
import {
  anyName,
  applicantNames,
  caseGroupNames,
  dispositionGroups,
  dispositionRows,
  namedBy,
  organisations,
} from '../../standard/prose-names';
import type { Detail } from './fact-detail';
import { countsApplicants, countsGroups } from './fact-detail';
import type { FactPattern, PhraseContext } from './fact-pattern';
import {
  aboutRequests,
  anyFigure,
  figure,
  joined,
  leadFigure,
  otherBodies,
  otherBusiness,
  request,
  requestNoun,
  within,
} from './fact-words';

const groupNamed = namedBy(dispositionGroups);
const dispositionRowNamed = namedBy(dispositionRows);
const applicantOf = namedBy(applicantNames);
const aboutCases = new RegExp(`复议|${caseGroupNames.map(({ words }) => words).join('|')}|诉讼|起诉`);
const unlessResults = new RegExp(`复议|诉讼|发布|主动公开|${otherBodies.source}`);
const notResults = new RegExp(`${otherBusiness.source}|主动公开类|信息属性|不公开[0-9]`);

/** What follows 因 or 由于 may be but one reason of the group. */
const reasonBefore = /(?:因|由于|系|属)[^，。；、0-9]{1,16}$/;
const reasonsBefore = /等(?:原因|情形|理由)?$/;

/** A group of results, loose where the wording may also mean more or less. */
function groupDetail(match: RegExpExecArray, { before, sentence }: PhraseContext): Detail | undefined {
  const named = groupNamed(match.groups?.name ?? '');
  if (named === undefined) return undefined;
  const isLoose =
    named.length === 1 && named[0] === 'granted'
      ? !sentence.includes('部分公开')
      : reasonBefore.test(before) && !reasonsBefore.test(before);
  return countsGroups(named, isLoose ? 'loose' : 'strict');
}

/** A row, or a wording that may stand for several. */
function rowDetail(match: RegExpExecArray): Detail | undefined {
  const row = dispositionRowNamed(match.groups?.name ?? '');
  if (row === 'not-existing' || row === 'not-own') return { of: 'vague', result: row };
  return row === undefined ? undefined : { of: 'row', row };
}

const results = {
  subjects: ['requests-by-result'],
  meaning: 'disposition',
  near: aboutRequests,
  unless: unlessResults,
  unlessSentence: notResults,
} as const;

const rowKeys = [
  '非本',
  '于本',
  '是本',
  '秘密',
  '三安全',
  '权益',
  '内部',
  '过程性',
  '案卷',
  '查询',
  '掌握',
  '另行制作',
  '现成',
  '不明确',
  '不存在',
  '举报',
  '重复',
  '反复',
  '出版物',
  '逾期',
];

const rows: readonly FactPattern[] = [
  {
    ...results,
    key: rowKeys,
    pattern: new RegExp(
      `${leadFigure}(?:申请)?(?:(?:系|为|属于?|因|由于|涉及|是)(?:属于?|其|涉及|申请人)?|(?=不属于|非本|(?:本机关|本单位)?不掌握))${anyName(dispositionRows)}(?![^，。；、]{0,8}${anyFigure})`,
      'g',
    ),
    detail: (match) => rowDetail(match),
  },
  {
    ...results,
    key: rowKeys,
    pattern: new RegExp(
      `(?<=申请[^，。；]{0,6})${leadFigure}，均?(?:系|为|属于?|是)(?:属于?)?${anyName(dispositionRows)}(?![^，。；、]{0,8}${anyFigure})`,
      'g',
    ),
    shared: true,
    detail: (match) => rowDetail(match),
  },
  {
    ...results,
    key: rowKeys,
    pattern: new RegExp(
      `(?<!等)${anyName(dispositionRows)}(?:等)?(?:的)?(?:[^，。；、0-9]{0,6}(?:不予公开|无法提供|不予处理|不再处理))?${joined}${figure}`,
      'g',
    ),
    detail: (match) => (match[0].includes('等') ? undefined : rowDetail(match)),
  },
];

const publicAlready = '已(?:经)?主动公开(?:的)?(?:政府)?(?:事项|信息|内容)';

/** What was public already counts as 予以公开 with others, or as 其他. */
const alreadyPublic: readonly FactPattern[] = [
  {
    ...results,
    unless: /复议|诉讼|发布/,
    key: '主动公开',
    pattern: new RegExp(`${leadFigure}(?:申请)?(?:系|为|属于?|是)(?:属于?)?${publicAlready}`, 'g'),
    detail: { of: 'vague', result: 'already-public' },
    atLeast: true,
  },
  {
    ...results,
    unless: /复议|诉讼|发布/,
    key: '主动公开',
    pattern: new RegExp(`(?:属于?|系|为)${publicAlready}(?:的)?${figure}`, 'g'),
    detail: { of: 'vague', result: 'already-public' },
    atLeast: true,
  },
];

const groupKeys = ['予公开', '以公开', '部分公开', '同意公开', '不予处理', '无法提供', '其他处理'];
/** 予以公开答复9件 counts a result, and no answers. */
const answered = '(?:的)?(?:答复|决定)?';

const wholeGroups: readonly FactPattern[] = [
  {
    ...results,
    key: groupKeys,
    pattern: new RegExp(`(?<!主动)${anyName(dispositionGroups)}${answered}${joined}${figure}`, 'g'),
    detail: groupDetail,
  },
  {
    ...results,
    key: groupKeys,
    pattern: new RegExp(
      `${leadFigure}(?:申请)?(?:依法|作|给予|已|均|全部|为|答复)?${anyName(dispositionGroups)}(?![^，。；、]{0,6}${anyFigure})`,
      'g',
    ),
    detail: groupDetail,
  },
  {
    ...results,
    key: '公开',
    pattern: new RegExp(`(?<=[，、：中])公开${figure}`, 'g'),
    sentence: /不予公开|不公开|部分公开|不属于|不存在|非本/,
    detail: countsGroups(['granted'], 'loose'),
  },
];

const hasFigure = new RegExp(anyFigure);
const endsInFigure = new RegExp(`${anyFigure}(?:申请)?[，、]?$`);

const allOf: readonly FactPattern[] = [
  {
    ...results,
    meaning: 'other-dispositions',
    key: '公开',
    pattern: /(?:均|全部|都)(?:已)?(?:依法|按时|按期)?予以公开/g,
    negation: true,
    implied: true,
    unlessSentence: new RegExp(`${notResults.source}|除|其余|其中|不予|部分公开|无法提供|确保|做到`),
    unless: /对|凡|属于|应当?公开|涉及/,
    detail: (_, { sentence }) => (hasFigure.test(sentence) ? countsGroups(['granted'], 'loose') : undefined),
  },
  {
    ...results,
    key: '公开',
    pattern: /均(?:为)?[“"]?不(?:予|同意)公开[”"]?/g,
    negation: true,
    implied: true,
    unlessSentence: new RegExp(`${notResults.source}|除|其余|其中|涉密|国家秘密|凡`),
    detail: (_, { before }) => (endsInFigure.test(before) ? countsGroups(['granted', 'partly']) : undefined),
  },
];

const byApplicant = {
  subjects: ['requests-by-applicant'],
  meaning: 'applicant',
  near: aboutRequests,
  unless: /结转|复议|诉讼|处罚|许可/,
  unlessSentence: otherBusiness,
} as const;

/** The columns, and whether only what was received can be meant. */
function applicantDetail(match: RegExpExecArray, context: PhraseContext): Detail | undefined {
  const columns = applicantOf(match.groups?.name ?? '');
  return columns && countsApplicants(columns, rowsMeant(context));
}

function rowsMeant({ before, previous }: PhraseContext): 'received' | 'any' {
  return /办结|答复|处理|办理|结转|转结/.test(previous + before) ? 'any' : 'received';
}

/** Those who ask, as they are called before 提出的申请. */
const loneApplicants = [
  ...applicantNames,
  { words: '企业', names: ['enterprise'] },
  { words: '法人|(?:其[他它])?组织', names: organisations },
];
const loneApplicantOf = namedBy(loneApplicants);

/** The applicants that are one column of table three. */
const applicantSigns = applicantNames.flatMap(({ words, names: [name, ...more] }) =>
  name !== undefined && more.length === 0 ? [{ sign: new RegExp(words), name }] : [],
);

const applicantKeys = ['自然人', '企业', '机构', '组织'];
const organisedKeys = [...applicantKeys, '法人'];

const applicantFigures: readonly FactPattern[] = [
  {
    subjects: ['requests-by-applicant'],
    meaning: 'applicant',
    key: organisedKeys,
    pattern: new RegExp(
      `(?:未|没有)(?:收到过?|接到过?|接收到?)(?<!公民[、和及或]?)${within(6)}(?<name>法人(?:或者?|和|及)其他组织|自然人)[^，。；]{0,10}(?:${request}|申请)`,
      'g',
    ),
    negation: true,
    unlessSentence: /结转|复议|诉讼|许可|公民/,
    near: aboutRequests,
    detail: (match) =>
      countsApplicants(applicantOf((match.groups?.name ?? '').replace('或者', '或')) ?? organisations, 'received'),
  },
  {
    ...byApplicant,
    key: applicantKeys,
    pattern: new RegExp(
      `(?<!公民[、和及或]?)${anyName(applicantNames)}(?:依法)?(?:提出|提交|提起)?(?:的)?(?:${requestNoun}|(?:政府信息公开)?(?:申请)?)(?:的)?(?:有|共|为|：)?${figure}`,
      'g',
    ),
    detail: applicantDetail,
  },
  {
    ...byApplicant,
    key: applicantKeys,
    pattern: new RegExp(
      `${leadFigure}(?:申请)?(?:为|系|由|来自|是)${anyName(applicantNames)}(?:申请|提出|提交|提起)`,
      'g',
    ),
    detail: applicantDetail,
  },
  {
    ...byApplicant,
    key: organisedKeys,
    pattern: new RegExp(
      `(?:收到|接到|新收|受理|办理)(?:了)?${figure}(?:由)?${anyName(loneApplicants)}(?:依法)?(?:提出|提交|提起)?(?:的)?${request}`,
      'g',
    ),
    detail: (match, context) => {
      const columns = loneApplicantOf(match.groups?.name ?? '');
      return columns && countsApplicants(columns, /受理|办理/.test(match[0]) ? 'any' : rowsMeant(context));
    },
  },
  {
    ...byApplicant,
    key: '其他',
    pattern: new RegExp(
      `(?<=(?:自然人|企业|机构|组织)(?:申请)?(?:[0-9]{1,6}|[一二两三四五六七八九十]{1,3})[件条宗例起个项份]，?[、和及]?|申请[0-9]{1,6}[件宗例起]次?，其中)其他(?:组织|申请人)?(?:申请)?${figure}`,
      'g',
    ),
    detail: (_, { sentence, before, previous }) => {
      const named: readonly string[] = applicantSigns.filter(({ sign }) => sign.test(sentence)).map(({ name }) => name);
      const rows = /办结|答复|处理|办理|结转/.test(previous + before) ? 'any' : 'received';
      const unnamed = organisations.filter((column) => !named.includes(column));
      return countsApplicants(['other'], rows, unnamed);
    },
  },
  {
    ...byApplicant,
    meaning: 'other-applicants',
    key: organisedKeys,
    pattern: new RegExp(`(?:均|都|全部)(?:为|由|是|来自|系)${anyName(applicantNames)}(?:的?申请|提出|提交)`, 'g'),
    negation: true,
    implied: true,
    unlessSentence: new RegExp(`${otherBusiness.source}|除|其余|其中|剩余|${aboutCases.source}`),
    detail: applicantDetail,
  },
  {
    ...byApplicant,
    meaning: 'other-applicants',
    key: organisedKeys,
    pattern: new RegExp(`(?<=[0-9一]件，)(?:系|为)${anyName(applicantNames)}(?:的?申请|提出)`, 'g'),
    negation: true,
    implied: true,
    unlessSentence: new RegExp(`${otherBusiness.source}|除|其余|其中|剩余|${aboutCases.source}`),
    detail: applicantDetail,
  },
];

export const dispositionPhrases: readonly FactPattern[] = [
  ...applicantFigures,
  ...rows,
  ...alreadyPublic,
  ...wholeGroups,
  ...allOf,
];
