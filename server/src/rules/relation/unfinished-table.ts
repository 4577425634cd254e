/** A table whose figures do not tie because some of its cells still hold the 0 that the form came with. */
import { openCells } from '../../figures/being-filled';
import type { PlannedRelation } from '../../figures/figure-plan';
import type { Diagnosis } from '../../figures/suspect';
import type { RelatedPlace } from '../../findings/finding';
import { citedIn } from '../../standard/clauses';
import type { CellRef, TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { sectionSpec } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import { listed, phrase } from '../../text/wording';
import { bothSides, cellWords } from '../relation-words';
import type { Problem, Rule } from '../rule';
import { sectionName, tableNames } from '../wording';

/** Relations that a message spells out. */
const mostSpelled = 3;
/** Cells of each kind, still 0 and filled in, that are pointed at. */
const mostCells = 12;

export const unfinishedTable: Rule = {
  meta: {
    id: 'relation/unfinished-table',
    severity: 'error',
    title: '表格没有填完',
    summary: '表中的数填了一部分，另一部分还是0，勾稽关系因此不成立。',
    why: '没有填完的表不能公布；这时几项勾稽关系一起不成立，并不说明已经填的数是错的，所以一张表只报一处。',
    clause: (edition) => citedIn(formatClause(edition), (format) => phrase`${format}第三部分、第四部分表的勾稽关系`),
    whatToDo: '接着填写还是0的单元格；都填好以后仍不成立的，再逐一核对。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '只填了新收3件，办理结果还没有填',
        figures: { 'requests/received/natural-person': '3', 'requests/received/total': '3' },
        changes: [
          ['未收到政府信息公开申请', '收到政府信息公开申请3件'],
          ['（七）总计 |  | 0 |', '（七）总计 |  | ⟦relation/unfinished-table: 0⟧ |'],
        ],
      },
    ],
    good: [
      {
        shows: '办理结果和合计都填好了',
        figures: Object.fromEntries(
          ['received', 'granted', 'disposed'].flatMap((row) =>
            ['natural-person', 'total'].map((column) => [`requests/${row}/${column}`, '3']),
          ),
        ),
        changes: [['未收到政府信息公开申请', '收到政府信息公开申请3件']],
        focus: '（七）总计',
      },
    ],
  },
  *check(_report, context) {
    if (context.coverage.broken === 0) return;
    const diagnosis = context.diagnosis();
    for (const table of diagnosis.open.length === 0 ? [] : tableIds) {
      const problem = openProblem(diagnosis, table);
      if (problem !== undefined) yield problem;
    }
  },
};

function openProblem({ residuals, open: relations }: Diagnosis, table: TableId): Problem | undefined {
  const { figures } = residuals;
  const { edition } = figures.report;
  const plannedAt = (index: number): PlannedRelation => figures.plan.relations[index] as PlannedRelation;
  const own = relations.filter((index) => plannedAt(index).relation.right.some((ref) => ref.table === table));
  const cells = [...new Set(own.flatMap((index) => openCells(residuals, index)))].sort((a, b) => a - b);
  const [first] = cells;
  if (first === undefined) return undefined;
  const filled = new Set(own.flatMap((index) => [...plannedAt(index).left, ...plannedAt(index).right]));
  const placesOf = (slots: readonly number[]): readonly RelatedPlace[] =>
    slots.flatMap((slot) => {
      const cell = figures.cells[slot];
      const ref = figures.plan.refs[slot] as CellRef;
      return cell === undefined ? [] : [{ span: cell.span, message: cellWords(figures, ref), cell: ref }];
    });
  const open = placesOf(cells);
  const beside = placesOf([...filled].filter((slot) => (residuals.units[slot] as number) > 0));
  const spelled = own.slice(0, mostSpelled).map((index) => bothSides(figures, plannedAt(index)));
  const more = own.length > mostSpelled ? phrase`；等${own.length}项` : '';
  const name = sectionName(sectionSpec(edition, edition.tables[table].section));
  return {
    span: open[0]?.span ?? { start: 0, end: 0 },
    message: phrase`${name}的表还没有填完：${listed(spelled, '；')}${more}；请接着填写还是0的单元格。`,
    about: {
      names: [
        ...tableNames(edition, table),
        ...own.slice(0, mostSpelled).flatMap((index) => plannedAt(index).relation.subjectNames),
      ],
      relations: own.map((index) => plannedAt(index).relation.key),
    },
    key: table,
    related: [...open.slice(1, mostCells), ...beside.slice(0, mostCells)],
  };
}
