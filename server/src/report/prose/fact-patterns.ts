/** How prose states the facts that the tables hold: all phrasings, in order. */
import { casePhrases } from './case-phrases';
import { dispositionPhrases } from './disposition-phrases';
import { documentPhrases } from './document-phrases';
import type { FactPattern } from './fact-pattern';
import { requestPhrases } from './request-phrases';

/** Phrasings of one kind of thing, and the words of which a paragraph that speaks of it holds one. */
export interface PatternFamily {
  readonly topic: RegExp;
  readonly patterns: readonly FactPattern[];
}

/** Tried in order over each sentence; a place that one pattern has taken is not taken again. */
export const families: readonly PatternFamily[] = [
  { topic: /申请|信息公开案件/, patterns: [...dispositionPhrases, ...requestPhrases] },
  { topic: /复议|诉讼|起诉/, patterns: casePhrases },
  { topic: /规范性文件|规章|行政许可|行政处罚|行政强制|处理费/, patterns: documentPhrases },
];

/** What a sentence must hold for any negation, and for any figure with its unit, to be found in it. */
export const negationSign = /[未没无零均全都系率]|不存在|，为|已审结|已结案/;
export const figureSign = /[0-9〇零一二两三四五六七八九十百千](?:余|多)?[件份条宗例起个项次部元]/;
