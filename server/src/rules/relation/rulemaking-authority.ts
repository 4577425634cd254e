/** Administrative rules (规章) reported by a body that may not make them. */
import { notableCells, printedFigure } from '../../figures/figures';
import type { Severity } from '../../findings/finding';
import type { Cell } from '../../report/report';
import type { Body } from '../../report/title/issuer';
import { bodyOf } from '../../report/title/issuer';
import { citedIn, legislationLaw, rulemakingClauses } from '../../standard/clauses';
import { cellName, cellNames } from '../../standard/editions';
import { formatClause } from '../../standard/format-clause';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import { cellWords } from '../relation-words';
import type { Rule } from '../rule';

export const rulemakingAuthority: Rule = {
  meta: {
    id: 'relation/rulemaking-authority',
    severity: 'error',
    title: '无权制定规章',
    summary: '乡镇、街道、县级政府及其部门，或者省、市的部门，在“规章”行填了0以外的数。',
    why: '地方政府规章只有省级政府和设区的市、自治州的政府可以制定，地方政府的部门和县级以下政府都不能制定；把规范性文件填进“规章”行是常见的填错。',
    clause: (edition) =>
      citedIn(
        formatClause(edition),
        (format) => phrase`${format}第二部分表“规章”；${legislationLaw}第九十一条、第九十三条`,
        ...rulemakingClauses,
      ),
    whatToDo: '“规章”行填0；属于行政规范性文件的，填入“行政规范性文件”行。从名称判断不出层级的机关不查。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '镇政府填了制发2件、现行有效2件规章',
        figures: { 'disclosure/administrative-rules/issued': '2', 'disclosure/administrative-rules/in-force': '2' },
        changes: [['规章 | 2 | 0 | 2 |', '规章 | ⟦relation/rulemaking-authority: 2⟧ | 0 | 2 |']],
      },
    ],
    good: [
      {
        shows: '镇政府“规章”行填0，规范性文件填在自己的一行',
        figures: {
          'disclosure/normative-documents/issued': '2',
          'disclosure/normative-documents/in-force': '2',
        },
        focus: '行政规范性文件',
      },
    ],
  },
  *check(report, { figures }) {
    const isFilled = (cell: Cell): boolean => cell.kind === 'stated' && cell.value.units !== 0;
    const filled = notableCells(figures, 'disclosure', isFilled).filter(
      ({ ref }) => ref.row === 'administrative-rules',
    );
    const [first, ...others] = filled;
    if (first === undefined) return;
    const ruling = rulingOn(bodyOf(report.issuer));
    if (ruling === undefined) return;
    const { edition } = report;
    const stated = filled.map(({ ref, cell }) => phrase`${cellName(edition, ref)}填的是${printedFigure(cell)}`);
    yield {
      span: first.cell.span,
      message: phrase`${listed(stated, '，')}，但${ruling.who}无权制定规章（${legislationLaw}第九十一条、第九十三条），应填0，属于规范性文件的填入“行政规范性文件”行。`,
      about: { names: [...filled.flatMap(({ ref }) => cellNames(edition, ref)), '行政规范性文件'] },
      key: first.ref.row,
      severity: ruling.severity,
      related: others.map(({ ref, cell }) => ({
        span: cell.span,
        message: cellWords(figures, ref),
        cell: ref,
      })),
    };
  },
};

interface Ruling {
  readonly severity: Severity;
  /** Who may not make rules. */
  readonly who: Wording;
}

/** `undefined` for those that may make rules, or may be such. */
function rulingOn({ kind, division }: Body): Ruling | undefined {
  if (division === 'township') return { severity: 'error', who: phrase`乡镇和街道` };
  if (division === 'county')
    return { severity: 'error', who: kind === 'department' ? phrase`县级政府的部门` : phrase`县级政府` };
  if (kind !== 'department') return undefined;
  if (division === 'city' || division === 'municipal') return { severity: 'warning', who: phrase`市级政府的部门` };
  return division === 'provincial' ? { severity: 'warning', who: phrase`省级政府的部门` } : undefined;
}
