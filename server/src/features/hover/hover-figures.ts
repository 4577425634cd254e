/** What is told of a cell of a table, and of a statement in prose. */
import type { Figures } from '../../figures/figures';
import { figureAt, whyUnusable } from '../../figures/figures';
import { printExact } from '../../quantity/exact';
import { isExactFact } from '../../report/prose/exact-fact';
import { quotedClause } from '../../report/prose/quoted-clause';
import type { Cell, Fact } from '../../report/report';
import { caseGroups, groupName } from '../../standard/columns';
import type { CellRef, ColumnSpec } from '../../standard/edition';
import { rowClauses } from '../../standard/editions';
import { onOneLine } from '../../text/fold';
import type { Wording } from '../../text/wording';
import { fixed, phrase } from '../../text/wording';
import { closeName, equationsOf, sumWords } from '../equations';
import type { LocatedCell } from '../locate';
import type { ReportFigures, Restatement } from '../report-figures';
import { restatementsOf } from '../report-figures';
import type { HoverBlock } from './hover-blocks';
import { clauseBlock } from './hover-blocks';

/** Row and column, what is counted here, the equations, and what the prose says of the figure. */
export function cellBlocks(known: ReportFigures, { ref, row, column, cell }: LocatedCell): readonly HoverBlock[] {
  const equations = equationsOf(known.figures, ref);
  const statements = restatementsOf(known, ref).map((restatement) => statementWords(known.figures, restatement));
  const name = ref.table === 'review' ? `${groupName(column)} · ${column.label}` : `${row.label} · ${column.label}`;
  return [
    { kind: 'title', text: phrase`${name}：${cellReading(cell, column)}` },
    { kind: 'text', text: fixed(row.meaning) },
    { kind: 'text', text: columnMeaning(ref, column) },
    ...titledList(phrase`勾稽关系：`, equations),
    ...titledList(phrase`正文的说法：`, statements),
    ...clauseBlock(rowClauses(row)),
  ];
}

function columnMeaning({ table }: CellRef, column: ColumnSpec): Wording {
  const group = table === 'review' ? caseGroups.find(({ label }) => label === groupName(column)) : undefined;
  const meaning = group === undefined ? fixed(column.meaning) : phrase`${fixed(group.meaning)}${fixed(column.meaning)}`;
  return phrase`“${column.label}”列：${meaning}`;
}

function cellReading(cell: Cell, { unit }: ColumnSpec): Wording {
  const raw = onOneLine(cell.raw);
  switch (cell.kind) {
    case 'stated':
      return `${raw}${raw.endsWith(unit) ? '' : unit}`;
    case 'blank':
      return phrase`空白，没有填`;
    case 'dash':
    case 'unreadable':
      return phrase`填的“${raw}”不是数字`;
  }
}

/** What a statement restates, how the table adds it up, and whether both agree. */
export function factBlocks({ figures }: ReportFigures, restatement: Restatement): readonly HoverBlock[] {
  const { fact, verdict } = restatement;
  const title: HoverBlock = { kind: 'title', text: phrase`正文：“${quotedClause(figures.report, fact)}”` };
  if (fact.readings.length === 0) {
    return [title, { kind: 'text', text: phrase`信息处理费写在第六部分，单位是元，表格里没有这一项。` }];
  }
  const readings = verdict === 'differs' ? fact.readings : [restatement.cells];
  return [
    title,
    ...titledList(
      phrase`表中对应的数：`,
      readings
        .filter((reading) => reading.some((ref) => figureAt(figures, ref) !== undefined))
        .map((reading) => readingWords(figures, reading, fact, restatement)),
    ),
    { kind: 'text', text: verdictWords(figures, restatement) },
    ...(isExactFact(fact) ? [] : [{ kind: 'text' as const, text: phrase`正文是约数，只核对范围。` }]),
    ...(fact.implied ? [{ kind: 'text' as const, text: phrase`正文没有直接写这个数，是由这句话推出的。` }] : []),
  ];
}

/** E.g. `本年新收·总计 3 + 上年结转·总计 1 = 4`. */
function readingWords(figures: Figures, reading: readonly CellRef[], fact: Fact, { values }: Restatement): Wording {
  const sum = sumWords(figures, reading, (ref) => closeName(figures.report.edition, ref));
  const value = values[fact.readings.indexOf(reading)];
  if (reading.length < 2 || value === undefined) return sum;
  return value.open ? phrase`${sum}，不少于${printExact(value.lowest)}` : phrase`${sum} = ${printExact(value.lowest)}`;
}

function verdictWords(figures: Figures, { fact, verdict, cells }: Restatement): Wording {
  switch (verdict) {
    case 'agrees':
      return phrase`✓ 正文与表格一致`;
    case 'differs':
      return phrase`✗ 正文与表格不一致`;
    case 'unknown': {
      const reason = [...cells, ...fact.readings.flat()]
        .map((ref) => whyUnusable(figures, ref))
        .find((why) => why !== undefined);
      return phrase`– 无法判断：${reason ?? phrase`表中的数无法确定`}`;
    }
  }
}

/** A statement as a line beside a cell. */
function statementWords(figures: Figures, restatement: Restatement): Wording {
  const { verdict, cells } = restatement;
  const quote = quotedClause(figures.report, restatement.fact);
  const together = cells.length > 1;
  switch (verdict) {
    case 'agrees':
      return together ? phrase`✓ “${quote}”与表中${cells.length}个数之和一致` : phrase`✓ “${quote}”与表格一致`;
    case 'differs':
      return together ? phrase`✗ “${quote}”与表中${cells.length}个数之和不一致` : phrase`✗ “${quote}”与表格不一致`;
    case 'unknown':
      return phrase`– “${quote}”无法判断`;
  }
}

function titledList(title: Wording, items: readonly Wording[]): readonly HoverBlock[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: title },
        { kind: 'list', items },
      ];
}
