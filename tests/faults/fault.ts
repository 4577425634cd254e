/** What a fault is: a change of a clean logical report, and what the audit must say of it. */
import type { Layout } from '../../server/src/text/layout';
import type { LogicalReport } from '../support/reports/logical-report';
import type { Random } from '../support/reports/random';

/** A single wrong cell. */
interface WrongCell {
  /** `table/row/column`. */
  readonly key: string;
  readonly truth: string;
  /** Whether no other single cell could be changed so that every relation holds. */
  readonly identifiable: boolean;
}

export interface Faulty {
  /** With the fault's places marked; without a mark the finding may stand anywhere. */
  readonly report: LogicalReport;
  readonly cell?: WrongCell;
}

export interface Fault {
  /** The rule's id, with what sets this variant apart after a space. */
  readonly name: string;
  /** Any one of these finds the fault; the first is the one that the catalogue names. */
  readonly rules: readonly string[];
  /** Further rules that may rightly speak of the same fault. */
  readonly allowed?: readonly string[];
  /** Where absent, all. */
  readonly layouts?: readonly Layout[];
  /** `undefined` where the report has no place for the fault. */
  put(report: LogicalReport, random: Random): Faulty | undefined;
}
