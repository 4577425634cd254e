/** What is said of a report that could not be read or audited, or is too large for it: one finding at its beginning, never an empty list. */
import { firstFilledLine } from '../text/lines';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';
import type { Finding } from './finding';
import { fingerprintOf } from './fingerprint';

export const readingFailedId = 'internal/reading-failed';

/** `text`: the report's; its first line that is not empty is marked. */
export function readingFailure(text: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return failure(text, reason, phrase`这份报告未能读取（程序出错：${reason}），没有审核，请人工核对。`);
}

/** The audit was given up after so many seconds. */
export function slowReading(text: string, seconds: number): Finding {
  return failure(
    text,
    'slow',
    phrase`这份报告太大或结构异常，审核在${seconds}秒内没有完成，已停止；请拆分或改正后关闭文件，重新打开再审。`,
  );
}

/** The text has more than `most` characters. */
export function tooLongReading(text: string, most: number): Finding {
  return failure(text, 'long', phrase`这份文件有${text.length}个字符，超过${most}个的上限，没有审核；请拆分成几份。`);
}

function failure(text: string, key: string, message: Wording): Finding {
  return {
    rule: readingFailedId,
    severity: 'error',
    message,
    about: {},
    span: firstFilledLine(text),
    related: [],
    fingerprint: fingerprintOf(`${readingFailedId}\n${key}`),
  };
}
