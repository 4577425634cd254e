/** The requests about the figures of tables: which one stands at a place, and totals computed from their parts. Plain types, for the server and for any client. */
import type { ComputingScope } from '../../features/totals/computing';
import type { PlainTextEdit } from './protocol';

type PlainRange = PlainTextEdit['range'];

/** Request: `FigureParams` → `FigureAnswer`, or `null` where no figure of a standard table stands at the place. */
export const figureMethod = 'disclosureAudit/figureAt';

export interface FigureParams {
  readonly uri: string;
  readonly position: PlainRange['start'];
}

export interface FigureAnswer {
  /** Of a blank, the empty place where its figure belongs. */
  readonly range: PlainRange;
  /** Printed labels: `本年新收 · 自然人`; `null` where it is not certain which figure of the form it is. */
  readonly name: string | null;
  /** The figure's full name in the user's language; `null` like the name. */
  readonly detail: string | null;
  /** The figures before and after it in reading order; `null` at the report's first and last. */
  readonly previous: PlainRange | null;
  readonly next: PlainRange | null;
}

/** Request: `TotalsParams` → `TotalsAnswer`. Nothing is changed by it. */
export const totalsMethod = 'disclosureAudit/computedTotals';

/** The client's command that asks and then puts computed totals in, with `TotalsParams`; one that has it names it among `commands` of its `initializationOptions`. */
export const computeCommand = 'disclosureAudit.computeTotals';

export interface TotalsParams extends FigureParams {
  readonly scope: ComputingScope;
}

/** Words are in the user's language. */
export type TotalsAnswer =
  | {
      /** What would be done. */
      readonly title: string;
      /** The document's version that the edits are for. */
      readonly version: number;
      readonly changes: readonly TotalChange[];
      /** Why others are not computed; `null` where all are. */
      readonly unknown: string | null;
    }
  | { readonly reason: string };

/** A total that would be written over. */
export interface TotalChange {
  readonly name: string;
  /** As it stands, or that it is blank. */
  readonly old: string;
  readonly value: string;
  readonly edits: readonly PlainTextEdit[];
}
