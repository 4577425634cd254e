/** A table whose figures do not tie because some of its cells still hold the 0 that the form came with. */
import { openCells } from '../../figures/being-filled';
import type { PlannedRelation } from '../../figures/figure-plan';
import type { Diagnosis } from '../../figures/suspect';
import type { RelatedPlace } from '../../findings/finding';
import type { CellRef, TableId } from '../../standard/edition';
import { tableIds } from '../../standard/edition';
import { sectionSpec } from '../../standard/editions';
import { phrase } from '../../text/wording';
import { brokenLines, brokenNames, brokenSides, placesOfCells, relationsClause } from '../relation-words';
import type { Problem, Rule } from '../rule';
import { sectionName, tableNames } from '../wording';

/** Cells of each kind, still 0 and filled in, that are pointed at. */
const mostCells = 12;

export const unfinishedTable: Rule = {
  meta: {
    id: 'relation/unfinished-table',
    severity: 'error',
    title: '表格没有填完',
    summary: '表中的数填了一部分，另一部分还是0，勾稽关系因此不成立。',
    why: '没有填完的表不能公布；这时几项勾稽关系一起不成立，并不说明已经填的数是错的，所以一张表只报一处。',
    clause: relationsClause,
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

function openProblem({ residuals, open }: Diagnosis, table: TableId): Problem | undefined {
  const { figures, units } = residuals;
  const { plan } = figures;
  const { edition } = figures.report;
  const own = open.filter((index) => plan.relations[index]?.relation.right.some((ref) => ref.table === table));
  const placesOf = (slots: Iterable<number>): readonly RelatedPlace[] =>
    placesOfCells(
      figures,
      [...new Set(slots)].map((slot) => plan.refs[slot] as CellRef),
    );
  const [first, ...others] = placesOf(own.flatMap((index) => openCells(residuals, index)).sort((a, b) => a - b));
  if (first === undefined) return undefined;
  const touched = own.flatMap((index) => [
    ...(plan.relations[index]?.left ?? []),
    ...(plan.relations[index]?.right ?? []),
  ]);
  const filled = placesOf(touched.filter((slot) => (units[slot] as number) > 0));
  const name = sectionName(sectionSpec(edition, edition.tables[table].section));
  return {
    span: first.span,
    message: phrase`${name}的表还没有填完：${brokenSides(figures, own)}；请接着填写还是0的单元格。`,
    lines: [phrase`${name}的表还没有填完，请接着填写还是0的单元格`, ...brokenLines(figures, own)],
    about: {
      names: [...tableNames(edition, table), ...brokenNames(figures, own)],
      relations: own.map((index) => (plan.relations[index] as PlannedRelation).relation.key),
    },
    key: table,
    related: [...others.slice(0, mostCells - 1), ...filled.slice(0, mostCells)],
  };
}
