/** A waiver without use; it is told over all reports of a document, by the snapshot, so this rule itself finds nothing. */
import type { Rule } from '../rule';

export const unneededWaiver: Rule = {
  meta: {
    id: 'internal/unneeded-waiver',
    severity: 'information',
    title: '豁免已不需要',
    summary: '本地要求文件 `.disclosure-audit.json` 中的一项豁免，在它所指的年报里已没有对应的问题。',
    why: '问题改正以后豁免还留着，将来同一处再出问题就不会报出来；引文写错的豁免也不起作用。',
    clause: null,
    whatToDo: '问题已经改正的，从本地要求文件中删除这项豁免；引文与报告不一致的，改成报告中的原文。',
    fixes: [],
  },
  examples: { bad: [], good: [] },
  check: () => [],
};
