/** A report could not be read; the snapshot reports it under this id, so this rule itself finds nothing. */
import type { Rule } from '../rule';

export const readingFailed: Rule = {
  meta: {
    id: 'internal/reading-failed',
    severity: 'error',
    title: '报告未能读取',
    summary: '这份报告没有读成，或者太大、太费时而停止了，因而没有审核；没有读成是本软件的缺陷，不是报告的问题。',
    why: '没有读成的报告不能当作没有问题；失败如实报在报告开头，同一文件的其他报告、其他文件的结果照常有效。',
    clause: null,
    whatToDo: '太大的请拆分成几份；其余的请把报告文本反馈给开发者，这份报告请人工核对。这一条不能关闭。',
    fixes: [],
  },
  examples: { bad: [], good: [] },
  check: () => [],
};
