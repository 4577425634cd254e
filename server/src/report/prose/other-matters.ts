/** What section six (其他需要报告的事项) says: on the fee for information, or that there is nothing to report. */
import { seenText } from '../../text/seen';
import type { Span } from '../../text/span';
import type { Report } from '../report';

const feeWords = /处理费|收费|费用|收取/;

/** Whether a sentence of the running text speaks of the fee; the rows of table two do not count. */
export function mentionsFee(report: Report): boolean {
  if (report.facts.some((fact) => fact.subject === 'information-fee')) return true;
  return report.sections.some((section) =>
    section.prose.some((span) => {
      const text = seenText(report.view, span.start, span.end).replace(/\s+/g, '');
      return text.includes('处理费') || (section.id === 'other' && feeWords.test(text));
    }),
  );
}

const nothing = /^(?:本部分)?(?:暂)?(?:无|没有)(?:其他)?(?:需要?报告)?(?:的)?(?:事项|情况|内容)?[。．.]?$/;

/** Whether the paragraph says that there is nothing to report, and no more. */
export function reportsNothing({ view }: Report, { start, end }: Span): boolean {
  return nothing.test(seenText(view, start, end).replace(/[\s\u3000*]/g, ''));
}
