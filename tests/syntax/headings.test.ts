/** Row labels that look like headings beside the section titles, and headings in odd dress. */
import { describe, expect, test } from 'vitest';
import { layouts } from '../../server/src/text/layout';
import { misread, readWhole, reportIn } from './reading';

const titles = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

/** After `change` there still are six sections, section four begins at its own title, and every figure is read. */
function check(text: string, change: (text: string) => string): void {
  const changed = change(text);
  expect(misread(changed)).toEqual([]);
  const { sections, text: own } = readWhole(changed);
  const review = sections[3];
  const heading = own.slice(review?.heading.span.start, review?.heading.span.end);
  expect(heading.replace(/\s/g, '')).toContain('行政复议');
  expect(own.slice(sections[2]?.span.start, sections[2]?.span.end)).toContain('结转下年度继续办理');
}

const eachTitle = (text: string, change: (title: string) => string): string =>
  titles.reduce((result, title) => result.replace(title, change(title)), text);

const dresses: readonly (readonly [string, (text: string) => string])[] = [
  ['as they are', (text) => text],
  ['without empty lines around them', (text) => text.replace(/\n\n+/g, '\n')],
  ['with blanks behind the ordinal', (text) => eachTitle(text, (title) => title.replace('、', '、 '))],
  ['with a point behind the ordinal', (text) => eachTitle(text, (title) => title.replace('、', '.'))],
  ['in bold', (text) => eachTitle(text, (title) => `**${title}**`)],
  ['as Markdown headings', (text) => eachTitle(text, (title) => `## ${title}`)],
  ['as HTML headings', (text) => eachTitle(text, (title) => `<h2>${title}</h2>`)],
  ['with characters set apart', (text) => eachTitle(text, (title) => [...title].join(' '))],
  ['indented', (text) => eachTitle(text, (title) => `\u3000\u3000${title}`)],
  ['with a colon', (text) => eachTitle(text, (title) => `${title}：`)],
  [
    'with half-width punctuation',
    (text) =>
      text
        .replace(/（/g, '(')
        .replace(/）/g, ')')
        .replace(/[、，]/g, ','),
  ],
];

/** Ordinals of another kind; where tables have no borders at all, such a line may as well be a row's label. */
const ordinals: readonly (readonly [string, (text: string) => string])[] = [
  ['with an Arabic ordinal', (text) => eachTitle(text, (title) => `${titles.indexOf(title) + 1}.${title.slice(2)}`)],
  ['as parts', (text) => eachTitle(text, (title) => `第${title.replace('、', '部分 ')}`)],
];
const bordered = layouts.filter((layout) => layout !== 'stacked' && layout !== 'spaced');

describe.each(bordered)('in %s', (layout) => {
  test.each(ordinals)('titles %s', (_, change) => check(reportIn(layout), change));
});

describe.each(layouts)('in %s', (layout) => {
  const text = reportIn(layout);

  test.each(dresses)('titles %s', (_, change) => check(text, change));

  test('四、结转下年度继续办理 is a row, though section four follows at once', () => {
    const rows = readWhole(text.replace(/\n+(?=四、政府信息公开)/, '\n')).tables.requests;
    expect(rows.state === 'found' ? rows.rows.at(-1)?.row : rows.state).toBe('carried-out');
  });
});
