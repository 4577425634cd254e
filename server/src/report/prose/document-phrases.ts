/** Phrasings of normative documents, administrative rules, decisions and the processing fee (docs/domain.md, facts in prose). */
import { matchesOf } from '../../text/matches';
import type { Detail } from './fact-detail';
import { countsFigures } from './fact-detail';
import type { DetailOf, FactPattern } from './fact-pattern';
import { figure, otherBodies } from './fact-words';

const document = '(?:行政)?规范性文件';
/** 制定, 制定出台, 新发布; 发布 alone may be of another's documents. */
const issue = '(?:(?:制发|新制定|制定|出台|印发|新制作|制作|新出台|新印发|新制发)(?:发布|出台|印发|下发)?|新发布|新发)';
const otherDocuments = /解读|备案|清理|审查|转发|上级|累计|意见|草案/;

const documentNames = /规范性文件|规章|政策文件|解读|文件(?!精神)|办法|方案|清单|公报|公文/g;

/** The detail, if the documents last named are normative ones. */
function lastNamed(detail: Detail): DetailOf {
  return (_, { before, previous }) => {
    const named = matchesOf(documentNames, previous + before);
    return named[named.length - 1]?.[0] === '规范性文件' ? detail : undefined;
  };
}

const documents: readonly FactPattern[] = [
  {
    subjects: ['rules-issued', 'documents-issued'],
    meaning: 'disclosure',
    key: '规章',
    pattern: new RegExp(`(?:未|没有|无)(?:制发|制定|出台)(?:过)?规章(?:、|和|及|或者?)${document}`, 'g'),
    negation: true,
  },
  {
    subjects: ['documents-issued', 'documents-repealed'],
    meaning: 'disclosure',
    key: '废止',
    pattern: new RegExp(`(?:未|没有)(?:制发|制定)、(?:也)?(?:未|没有)废止${document}`, 'g'),
    negation: true,
  },
  {
    subjects: ['documents-repealed'],
    meaning: 'disclosure',
    key: '废止',
    pattern: new RegExp(`(?:未|没有)废止${document}`, 'g'),
    negation: true,
  },
  {
    subjects: ['documents-issued', 'documents-repealed'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(
      `(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)(?:、|或者?|和|及)?废止(?:规章、)?${document}`,
      'g',
    ),
    negation: true,
  },
  {
    subjects: ['documents-issued', 'documents-repealed'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(`(?:未|没有|无)${document}(?:的)?(?:出台|制发)(?:及|、|和)(?:更新|废止)`, 'g'),
    negation: true,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(
      `(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)(?:过)?(?:规章、|规章和)?(?:新的)?${document}`,
      'g',
    ),
    negation: true,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(`${issue}(?:并公开|并发布|了|的)?(?:各类|本级)?${document}(?:共计|共|为|：)?${figure}`, 'g'),
    unless: new RegExp(`废止|${otherDocuments.source}`),
  },
  {
    subjects: ['documents-issued'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(`(?:制发|新制定|出台)${document}(?:共计|共)?${figure}`, 'g'),
    unless: otherDocuments,
  },
  {
    subjects: ['documents-issued'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(`${issue}(?:并公开|并发布|了)?${figure}(?:各类|本级)?${document}`, 'g'),
    unless: new RegExp(`废止|${otherDocuments.source}`),
  },
  {
    subjects: ['documents-issued'],
    meaning: 'disclosure',
    key: ['制', '出台', '印发', '新发'],
    pattern: new RegExp(
      `(?<=^|[，、：]|规范性文件)(?:本年度?|全年|年内|当年|共)?(?:新)?(?:制发|制定|出台|印发|新发布)(?:出台|发布)?(?:数量|数|了)?${figure}(?=$|[，、；（])`,
      'g',
    ),
    unless: otherDocuments,
    near: /规范性文件/,
    detail: lastNamed(countsFigures(['normative-documents', 'issued'])),
  },
  {
    subjects: ['documents-repealed'],
    meaning: 'disclosure',
    key: '废止',
    pattern: new RegExp(
      `(?<=[，、：]|规范性文件)(?:清理)?废止(?:规范性|旧)?(?:文件)?(?:数量|数|了)?${figure}(?=$|[，、；（])`,
      'g',
    ),
    unless: /失效|累计|宣布|规章|政策/,
    unlessSentence: /失效/,
    near: /规范性文件/,
    detail: lastNamed(countsFigures(['normative-documents', 'repealed'])),
  },
  {
    subjects: ['documents-repealed'],
    meaning: 'disclosure',
    key: '废止',
    pattern: new RegExp(`${document}[^。；]{0,24}?废止(?:${document})?${figure}`, 'g'),
    unless: /失效|清理|累计|宣布|规章/,
    unlessSentence: /失效/,
  },
  {
    subjects: ['documents-repealed'],
    meaning: 'disclosure',
    key: '废止',
    pattern: new RegExp(`(?<=^|，|、)废止${document}${figure}`, 'g'),
    unless: /失效|清理|累计|宣布/,
    unlessSentence: /失效/,
  },
  {
    subjects: ['documents-in-force'],
    meaning: 'disclosure',
    key: '规范性文件',
    pattern: new RegExp(`(?:无|没有)(?:废止(?:和|、|或|及))?(?:现行|继续)有效(?:的)?${document}`, 'g'),
    negation: true,
  },
  {
    subjects: ['documents-in-force'],
    meaning: 'disclosure',
    key: '有效',
    pattern: new RegExp(`(?:现行|继续)有效(?:的)?(?:${document}|文件)?(?:数量|数)?(?:共计|共|为|：)?${figure}`, 'g'),
    unless: /规章|累计/,
    sentence: /规范性文件/,
  },
];

const rules: readonly FactPattern[] = [
  {
    subjects: ['rules-issued'],
    meaning: 'disclosure',
    key: '规章',
    pattern:
      /(?:未|没有|无)(?:制发|制定|出台|印发)(?:过)?(?:政府|部门)?规章(?:(?=、|和|或|及)|(?![^，。；]{0,6}(?:权|制度|的)))/g,
    negation: true,
    unless: /规章制度|权限/,
  },
  {
    subjects: ['rules-issued'],
    meaning: 'disclosure',
    key: '规章',
    pattern: new RegExp(
      `(?:制发|新制定|制定|出台)(?:并公开|并发布|了)?(?:政府|部门)?规章(?:共计|共|：)?${figure}`,
      'g',
    ),
    unless: /规章制度|解读|备案|清理|审查|上级|累计|草案|修改/,
  },
  {
    subjects: ['rules-in-force'],
    meaning: 'disclosure',
    key: '规章',
    pattern: new RegExp(`现行有效(?:的)?(?:政府|部门)?规章(?:共计|共|为|：)?${figure}`, 'g'),
    unless: /累计/,
  },
  {
    subjects: ['rules-in-force'],
    meaning: 'disclosure',
    key: '规章',
    pattern: new RegExp(`(?<=^|[，、：])(?:政府|部门)?规章${figure}(?!（|[，、]?(?:其中|含))`, 'g'),
    unless: /公开|发布|累计|解读|备案|修改|废止/,
    unlessSentence: /公开信息|发布信息|公示/,
    detail: countsFigures(['administrative-rules', 'issued'], ['administrative-rules', 'in-force']),
  },
];

const published = /公示|(?<!制定并|制发并|并)公开(?!工作|条例)|发布|公布|信息|录入|归集|上网|更新/;
const notDecided = /公示|公开|发布|公布|信息|录入|归集|上网|受理|事项清单|目录|累计|采购|双随机/;

/** Decisions, and not cases or items of a list: named as such, or two kinds side by side. */
const decided = /决定|作出|未(?:作出|实施)|行政许可.{0,200}行政处罚|行政处罚.{0,200}行政强制|行政许可.{0,200}行政强制/;

interface Decision {
  readonly subject: 'licences' | 'penalties' | 'coercion';
  readonly word: string;
}

const decisionsOf = ({ subject, word }: Decision): FactPattern[] => {
  const rest = {
    subjects: [subject],
    meaning: 'disclosure',
    key: word,
    unless: new RegExp(`${notDecided.source}|${otherBodies.source}|复议|诉讼|申请|查处|查办|立案|移送`),
    sentence: decided,
    unlessBefore: published,
  } as const;
  return [
    { ...rest, pattern: new RegExp(`${word}(?:处理)?(?:决定)?(?:共计|共|为|：)?${figure}`, 'g') },
    {
      ...rest,
      pattern: new RegExp(`(?:作出|实施|办结)(?:了)?${figure}${word}(?:决定|案件)?(?=$|[，、；])`, 'g'),
    },
    {
      ...rest,
      pattern: new RegExp(
        `(?:未|没有|未曾)(?:作出|实施|办理|发生)(?:过)?(?:任何)?${word}(?:决定|案件|行为)?(?=$|[，、；])`,
        'g',
      ),
      negation: true,
    },
  ];
};

const decisions: readonly FactPattern[] = [
  {
    subjects: ['licences'],
    meaning: 'disclosure',
    key: '行政许可',
    pattern: new RegExp(`办结(?:各类)?行政许可(?:事项)?${figure}`, 'g'),
    unlessBefore: published,
    unless: otherBodies,
  },
  {
    subjects: ['licences'],
    meaning: 'disclosure',
    key: '行政许可',
    pattern: /行政许可(?:项目|事项)(?<n>0|零)(?:项|件)/g,
    unlessBefore: published,
  },
  ...decisionsOf({ subject: 'licences', word: '行政许可' }),
  ...decisionsOf({ subject: 'penalties', word: '行政处罚' }),
  ...decisionsOf({ subject: 'coercion', word: '行政强制' }),
];

const money = '(?<n>[0-9][0-9,]{0,20})元';

const fees: readonly FactPattern[] = [
  {
    subjects: ['information-fee'],
    meaning: 'information-fee',
    key: '费',
    pattern:
      /(?:未|没有|无)(?:向[^，。；]{0,8})?(?:发生|产生|开展|有)?[^，。；0-9]{0,10}?(?:收取|产生|发生)?[^，。；0-9]{0,12}信息处理费|暂未开展信息处理费收取/g,
    negation: true,
    unless: /通知|逾期|未缴|退还/,
  },
  {
    subjects: ['information-fee'],
    meaning: 'information-fee',
    key: '元',
    pattern: new RegExp(
      `(?:实际收取|实收|收取|共计|收取信息处理费)(?:信息处理费)?(?:费用)?(?:共计|合计|为|共)?${money}`,
      'g',
    ),
    near: /信息处理费/,
    unless: /事业性|总金额|人均/,
  },
];

export const documentPhrases: readonly FactPattern[] = [...documents, ...rules, ...decisions, ...fees];
