/** A policy with faults; it is told for all reports of a document, by the snapshot, so this rule itself finds nothing. */
import type { Rule } from '../rule';

export const policyIgnored: Rule = {
  meta: {
    id: 'internal/policy-ignored',
    severity: 'warning',
    title: '本地要求未予采用',
    summary: '这份报告所用的本地要求文件 `.disclosure-audit.json` 有误，整个文件或者其中几项未予采用。',
    why: '本地要求没有起作用，报告的审核结果可能与本单位的要求不一致。',
    clause: null,
    whatToDo: '打开 `.disclosure-audit.json`，按其中标出的问题改正。',
    fixes: [],
  },
  examples: { bad: [], good: [] },
  check: () => [],
};
