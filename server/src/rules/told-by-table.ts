/** Where prose and table differ because of the table: the finding on its figures that tells so already. */
import { openCells } from '../figures/being-filled';
import { tableValues } from '../figures/fact-values';
import type { PlannedRelation } from '../figures/figure-plan';
import { slotOf } from '../figures/figure-plan';
import type { Explanation } from '../figures/suspect';
import { standsAlone } from '../figures/suspect';
import { compareExact } from '../quantity/exact';
import type { Fact } from '../report/report';
import type { TableId } from '../standard/edition';
import { causeKey } from './one-cause';
import type { Cause, RuleContext } from './rule';

/** The findings that tell why `fact`, which contradicts the table, does so; none where it is the prose that may be wrong. */
export function toldByTable(context: RuleContext, fact: Fact): readonly Cause[] {
  if (context.coverage.broken === 0) return [];
  const { residuals, explanations, open, reporting } = context.diagnosis();
  const { plan } = context.figures;
  const explanation = explanations.find(({ cause, witnesses }) => cause !== undefined && witnesses.includes(fact));
  if (explanation !== undefined && reporting === 'by-cause') {
    const [index = -1] = explanation.relations;
    if (!standsAlone(explanation))
      return [{ rule: 'relation/inconsistent-figure', key: causeKey(residuals, explanation) }];
    if (!isNamed(explanation)) return [];
    const { relation } = plan.relations[index] as PlannedRelation;
    return [{ rule: `relation/${relation.kind.id}`, key: relation.key }];
  }
  const unfilled = new Set(open.flatMap((index) => openCells(residuals, index)));
  const values = tableValues(context.figures, fact) ?? [];
  const filledUp = fact.readings.find((reading, i) => {
    const value = values[i];
    const isLess = value !== undefined && compareExact(value.lowest, fact.lowest) < 0;
    return isLess && reading.some((ref) => unfilled.has(slotOf(plan, ref)));
  });
  const tables = new Set(filledUp?.map(({ table }): TableId => table));
  return [...tables].map((key) => ({ rule: 'relation/unfinished-table', key }));
}

/** Whether the finding on the one relation names the figure that is wrong. */
function isNamed({ cause }: Explanation): boolean {
  return cause?.changes.length === 1;
}
