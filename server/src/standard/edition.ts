/** The shape of an edition of the official format: sections, tables, rows, columns, relations. */
import type { Wording } from '../text/wording';

/** `2021`: 国办公开办函〔2021〕30号, reports for 2021 on. `2019`: 国办公开办函〔2019〕60号 (试行), reports for 2019 and 2020. */
export type EditionId = '2021' | '2019';

/** Stable: the anchor on the clauses' page. E.g. `regulation`, `article-36`, `format-2021`, `legislation-93`. */
export type ClauseId = string;

/** The six statutory sections, in order. */
export type SectionId = 'overview' | 'disclosure' | 'requests' | 'review' | 'problems' | 'other';

/** The three standard tables, of sections two, three and four. */
/** The tables, in the form's order. */
export const tableIds = ['disclosure', 'requests', 'review'] as const;
export type TableId = (typeof tableIds)[number];

export interface SectionSpec {
  readonly id: SectionId;
  /** 1 to 6. */
  readonly ordinal: number;
  /** The format's own title, without its ordinal. */
  readonly title: string;
  /** The long forms taken from article 50: correct in substance, so information only. */
  readonly longForms: readonly string[];
  /** Other wordings seen in published reports. */
  readonly aliases: readonly string[];
  /** What the format asks of the section. */
  readonly asks: string;
  /** The clauses that it names, in its order. */
  readonly clauses: readonly ClauseId[];
  /** The table that the section consists of; absent for the prose sections. */
  readonly table?: TableId;
}

export interface ColumnSpec {
  readonly id: string;
  /** As printed in the form, without its unit. */
  readonly label: string;
  /** Full name for messages, e.g. `行政复议“结果维持”`; equals `label` where that is unambiguous. */
  readonly name: string;
  /** `count`: a whole number not below zero. `amount`: decimals allowed. `change`: signed (2019 本年增/减). */
  readonly kind: 'count' | 'amount' | 'change';
  readonly unit: string;
  /** What is counted in this column. */
  readonly meaning: string;
}

export interface RowSpec {
  readonly id: string;
  /** As printed in the form, with its ordinal. */
  readonly label: string;
  /** Wordings that mean this row; compared after folding, with or without an ordinal before them. */
  readonly aliases: readonly string[];
  /** Those of the aliases that a policy accepts as if the form had them. */
  readonly accepted?: readonly string[];
  /** The printed label of the group cell that the row stands under, if any. */
  readonly group?: string;
  /** The clauses that the group cell names. */
  readonly groupClauses?: readonly ClauseId[];
  readonly columns: readonly ColumnSpec[];
  /** What is counted here, and the article that the row mirrors. */
  readonly meaning: string;
  /** The clauses that the meaning names, in its order. */
  readonly clauses: readonly ClauseId[];
}

/** One cell of the printed form; a `figure` cell is where a number is to be filled in. */
export interface FormCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly figure?: CellRef;
}

/** The printed form, row by row; a cell spanned from above or from the left does not occur again. */
export type Form = readonly (readonly FormCell[])[];

export interface TableSpec {
  readonly id: TableId;
  readonly section: SectionId;
  /** How an inspector calls it, e.g. `第三部分“收到和处理政府信息公开申请情况”表`. */
  readonly name: Wording;
  readonly rows: readonly RowSpec[];
  readonly form: Form;
  /** Number of columns of the printed form. */
  readonly formWidth: number;
}

/** One figure of the standard tables. */
export interface CellRef {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** The four kinds of relation between figures; also the ids of the rules `relation/<kind>`. */
export type RelationKind = 'request-balance' | 'disposition-total' | 'applicant-total' | 'case-total';

/** One instance of a relation: the sum over `left` equals the sum over `right`. */
export interface Relation {
  readonly kind: RelationKind;
  /** Stable key of the instance, e.g. `request-balance:natural-person`. */
  readonly key: string;
  readonly table: TableId;
  readonly left: readonly CellRef[];
  readonly right: readonly CellRef[];
  /** The figure that the form calls a total, where the relation has one. */
  readonly total?: CellRef;
  /** The line of the table that it is over, e.g. `“自然人”列`. */
  readonly subject: Wording;
  /** What must hold there, e.g. `（一）至（六）各项之和 = （七）总计`. */
  readonly formula: Wording;
  /** Both, e.g. `“自然人”列：（一）至（六）各项之和 = （七）总计`. */
  readonly equation: Wording;
}

export interface Edition {
  readonly id: EditionId;
  /** The notice that issued it, e.g. `国办公开办函〔2021〕30号`. */
  readonly document: string;
  /** First and last reporting year; `last` is absent for the edition in force. */
  readonly years: { readonly first: number; readonly last?: number };
  readonly sections: readonly SectionSpec[];
  readonly tables: Readonly<Record<TableId, TableSpec>>;
  readonly relations: readonly Relation[];
}
