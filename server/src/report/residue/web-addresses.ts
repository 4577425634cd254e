/** Web addresses that a report gives outside its tables. */

import type { Span } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { outsideTables } from '../outside-tables';
import type { Report } from '../report';

export interface WebAddress {
  /** In small letters. */
  readonly host: string;
  /** As printed, without a last slash, full stop, or words that it runs into. */
  readonly text: string;
  readonly span: Span;
  /** Whether the words before it call it the own site of an institution or a company (本院官网、公司网站). */
  readonly isCalledOwn: boolean;
}

const address =
  /(?:https?:\/\/|www\.)([a-z0-9\u4e00-\u9fff.-]{1,255}\.[a-z\u4e00-\u9fff]{2,63})(?::\d{1,5})?(?:\/[\w./?%&=#~:-]*)?/giy;
const anyAddress = /https?:\/\/|www\./gi;

/** In the order of the text. */
export function webAddresses(report: Report): readonly WebAddress[] {
  const { text, spanOf } = outsideTables(report);
  if (!['www.', '://', 'WWW.'].some((sign) => text.includes(sign))) return [];
  const found: WebAddress[] = [];
  let last = 0;
  for (const { index } of text.matchAll(anyAddress)) {
    if (index < last) continue;
    address.lastIndex = index;
    const match = address.exec(text);
    if (match === null) continue;
    last = index + match[0].length;
    const printed = withoutTail(match[0], /[\u4e00-\u9fff./]/);
    found.push({
      host: withoutTail((match[1] as string).toLowerCase(), /[\u4e00-\u9fff]/),
      text: printed,
      span: spanOf(index, index + printed.length),
      isCalledOwn: ownSite.test(text.slice(Math.max(0, index - 24), index)),
    });
  }
  return found;
}

const ownSite =
  /(?:官方|门户|本[院校局司单中][位心]?|公司|集团|医院|学校|大学|学院|中心)(?:官方|门户)?(?:官网|网站|网)(?:网址|地址)?[^\u4e00-\u9fff]{0,6}$/;
