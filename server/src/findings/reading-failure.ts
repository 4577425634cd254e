/** What is said of a report that could not be read or audited: one finding at its beginning, never an empty list. */
import { firstFilledLine } from '../text/lines';
import { phrase } from '../text/wording';
import type { Finding } from './finding';
import { fingerprintOf } from './fingerprint';

export const readingFailedId = 'internal/reading-failed';

/** `text`: the report's; its first line that is not empty is marked. */
export function readingFailure(text: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: readingFailedId,
    severity: 'error',
    message: phrase`这份报告未能读取（程序出错：${reason}），没有审核，请人工核对。`,
    about: {},
    span: firstFilledLine(text),
    related: [],
    fingerprint: fingerprintOf(`${readingFailedId}\n${reason}`),
  };
}
