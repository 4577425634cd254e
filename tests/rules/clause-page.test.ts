/** The page of the clauses: generated, complete, and its lines where links lead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clauseLine, clausePage, clausePageName } from '../../server/src/rules/clause-page';
import { rules } from '../../server/src/rules/registry';
import { clauseMentions } from '../../server/src/standard/clause-mentions';
import { clauses } from '../../server/src/standard/clause-pages';
import { clausesOf } from '../../server/src/standard/clauses';
import { editions } from '../../server/src/standard/editions';
import { textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';

const lines = clausePage().split('\n');

test('the page on disk is the one that is generated: run npm run docs', () => {
  const page = readFileSync(join(import.meta.dirname, '../../server/docs', clausePageName), 'utf8');
  expect(page.replaceAll('\r\n', '\n')).toBe(clausePage());
});

test.each(clauses)('$name has its heading where links lead', ({ id, name, requires }) => {
  expect(lines[clauseLine(id) - 1]).toBe(`## ${name}`);
  expect(lines[clauseLine(id) + 1]).toBe(`- ${requires[0]}`);
});

test('every clause that a rule rests on is on the page, with the rule', () => {
  for (const { meta } of rules) {
    if (meta.clause === null) continue;
    const { clause } = meta;
    const named = (['2021', '2019'] as const).flatMap((edition) => clausesOf(clause(edition)));
    expect(named, meta.id).not.toEqual([]);
    for (const id of named) {
      const after = lines.slice(clauseLine(id));
      const part = after.slice(0, after.findIndex((line) => line.startsWith('## ')) >>> 0);
      expect(part.join('\n'), `${meta.id} ${id}`).toContain(`[${meta.title}]`);
    }
  }
});

/** The clauses that `text` names, each once. */
function clausesNamed(text: string): readonly string[] {
  return [...new Set(clauseMentions(text).map(({ clause }) => clause))];
}

test('a citation has the clauses that its words name, in their order and by these names', () => {
  for (const { meta } of rules) {
    for (const edition of ['2021', '2019'] as const) {
      if (meta.clause === null) continue;
      const { words, names } = meta.clause(edition);
      const said = worded(words);
      expect(names).toEqual(clauseMentions(said).map(({ clause, span }) => ({ clause, name: textOf(said, span) })));
    }
  }
});

test('a row and a section have the clauses that their words name', () => {
  for (const edition of Object.values(editions)) {
    for (const row of Object.values(edition.tables).flatMap((table) => table.rows)) {
      expect(row.clauses, row.id).toEqual(clausesNamed(row.meaning));
      expect(row.groupClauses ?? [], row.id).toEqual(clausesNamed(row.group ?? ''));
    }
    for (const section of edition.sections) expect(section.clauses, section.id).toEqual(clausesNamed(section.asks));
  }
});

test('every article that a row names is on the page', () => {
  for (const edition of Object.values(editions)) {
    for (const row of Object.values(edition.tables).flatMap((table) => table.rows)) {
      const articles =
        row.meaning.match(/条例第[一二三四五六七八九十]+条|《立法法》第[一二三四五六七八九十]+条/g) ?? [];
      for (const article of articles) {
        expect(
          lines.some((line) => line === `## ${article.replace(/[《》]/g, '')}`),
          article,
        ).toBe(true);
      }
    }
  }
});

test('every row, column and section says what it is for', () => {
  for (const edition of Object.values(editions)) {
    for (const section of edition.sections) expect(section.asks).toMatch(/。$/);
    for (const row of Object.values(edition.tables).flatMap((table) => table.rows)) {
      expect(row.meaning).toMatch(/[^条。]。$|）。$/);
      for (const column of row.columns) expect(column.meaning).toMatch(/。$/);
    }
  }
});
