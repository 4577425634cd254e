/** Prose stays prose in every format, whatever it looks like. */
import { expect, test } from 'vitest';
import { htmlPage, printReports } from '../../server/src/features/conversion/print-carried';

const reportOf = (text: string) =>
  [{ title: '', changed: [], blocks: [{ kind: 'paragraph', text, lead: '', look: 'body' }] }] as const;

test.each([
  ['# 一', '\\# 一'],
  ['- 一', '\\- 一'],
  ['-3件', '-3件'],
  ['+ 一', '\\+ 一'],
  ['1. 一', '1\\. 一'],
  ['2) 一', '2\\) 一'],
  ['1.5万件', '1.5万件'],
  ['> 一', '\\> 一'],
  ['| 一 | 二 |', '\\| 一 | 二 |'],
  ['---', '\\---'],
  ['===', '\\==='],
  ['**一**与`二`', '\\*\\*一\\*\\*与\\`二\\`'],
  ['2021~2023', '2021\\~2023'],
  ['_一_，a_b', '\\_一\\_，a_b'],
  ['<b>、<5', '\\<b>、<5'],
  ['&amp;与A&B', '\\&amp;与A\\&B'],
  ['[一](二)', '\\[一](二)'],
  ['[2023]12号', '[2023]12号'],
])('Markdown: %s', (text, written) => {
  expect(printReports(reportOf(text), 'markdown', '\n')).toBe(`${written}\n`);
});

test('HTML: no markup of its own, and none of Markdown for whoever reads its text', () => {
  expect(htmlPage(reportOf('<b>**一**&amp;"'))).toContain('<p>&lt;b&gt;&#42;&#42;一&#42;&#42;&amp;amp;&quot;</p>');
});

test('text: as it is', () => {
  expect(printReports(reportOf('# **一** <b>'), 'tsv', '\n')).toBe('# **一** <b>\n');
});
