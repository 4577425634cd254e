/** The reports that the command-line tests audit: the standard form, filled in, and the same with faults. */
import type { Layout } from '../../server/src/text/layout';
import { printed } from '../support/printed';

const issuer = '示例县示例镇人民政府';

interface SampleOptions {
  /** Default: `markdown`. */
  readonly layout?: Layout;
  readonly eol?: string;
  readonly year?: 2020 | 2023;
  /** Figures other than those of the sample, by `row/column` of section three's table. */
  readonly requests?: Readonly<Record<string, string>>;
}

/** Nine requests from persons and three from companies, ten granted, one not held, one carried over. */
const requestFigures: Readonly<Record<string, string>> = {
  'received/natural-person': '9',
  'received/enterprise': '3',
  'received/total': '12',
  'granted/natural-person': '7',
  'granted/enterprise': '3',
  'granted/total': '10',
  'unable-not-held/natural-person': '1',
  'unable-not-held/total': '1',
  'disposed/natural-person': '8',
  'disposed/enterprise': '3',
  'disposed/total': '11',
  'carried-out/natural-person': '1',
  'carried-out/total': '1',
};

/** A report without a fault, unless `requests` puts one in. */
export function sampleReport({
  layout = 'markdown',
  eol = '\n',
  year = 2023,
  requests = {},
}: SampleOptions = {}): string {
  const figures = Object.fromEntries(
    Object.entries({ ...requestFigures, ...requests }).map(([cell, figure]) => [`requests/${cell}`, figure]),
  );
  const text = printed({ layout, edition: year === 2023 ? '2021' : '2019', issuer, eol, figures });
  return replaced(text, `${year}年未收到政府信息公开申请`, `${year}年收到政府信息公开申请12件，结转下年度1件`);
}

/** One figure of section three is wrong: companies made three requests, the table says four. */
export function flawedReport(options: SampleOptions = {}): string {
  return sampleReport({ ...options, requests: { 'received/enterprise': '4' } });
}

/** Nothing worse than a warning: the numbers of sections five and six are swapped. */
export function warnedReport(): string {
  return replaced(replaced(sampleReport(), '五、', '六、'), '六、其他', '五、其他');
}

/** @throws RangeError when `find` does not occur, so that no test runs on a text that it did not mean. */
export function replaced(text: string, find: string, put: string): string {
  if (!text.includes(find)) throw new RangeError(`the sample has no ${find}`);
  return text.replace(find, put);
}
