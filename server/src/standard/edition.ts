/** The shape of an edition of the official format: sections, tables, rows, columns, relations. */
import type { Wording } from '../text/wording';
import type { Basis, ClauseId } from './clauses';
import type { Examples } from './example';

/** One of those in `editions/`; it is the first year that the edition is for, e.g. `2021`. */
export type EditionId = string;

/** The six statutory sections, in order. */
export type SectionId = 'overview' | 'disclosure' | 'requests' | 'review' | 'problems' | 'other';

/** The three standard tables, of sections two, three and four, in the form's order. */
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

/** The tables of an edition. */
export type Tables = Readonly<Record<TableId, TableSpec>>;

/** A figure in a relation: added, or taken off. */
export interface Term extends CellRef {
  readonly sign?: 'minus';
}

/** Where a kind of relation holds, as the kind tells it. */
export interface RelationPlace {
  /** What tells it from the kind's other places, e.g. `natural-person`. Stable. */
  readonly at: string;
  readonly table: TableId;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** The figure that the form calls the total of `left`, and all of `right`; where the relation has one. */
  readonly total?: CellRef;
  /** The line of the table that it is over, e.g. `“自然人”列`. */
  readonly subject: Wording;
  /** What the subject quotes. */
  readonly subjectNames: readonly string[];
  /** What must hold there, e.g. `（一）至（六）各项之和 = （七）总计`. */
  readonly formula: Wording;
}

/** One instance of a relation: the sum over `left` compares to the sum over `right` as its kind says. */
export interface Relation extends RelationPlace {
  readonly kind: RelationKind;
  /** Stable key of the instance, e.g. `request-balance:natural-person`. */
  readonly key: string;
  /** Subject and formula, e.g. `“自然人”列：（一）至（六）各项之和 = （七）总计`. */
  readonly equation: Wording;
}

/** Both sides of a relation with the figures of a report, for words about it. */
export interface StatedRelation extends Pick<Relation, 'subject' | 'subjectNames' | 'formula'> {
  /** The figures as printed, in form order. */
  readonly left: readonly Wording[];
  readonly right: readonly Wording[];
  /** The sums, blanks taken as 0. */
  readonly leftSum: string;
  readonly rightSum: string;
  /** The left sum as a reader who sees its blanks must take it, e.g. `至少 3`. */
  readonly leftLeast: Wording;
  readonly difference: string;
  /** How the relation's total is called; empty where it has none. */
  readonly totalName: Wording;
  /** What that name quotes. */
  readonly totalNames: readonly string[];
  /** How the first figure on the left is called. */
  readonly firstName: Wording;
  readonly firstNames: readonly string[];
  /** `（空白按0计）` where a blank takes part, else empty. */
  readonly blanks: Wording;
}

/**
 * A kind of relation between figures, with all that is said of it: the rule `relation/<id>` is made from it, and hovers,
 * hints, results and diagnosis take their words from here. The texts of the rule's page are Chinese.
 */
export interface RelationKind {
  readonly id: string;
  /** Whether both sides are to be equal, or the right one is the least that the left one can be. */
  readonly comparison: '=' | '≥';
  /**
   * `laid-down`: holds in every right report; counts as coverage, and what breaks it is diagnosed. `usual`: there may be
   * reasons against it, so that it is a notice beside the coverage and blames no figure.
   */
  readonly standing: 'laid-down' | 'usual';
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly title: string;
  /** What the rule reports, in one sentence. */
  readonly summary: string;
  readonly why: string;
  /** What the clerk does about it. */
  readonly whatToDo: string;
  /** What it rests on, given the official format. */
  clause(format: Basis): Basis;
  /** Where it holds over the tables of an edition; nowhere, if they lack what it speaks of. */
  over(tables: Tables): readonly RelationPlace[];
  /** A broken instance in one sentence, without the full stop. */
  told(stated: StatedRelation): Wording;
  /** What that sentence quotes, in its order. */
  namesIn(stated: StatedRelation): readonly string[];
  /** The same in few words, one of several, e.g. `“自然人”列（一）至（六）各项合计6、（七）总计7`. */
  sides(stated: StatedRelation): Wording;
  /** What is written beside the last figure of either side of a broken instance. */
  hints(stated: StatedRelation): { readonly left?: Wording; readonly right?: Wording };
  readonly examples: Examples;
}

/** One item of article 20 with its rows in table two; the rows' group is the item's printed heading. */
export interface DisclosureItem {
  readonly heading: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

/** A national document that annual reports cite. */
export interface NationalDocument {
  /** The title as it stands in 《》. */
  readonly title: string;
  readonly agency: string;
  /** `null` for an order, which has none in its number. */
  readonly year: number | null;
  readonly serial: number;
  /** As it is to be printed. */
  readonly number: string;
}

/** The document that lays an edition down. */
export interface FormatDocument extends NationalDocument {
  /** What the title of the notice says of it that issued it. */
  readonly noticeWords: string;
  /** What the title of that notice holds, where it names no format. */
  readonly noticeSign?: RegExp;
  /** What it requires, in our own words, one sentence each. */
  readonly requires: readonly string[];
}

/** Which figures of other editions mean the same as one that is called otherwise here. */
export interface Counterparts {
  /** By the id of a column of table two: what it is called elsewhere. */
  readonly columns: Readonly<Record<string, string>>;
  /** By the id of a row of table three: the rows that, added up, are this one. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export interface Edition {
  readonly id: EditionId;
  readonly format: FormatDocument;
  /** The first reporting year that it is for; the last is the one before the next edition's first. */
  readonly firstYear: number;
  /** The year of the examples. */
  readonly exampleYear: number;
  /** Wording, folded, by which a form is told to be of this edition and of none before. */
  readonly signs: readonly string[];
  /** Whether the heads of table two's columns are judged by the form's words. */
  readonly columnHeads: 'judged' | 'as-they-come';
  readonly counterparts: Counterparts;
  readonly sections: readonly SectionSpec[];
  readonly tables: Tables;
  /** Those that are laid down. */
  readonly relations: readonly Relation[];
  /** Those that are only usual. */
  readonly notices: readonly Relation[];
}
