/** Phrasings of requests closed, and of all of them closed (docs/domain.md, facts in prose). */
import { matchesOf } from '../../text/matches';
import { all } from './fact-detail';
import type { FactPattern } from './fact-pattern';
import { aboutRequests, anyFigure, figure, leadFigure, otherBodies, otherBusiness, requestNoun } from './fact-words';

const carried = '(?:结转|转结|顺延)';
const unlessClosed = new RegExp(
  `${otherBusiness.source}|复议|诉讼|自然人|企业|群众|行政许可|逾期|超期|延期|延长|撤[回销件]|${otherBodies.source}`,
);
const done = '(?:办结|办理完毕|办理完结|处理完毕|答复完毕|完成答复|答复|回复)';
/** What before 答复 makes it one way of answering, or the answer's content. */
const answers =
  '答复(?<!(?:公开|提供|处理|不存在|掌握|撤回|书面|电话|口头|当面|当场|网上|在线|现场|邮寄|继续|延期|补正|[下次明来]一?年度?|[0-9]年度?|(?:同意|予以|不予|部分)[^，。；]{0,6})(?:的|并|予以)?答复)';
/** How the closing was done: at most twenty characters that say nothing else. */
const manner = '(?:(?!未|不|无|尚|延|逾|超|告知|公开|书面|电话|当面|口头|部分|补正|撤)[^，。；0-9]){0,22}?';
const unlessAll =
  /建议|提案|热线|工单|投诉|咨询|信访|来信|来访|举报|线索|督办|任务|诉求|许可|信箱|留言|问题|除|其余|剩余|另有|到期|应办|应答|确保|做到|要求|力争|努力|应当|需要|复议|诉讼|全县|全市|全区|全省/;
const stillOpen = new RegExp(`${carried}(?:至|到|转)?(?:下|次|明|[0-9])|尚在办理|正在办理|尚未办结|未办结`);
const countedClosed = new RegExp(`(?:办结|答复|办理)(?:了)?(?:申请)?${anyFigure}`);

const closings = {
  subjects: ['requests-closed'],
  meaning: 'closed',
  unless: unlessClosed,
  near: aboutRequests,
  unlessSentence: otherBusiness,
} as const;
const count = '(?:数量?|件数|总数|总量)?(?:共计|合计|共|为|：)?';

const closed: readonly FactPattern[] = [
  {
    ...closings,
    key: '办结',
    pattern: new RegExp(`办结(?:了|的)?(?:${requestNoun}|申请)?${count}${figure}`, 'g'),
  },
  {
    ...closings,
    key: '完成',
    pattern: new RegExp(`(?:已|共)完成(?:办理|处理)?(?:了)?(?:的)?${requestNoun}${count}${figure}`, 'g'),
  },
  {
    ...closings,
    key: '答复',
    pattern: new RegExp(
      `(?:办理答复|按[时期]答复|完成答复|${answers})(?:了)?(?:${requestNoun}|申请)?${count}${figure}`,
      'g',
    ),
  },
  {
    ...closings,
    key: '回复',
    pattern: new RegExp(`(?<=[，、：]|^)(?:截[至止][^，。；]{0,8})?(?:共|均?已)(?:办理)?回复(?:申请)?${figure}`, 'g'),
  },
  {
    ...closings,
    key: '办理完毕',
    pattern: new RegExp(`办理完毕(?:了)?(?:${requestNoun}|申请)?${count}${figure}`, 'g'),
  },
  {
    ...closings,
    key: ['办结', '完毕', '完结', '答复', '回复'],
    pattern: new RegExp(`${leadFigure}(?:申请|事项)?(?:均|都|已经|已|全部|现已|按|依|在|及时)${manner}${done}`, 'g'),
    detail: (match, { sentence, before }) => {
      const whole = before + match[0];
      // 3件按期答复，2件……: only some of the answers.
      return isOneOfSeveral(sentence, whole) ? undefined : all;
    },
  },
];

const answered = new RegExp(
  `${anyFigure}(?:申请|事项)?(?:均|都|已|全部|按|依|在|及时)${manner}(?:答复|回复|办结)`,
  'g',
);

/** Whether the sentence tells of several groups of requests, each of them answered. */
function isOneOfSeveral(sentence: string, upTo: string): boolean {
  return upTo.length < sentence.length && matchesOf(answered, sentence).length > 1;
}

const allClosed = (words: string, key: string): FactPattern => ({
  subjects: ['requests-carried-out'],
  meaning: 'carried-out',
  key,
  pattern: new RegExp(
    `(?:均|全部|都)(?:已经?)?(?:依法|按时|按期|按照?(?:规定|要求)|在(?:法定|规定)(?:时限|期限|时间)(?:内|以内)?|及时|如期|全部|予以|进行|完成|作出){0,3}(?:了)?(?:${words})`,
    'g',
  ),
  negation: true,
  implied: true,
  sentence: /申请|^[^，。；]{0,4}(?:均|全部|都|已)|^[0-9一二两三四五六七八九十]{1,20}件/,
  near: aboutRequests,
  unlessSentence: new RegExp(`${unlessAll.source}|${stillOpen.source}|${countedClosed.source}`),
});

const weakly: Pick<FactPattern, 'unlessParagraph'> = { unlessParagraph: stillOpen };

/** 均已办结 leaves nothing to carry over; 均按时答复 does so only where nothing else is said. */
const nothingLeft: readonly FactPattern[] = [
  allClosed('办结|办理完毕|办理完结|处理完毕|答复完毕', '办结'),
  allClosed('办理完毕|办理完结|处理完毕|答复完毕', '完'),
  { ...allClosed('答复|回复', '复'), ...weakly },
  {
    subjects: ['requests-carried-out'],
    meaning: 'carried-out',
    key: '率',
    pattern: /(?:办结|答复|办理|回复)率(?:均|都)?(?:为|达到?|保持)?(?:100[%％]|百分之百)/g,
    negation: true,
    implied: true,
    near: aboutRequests,
    unlessSentence: unlessAll,
    ...weakly,
  },
];

export const closingPhrases: readonly FactPattern[] = [...closed, ...nothingLeft];
