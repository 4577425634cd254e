/** A rule failed on a report; the audit reports it under this id, so this rule itself finds nothing. */
import type { Rule } from '../rule';

export const ruleCrashed: Rule = {
  meta: {
    id: 'internal/rule-crashed',
    severity: 'error',
    title: '规则运行失败',
    summary: '某条规则在这份报告上运行失败，是本软件的缺陷，不是报告的问题。',
    why: '一条规则失败只影响它自己，其他规则的结果照常有效；失败如实报出，免得把没有检查当成没有问题。',
    clause: null,
    whatToDo: '请把规则编号和报告文本反馈给开发者；这条规则检查的内容请人工核对。',
    fixes: [],
  },
  examples: { bad: [], good: [] },
  check: () => [],
};
