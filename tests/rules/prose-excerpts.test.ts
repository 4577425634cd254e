/** Short excerpts of our own after the phrasings and traps of server/docs/domain.md, facts in prose, each in a whole report, with exactly the findings marked. */
import { describe, expect, test } from 'vitest';
import { exampleText, parseMarks } from '../../server/src/rules/example';
import type { Example } from '../../server/src/standard/example';
import { check } from './check';

type Figures = Readonly<Record<string, string>>;

/** Where an excerpt stands: the sentence of the blank form that it takes the place of. */
const places = {
  opening: '依法做好政府信息公开工作。',
  disclosure: '按照条例第二十条、第二十一条的规定，及时主动公开应当公开的政府信息。',
  requests: '2022年未收到政府信息公开申请。',
  supervision: '未发生因政府信息公开工作被追究责任的情况。',
  other: '2022年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
} as const;

interface Excerpt {
  readonly at: keyof typeof places;
  /** With the expected findings marked like `⟦rule: text⟧`. */
  readonly text: string;
  readonly figures?: Figures;
}

/** Requests in the columns 自然人 and 总计, by row. */
function requests(rows: Readonly<Record<string, number>>): Figures {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, count]) => [
      [`requests/${row}/natural-person`, String(count)],
      [`requests/${row}/total`, String(count)],
    ]),
  );
}

/** Cases of one group by outcome, with their total. */
function cases(group: string, outcomes: Readonly<Record<string, number>>): Figures {
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    Object.entries({ ...outcomes, total }).map(([outcome, count]) => [
      `review/cases/${group}.${outcome}`,
      String(count),
    ]),
  );
}

const seven = requests({
  received: 7,
  'carried-in': 1,
  granted: 5,
  'unable-not-held': 2,
  disposed: 7,
  'carried-out': 1,
});
const documents: Figures = {
  'disclosure/normative-documents/issued': '2',
  'disclosure/normative-documents/repealed': '1',
  'disclosure/normative-documents/in-force': '9',
};
const decisions: Figures = { 'disclosure/licences/decisions': '120', 'disclosure/penalties/decisions': '8' };
const zero = 'prose/zero-conflict';
const count = 'prose/count-conflict';

const right: readonly Excerpt[] = [
  { at: 'requests', text: '收到政府信息公开申请7件，上年结转1件，办结7件，结转下年度1件。', figures: seven },
  { at: 'requests', text: '共受理依申请公开8件（含上年结转1件），答复7件，结转1件。', figures: seven },
  { at: 'requests', text: '收到政府信息公开申请七件，除1件尚在办理外，其余7件均已办结。上年结转1件。', figures: seven },
  { at: 'requests', text: '收到政府信息公开申请7件，均由自然人提出，其中予以公开5件，无法提供2件。', figures: seven },
  { at: 'requests', text: '收到申请公开政府信息的来信7件，其中2件因本机关不掌握相关信息无法提供。', figures: seven },
  {
    at: 'requests',
    text: '收到依申请公开7件，办结5件，另有2件逾期未补正不再处理，结转1件。',
    figures: requests({
      received: 7,
      'carried-in': 1,
      granted: 5,
      'other-not-corrected': 2,
      disposed: 7,
      'carried-out': 1,
    }),
  },
  { at: 'requests', text: '全年未收到政府信息公开申请。承办12345热线工单320件，办结率100%。' },
  { at: 'requests', text: '全年未收到政府信息公开申请。收到群众留言、咨询41件，均已办结。' },
  { at: 'requests', text: '2021年收到政府信息公开申请3件，2022年未收到政府信息公开申请。' },
  { at: 'requests', text: '申请量比2021年的3件有所下降，未收到政府信息公开申请。' },
  {
    at: 'requests',
    text: '收到政府信息公开申请10余件。',
    figures: requests({ received: 13, granted: 13, disposed: 13 }),
  },
  { at: 'disclosure', text: '制发行政规范性文件2件、废止1件，现行有效9件；转发上级政策文件30件。', figures: documents },
  {
    at: 'disclosure',
    text: '公示行政许可信息15条、行政处罚信息2条，作出行政许可决定120件、行政处罚8件。',
    figures: decisions,
  },
  { at: 'disclosure', text: '公开政府信息300条，其中民生信息180条、财政信息60条。' },
  { at: 'disclosure', text: '公开政府信息300条，其中网站180条、公众号90条、其他30条，网站占60%。' },
  { at: 'disclosure', text: '按时公开2022年度预算和2021年度决算，落实《2021年政务公开工作要点》。' },
  { at: 'disclosure', text: '自2019年以来累计公开信息1.3万余条，解读民营经济32条等政策。' },
  {
    at: 'supervision',
    text: '因政府信息公开引起行政复议3件，其中维持2件，尚未审结1件；未发生行政诉讼。',
    figures: cases('reconsideration', { upheld: 2, pending: 1 }),
  },
  {
    at: 'supervision',
    text: '因政府信息公开被提起行政诉讼2件，均为复议后起诉，法院均予以维持。',
    figures: cases('litigation-after-reconsideration', { upheld: 2 }),
  },
  { at: 'supervision', text: '行政执法类行政复议12件，与政府信息公开无关。' },
  { at: 'other', text: '发出信息处理费收费通知1件，总金额400元，实际收取400元。' },
  { at: 'other', text: '2022年度未收取任何信息处理费。2023年将继续推进标准化目录建设。' },
];

const wrong: readonly Excerpt[] = [
  { at: 'requests', text: `收到政府信息公开申请⟦${count}: 9⟧件。`, figures: seven },
  { at: 'requests', text: `全年⟦${zero}: 没有收到公民、法人和其他组织提出的政府信息公开申请⟧。`, figures: seven },
  { at: 'requests', text: `收到政府信息公开申请7件，⟦${zero}: 全部办结⟧。`, figures: seven },
  { at: 'requests', text: `收到政府信息公开申请7件，⟦${zero}: 均按时答复⟧。`, figures: seven },
  {
    at: 'requests',
    text: `收到政府信息公开申请7件，其中予以公开5件、部分公开0件、不予公开⟦${zero}: 2⟧件。`,
    figures: seven,
  },
  { at: 'requests', text: `收到政府信息公开申请7件，其中自然人⟦${count}: 6⟧件。`, figures: seven },
  { at: 'requests', text: `收到政府信息公开申请7件，⟦${zero}: 无上年结转申请⟧。`, figures: seven },
  { at: 'requests', text: `收到政府信息公开申请7件，除⟦${count}: 3⟧件尚在办理外，其余均已答复。`, figures: seven },
  {
    at: 'requests',
    text: '收到政府信息公开申请7件，⟦prose/self-contradiction: 均已办结⟧。其中1件结转下年度继续办理。',
    figures: seven,
  },
  {
    at: 'requests',
    text: `收到政府信息公开申请⟦prose/narrative-balance: 7⟧件，上年结转1件，办结⟦${count}: 6⟧件，结转下年度1件。`,
    figures: seven,
  },
  {
    at: 'requests',
    text: '收到政府信息公开申请7件，其中予以公开5件，占办结总数的⟦prose/narrative-share: 61.4⟧%。',
    figures: seven,
  },
  { at: 'disclosure', text: `制发行政规范性文件⟦${count}: 3⟧件，现行有效9件。`, figures: documents },
  { at: 'disclosure', text: `⟦${zero}: 未制发或废止规范性文件⟧。`, figures: documents },
  { at: 'disclosure', text: `作出行政许可决定⟦${count}: 210⟧件、行政处罚8件。`, figures: decisions },
  { at: 'disclosure', text: '公开政府信息⟦prose/narrative-sum: 300⟧条，其中网站180条、公众号90条、其他40条。' },
  { at: 'disclosure', text: '公开政府信息⟦prose/narrative-sum: 300⟧条，其中网站210条、公众号110条。' },
  { at: 'disclosure', text: '公开政府信息300条，比2021年的250条增长⟦prose/narrative-share: 25⟧%。' },
  {
    at: 'supervision',
    text: `⟦${zero}: 未发生因政府信息公开引起的行政复议⟧。`,
    figures: cases('reconsideration', { upheld: 1 }),
  },
  {
    at: 'supervision',
    text: `因政府信息公开引起行政复议3件，⟦${zero}: 均获维持⟧。`,
    figures: cases('reconsideration', { upheld: 2, corrected: 1 }),
  },
  {
    at: 'supervision',
    text: `因政府信息公开引起行政复议3件，其中维持⟦${count}: 1⟧件，尚未审结1件。`,
    figures: cases('reconsideration', { upheld: 2, pending: 1 }),
  },
  {
    at: 'supervision',
    text: '因政府信息公开引起行政复议2件，⟦prose/self-contradiction: 均获维持⟧。至年底尚有1件未审结，即尚未审结1件。',
    figures: cases('reconsideration', { upheld: 1, pending: 1 }),
  },
  {
    at: 'supervision',
    text: `因政府信息公开引起行政复议、行政诉讼共⟦${count}: 4⟧件。`,
    figures: cases('reconsideration', { upheld: 3 }),
  },
  { at: 'opening', text: '依据《中华人民共和国政府信息公开条例》⟦prose/wrong-citation: 第三十一条⟧编制本报告。' },
  {
    at: 'opening',
    text: '按照《政府信息公开信息处理费管理办法》（⟦prose/wrong-citation: 国办函〔2020〕190号⟧）执行收费规定。',
  },
  { at: 'requests', text: '⟦prose/stale-year: 2021⟧年，我镇未收到政府信息公开申请。' },
  { at: 'other', text: '⟦prose/stale-year: 2021⟧年未收取信息处理费。' },
  { at: 'other', text: '⟦prose/fee-not-reported: 没有其他需要报告的事项。⟧' },
  { at: 'other', text: '未收取信息处理费。\n\n⟦prose/issuer-mismatch: 清河县双河镇人民政府⟧\n\n2023年1月10日' },
];

function exampleOf({ at, text, figures }: Excerpt): Example {
  return { shows: text, ...(figures === undefined ? {} : { figures }), changes: [[places[at], text]] };
}

/** Rule and marked text of what is found, and of what is expected. */
function both(excerpt: Excerpt): { readonly found: readonly string[]; readonly expected: readonly string[] } {
  const { text, marks } = parseMarks(exampleText(exampleOf(excerpt)));
  const shown = (each: { rule: string; span: { start: number; end: number } }): string =>
    `${each.rule} ${each.span.start} ${text.slice(each.span.start, each.span.end)}`;
  return { found: check(text).findings.map(shown).sort(), expected: marks.map(shown).sort() };
}

test('there are forty excerpts at least', () => {
  expect(right.length + wrong.length).toBeGreaterThanOrEqual(40);
});

describe('what is right is not accused', () => {
  test.each(right)('$text', (excerpt) => {
    expect(both(excerpt).found).toEqual([]);
  });
});

describe('what is wrong is found at its place, and nothing else', () => {
  test.each(wrong)('$text', (excerpt) => {
    const { found, expected } = both(excerpt);
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });
});
