/** Phrasings of reviews and litigation over disclosure (docs/domain.md, facts in prose). */
import type { CaseGroup, CaseOutcome } from '../../standard/prose-names';
import { anyName, caseGroupNames, caseOutcomeNames, namedBy } from '../../standard/prose-names';
import { matchesOf } from '../../text/matches';
import type { Detail } from './fact-detail';
import { countsCases } from './fact-detail';
import type { FactPattern, PhraseContext } from './fact-pattern';
import { aboutDisclosure, anyFigure, figure, joined, leadFigure, otherBodies } from './fact-words';

const groupNamed = namedBy(caseGroupNames);
const outcomeNamed = namedBy(caseOutcomeNames);
const litigation: readonly CaseGroup[] = ['direct-litigation', 'litigation-after-reconsideration'];
/** Cases over disclosure, in this sentence or in the one before. */
const aboutOwnCases = new RegExp(`^(?=.*(?:${aboutDisclosure.source}))(?=.*(?:复议|诉讼|起诉))`);
const allCases: readonly CaseGroup[] = ['reconsideration', ...litigation];

/** Cases of another kind, or decided by the body itself. */
const notOwnCases = new RegExp(
  `行政执法|行政处罚|行政许可|工伤|征收决定|(?:办理|审理|受理|审结|代理|参与)(?:了)?(?:各类)?(?:行政)?(?:复议|诉讼|应诉)|应诉|${otherBodies.source}`,
);
const noneOf =
  '(?:未曾|未|没有|没)(?:发生过?|引发|引起|产生|收到|出现|接到|有|涉及|被提起|被申请|因)|(?:^|，|年度?|我镇|我乡|我局|本机关|均)(?:均)?无|不存在|没有';
const unlessNone = /纠错|纠正|撤销|败诉|超期|逾期|未经/;

const groupWords =
  /未经(?:行政)?复议(?:程序)?(?:而)?直接(?:起诉|提起)|复议后(?:再)?(?:起诉|提起)|行政诉讼|诉讼|(?:行政)?复议(?!机关|机构|决定|请求|申请人|后|办)/g;

/** The groups of cases that the text before a phrase last named. */
function groupsBefore(text: string): readonly CaseGroup[] | undefined {
  const found = matchesOf(groupWords, text);
  const last = found[found.length - 1];
  if (last === undefined) return undefined;
  const word = last[0];
  if (word.startsWith('未经')) return ['direct-litigation'];
  if (word.startsWith('复议后')) return ['litigation-after-reconsideration'];
  if (word.includes('复议')) return ['reconsideration'];
  const earlier = found[found.length - 2];
  const between = earlier === undefined ? '' : text.slice((earlier.index ?? 0) + earlier[0].length, last.index);
  const together =
    earlier?.[0].includes('复议') === true && /^(?:案件)?(?:[、和及与]|以及)(?:被提起|提起)?$/.test(between);
  return together ? allCases : litigation;
}

/** What was told on cases so far: this sentence, and the one before if it spoke of cases over disclosure. */
function toldOfCases({ before, previous }: PhraseContext): string {
  return /复议|诉讼/.test(previous) ? previous + before : before;
}

function outcomeDetail(match: RegExpExecArray, context: PhraseContext): Detail | undefined {
  const inside = match[0].slice(0, match[0].indexOf(match.groups?.name ?? ''));
  const groups = groupsBefore(toldOfCases(context) + inside);
  const named = outcomeNamed(match.groups?.name ?? '');
  if (groups === undefined || named === undefined) return undefined;
  // 均获维持 is a statement of its own, on the other outcomes.
  if (named.length === 1 && named[0] === 'upheld' && /[均全]/.test(inside)) return undefined;
  return named.length > 1 && inside.includes('，') ? undefined : countsCases(groups, named);
}

const ofCases = {
  meaning: 'cases',
  unless: notOwnCases,
  near: aboutOwnCases,
  unlessSentence: notOwnCases,
} as const;

const none: readonly FactPattern[] = [
  {
    subjects: ['reconsideration', 'litigation'],
    meaning: 'cases',
    key: '诉讼',
    pattern: new RegExp(
      `(?:${noneOf}|零)[^。；，]{0,32}?(?:行政)?复议(?:案件|申请|事项)?(?:(?:[、和及与或]|或者|以及)(?:被提起|提起)?(?:行政)?诉讼)`,
      'g',
    ),
    negation: true,
    unless: unlessNone,
    near: aboutOwnCases,
    unlessSentence: notOwnCases,
  },
  {
    subjects: ['reconsideration'],
    meaning: 'cases',
    key: '复议',
    pattern: new RegExp(
      `(?:${noneOf})[^。；，]{0,28}?行政复议(?!(?:[、和及与或]|或者|以及)(?:被提起|提起)?(?:行政)?诉讼|决定|机关|机构|后)`,
      'g',
    ),
    negation: true,
    unless: unlessNone,
    near: aboutOwnCases,
    unlessSentence: notOwnCases,
  },
  {
    subjects: ['litigation'],
    meaning: 'cases',
    key: '诉讼',
    pattern: new RegExp(`(?:${noneOf})[^。；，复]{0,28}?行政诉讼`, 'g'),
    negation: true,
    unless: unlessNone,
    near: aboutOwnCases,
    unlessSentence: notOwnCases,
  },
  {
    subjects: ['reconsideration', 'litigation'],
    meaning: 'cases',
    key: '复议',
    pattern:
      /行政复议(?:案件|申请)?[、和及与](?:行政)?诉讼(?:案件)?(?:数量)?(?:(?:均|都|共)?(?:为)?(?<n>0|零)|各(?<m>[0-9]{1,20}|[一二两三四五六七八九十]))(?:件|起|宗|例|次)/g,
    near: aboutOwnCases,
    unlessSentence: notOwnCases,
  },
];

const totals: readonly FactPattern[] = [
  {
    ...ofCases,
    subjects: ['cases'],
    key: '复议',
    pattern: new RegExp(
      `行政复议(?:案件)?[、和及与](?:行政)?诉讼(?:案件)?(?:数量)?(?:共计|合计|共|总计)${figure}`,
      'g',
    ),
    detail: countsCases(allCases),
  },
  {
    ...ofCases,
    subjects: ['cases'],
    key: '相关案件',
    pattern: new RegExp(`(?:共)?(?:办理|发生|引发)(?:了)?相关案件(?:共)?${figure}`, 'g'),
    detail: (_, context) => (groupsBefore(toldOfCases(context)) === allCases ? countsCases(allCases) : undefined),
  },
  {
    ...ofCases,
    subjects: ['reconsideration'],
    key: '复议',
    pattern: new RegExp(
      `(?:行政复议|(?<=[，；、：起生请发到的]|^)复议)(?:案件|申请|事项)?(?:数量)?(?:共计|共有|共|为|有|：)?${figure}`,
      'g',
    ),
  },
  {
    ...ofCases,
    subjects: ['reconsideration'],
    key: '复议',
    pattern: new RegExp(
      `(?:被申请|被提起|引发|引起|发生|收到)(?:了)?${figure}(?:涉及)?(?:政府信息公开|信息公开)?(?:类|的)?行政复议`,
      'g',
    ),
  },
  {
    ...ofCases,
    subjects: ['litigation'],
    key: '诉讼',
    pattern: new RegExp(
      `(?<!复议(?:案件|申请|事项)?[、和及与])(?:行政诉讼|(?<=[，；、：起生发到的]|^)诉讼)(?:案件|事项)?(?:数量)?(?:共计|共有|共|为|有|：)?${figure}`,
      'g',
    ),
  },
  {
    ...ofCases,
    subjects: ['litigation'],
    key: '诉讼',
    pattern: new RegExp(
      `(?:被提起|引发|引起|发生|收到)(?:了)?${figure}(?:涉及)?(?:政府信息公开|信息公开)?(?:类|的)?行政诉讼`,
      'g',
    ),
  },
  {
    ...ofCases,
    subjects: ['litigation'],
    key: '起诉',
    pattern: new RegExp(`${anyName(caseGroupNames)}(?:的)?(?:案件)?(?:有|共|为|：)?${figure}`, 'g'),
    detail: (match) => {
      const group = groupNamed(match.groups?.name ?? '');
      return group && countsCases([group]);
    },
  },
  {
    ...ofCases,
    subjects: ['litigation'],
    key: '起诉',
    pattern: new RegExp(`(?:其中)${figure}(?:为|系|属于?|是)?${anyName(caseGroupNames)}`, 'g'),
    detail: (match) => {
      const group = groupNamed(match.groups?.name ?? '');
      return group && countsCases([group]);
    },
  },
  {
    ...ofCases,
    subjects: ['litigation'],
    key: '起诉',
    pattern: new RegExp(
      `(?<=诉讼(?:案件)?[0-9一二两三四五六七八九十]{1,3}[件起宗例]，)(?:均)?(?:系|为|属于?)${anyName(caseGroupNames)}`,
      'g',
    ),
    negation: true,
    implied: true,
    detail: (match) =>
      countsCases([
        groupNamed(match.groups?.name ?? '') === 'direct-litigation'
          ? 'litigation-after-reconsideration'
          : 'direct-litigation',
      ]),
  },
];

const fillers =
  '(?:复议机关|复议机构|人民法院|法院|经审理|结果|均|已|全部|为|被|是|系|予以|判决|决定|依法|获|尚|仍|得到){0,4}';
const outcomes = {
  subjects: ['case-outcomes'],
  meaning: 'outcome',
  near: aboutOwnCases,
  unless: otherBodies,
  unlessSentence: notOwnCases,
} as const;

const outcomeKeys = ['维持', '纠', '败诉', '其他结果', '其它结果', '审结', '审理', '结案'];

const byOutcome: readonly FactPattern[] = [
  {
    ...outcomes,
    key: outcomeKeys,
    pattern: new RegExp(
      `(?<!无|没有|未发生|未出现)${leadFigure}(?:案件|行政复议|行政诉讼)?，?${fillers}${anyName(caseOutcomeNames)}(?![^，。；、]{0,8}${anyFigure})`,
      'g',
    ),
    detail: outcomeDetail,
  },
  {
    ...outcomes,
    key: outcomeKeys,
    pattern: new RegExp(`${anyName(caseOutcomeNames)}${joined}${figure}`, 'g'),
    detail: outcomeDetail,
  },
  {
    ...outcomes,
    key: '审结',
    pattern: new RegExp(
      `(?<=(?:复议|诉讼)(?:案件)?${anyFigure}，)(?:均|全部)?已(?:全部|经)?(?:审结|结案)(?=$|[，、；])`,
      'g',
    ),
    negation: true,
    implied: true,
    detail: (_, context) => withOutcomes(groupsBefore(toldOfCases(context)), ['pending']),
  },
  {
    ...outcomes,
    key: '维持',
    pattern: /(?:均|全部|都)(?:获|被|为|予以|结果|已|得到){0,3}维持/g,
    negation: true,
    implied: true,
    unlessSentence: new RegExp(`${notOwnCases.source}|未审结|审理|另|除|其余|已审结|其中`),
    detail: (_, context) => withOutcomes(groupsOfAll(toldOfCases(context)), ['corrected', 'pending']),
  },
  {
    ...outcomes,
    key: '败诉',
    pattern: /(?:零|无|没有|未发生|未出现)(?:一件)?(?:行政诉讼)?败诉/g,
    negation: true,
    implied: true,
    detail: countsCases(litigation, ['corrected']),
  },
  {
    ...outcomes,
    key: '纠',
    pattern: /(?:零|无|没有|未发生|未出现|未)(?:一件)?被?(?:纠错|纠正)/g,
    negation: true,
    implied: true,
    sentence: /复议|诉讼/,
    detail: (_, context) => withOutcomes(groupsOfAll(toldOfCases(context)), ['corrected']),
  },
];

/** 均 speaks of every group that the sentence names, or of those whose deciding body is its subject. */
function groupsOfAll(text: string): readonly CaseGroup[] | undefined {
  if (/复议(?:机关|机构)[^，。；]{0,4}$/.test(text)) return ['reconsideration'];
  if (/法院[^，。；]{0,4}$/.test(text)) return litigation;
  const last = groupsBefore(text);
  const sentence = text.slice(text.lastIndexOf('；') + 1);
  if (!/复议(?!后)/.test(sentence.replace(/未经复议/g, ''))) return last;
  return /诉讼|起诉/.test(sentence) ? allCases : last;
}

function withOutcomes(groups: readonly CaseGroup[] | undefined, outcomes: readonly CaseOutcome[]): Detail | undefined {
  return groups && countsCases(groups, outcomes);
}

export const casePhrases: readonly FactPattern[] = [...none, ...byOutcome, ...totals];
