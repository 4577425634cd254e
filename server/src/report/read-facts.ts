/** The facts of a whole report, from every paragraph before and within its sections. */
import type { Edition } from '../standard/edition';
import type { Statement } from './facts';
import { factFrom, statementsIn } from './facts';
import type { Fact } from './report';
import type { PlacedBlock, Stretch } from './stretch';

interface Remembered {
  readonly year: number | null;
  readonly statements: readonly Statement[];
}

const none: readonly Statement[] = [];

export function factsOf(stretch: Stretch, year: number | null, edition: Edition): Fact[] {
  const facts: Fact[] = [];
  for (const placed of stretch.blocks) {
    for (const statement of statementsOf(stretch, placed, year)) {
      const fact = factFrom(stretch.text, moved(statement, placed.start), edition);
      if (fact !== undefined) facts.push(fact);
    }
  }
  return facts;
}

/** The statements of one block, with offsets from its start; computed once for a year. */
function statementsOf(stretch: Stretch, placed: PlacedBlock, year: number | null): readonly Statement[] {
  const { block, start } = placed;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return none;
  const known = block.notes.statements as Remembered | undefined;
  if (known !== undefined && known.year === year) return known.statements;
  const text = stretch.text.slice(start, start + block.length);
  const statements = statementsIn(text, block.content, year);
  const kept: Remembered = { year, statements: statements.length === 0 ? none : statements };
  block.notes.statements = kept;
  return kept.statements;
}

function moved(statement: Statement, by: number): Statement {
  const { span, clause } = statement;
  return {
    ...statement,
    span: { start: span.start + by, end: span.end + by },
    clause: { start: clause.start + by, end: clause.end + by },
  };
}
