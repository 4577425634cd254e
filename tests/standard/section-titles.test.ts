/** Section titles and their wordings: which section a title names, and how close it is to the format. */
import { describe, expect, test } from 'vitest';
import type { SectionId, SectionSpec } from '../../server/src/standard/edition';
import { editions } from '../../server/src/standard/editions';
import { fold } from '../../server/src/standard/label-folding';
import { sectionByKeywords, sectionByTitle } from '../../server/src/standard/section-titles';
import { sections } from '../../server/src/standard/sections';

/** What `title` names, as `section match`; with `by`, how it is looked up. */
function check(title: string, expected: string | undefined, by = sectionByTitle): void {
  const found = by(title);
  expect(found && `${found.section.id} ${found.match}`).toBe(expected);
}

function wordings(section: SectionSpec): readonly string[] {
  return [section.title, ...section.longForms, ...section.aliases];
}

test('no wording of one section is a wording of another', () => {
  const owners = new Map<string, SectionId>();
  for (const section of sections) {
    for (const folded of new Set(wordings(section).map(fold))) {
      expect([folded, owners.get(folded) ?? section.id]).toEqual([folded, section.id]);
      owners.set(folded, section.id);
    }
  }
});

describe.each(sections.map((section) => [section.id, section] as const))('%s', (id, section) => {
  test('every wording names it, and is rated', () => {
    check(section.title, `${id} standard`);
    for (const form of section.longForms) check(form, `${id} long-form`);
    for (const alias of section.aliases) check(alias, `${id} variant`);
  });

  test('white space is no difference, other characters are', () => {
    check([...section.title].join(' '), `${id} standard`);
    check(`${section.title}\u3000`, `${id} standard`);
    check(`《${section.title}》`, `${id} variant`);
  });
});

test.each([
  ['half-width punctuation', '政府信息公开行政复议,行政诉讼情况', 'review variant'],
  ['another word between', '政府信息公开行政复议行政诉讼情况', 'review variant'],
  ['其它', '其它需要报告的事项', 'other variant'],
  ['nothing of the kind', '保障措施', undefined],
  ['nothing at all', '', undefined],
])('%s', (_, title, expected) => check(title, expected));

describe('a heading in free wording', () => {
  test.each([
    ['2023年政务公开总体情况', 'overview variant'],
    ['本年度主动公开工作情况', 'disclosure variant'],
    ['办理政府信息公开申请的情况', 'requests variant'],
    ['被申请复议和被起诉情况', 'review variant'],
    ['存在的困难和下一步打算', 'problems variant'],
    ['其他有关事项', 'other variant'],
    ['组织领导', undefined],
  ])('%s', (title, expected) => check(title, expected, sectionByKeywords));

  test('is short', () => {
    check(`主动公开${'情况'.repeat(30)}`, undefined, sectionByKeywords);
  });
});

test('row labels that look like headings name no section', () => {
  for (const edition of Object.values(editions)) {
    const labels = [...edition.tables.requests.rows.map((row) => row.label), '三、本年度办理结果'];
    for (const label of labels.filter((text) => /^[一二三四]、/.test(text))) {
      const title = label.slice(2);
      check(title, undefined);
      check(title, undefined, sectionByKeywords);
    }
  }
});
