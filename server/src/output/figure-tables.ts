/** The figures of many reports side by side: which columns there are, by edition and table. */
import type { CellRef, Edition, TableId } from '../standard/edition';
import { columnSpec, newestFirst } from '../standard/editions';
import { shortCellName } from '../standard/short-names';
import { formCells } from './form-places';
import type { FigureRecord, Result } from './result';

/** A column of figures. */
export interface FigureColumn {
  readonly ref: CellRef;
  /** Where `Result.figures` has it. */
  readonly index: number;
  /** On one line, e.g. `本年新收·自然人`, with its unit where it is none of the usual. */
  readonly name: string;
}

/** The reports of one edition with all the columns of its tables. */
export interface EditionFigures {
  readonly edition: Edition;
  readonly columns: readonly FigureColumn[];
  readonly results: readonly ReportFigures[];
}

export type ReportFigures = Result & { readonly figures: readonly FigureRecord[] };

/** The newest edition first; those that no report is of are left out. */
export function figuresByEdition(results: readonly Result[]): readonly EditionFigures[] {
  const read = results.filter((result): result is ReportFigures => result.figures !== undefined);
  return newestFirst.flatMap((edition) => {
    const own = read.filter(({ record }) => record.edition === edition.id);
    return own.length === 0 ? [] : [{ edition, columns: columnsOf(edition), results: own }];
  });
}

/** How the sections that the tables belong to are called. */
export function tableTitle(edition: Edition, table: TableId): string {
  const section = edition.sections.find((spec) => spec.table === table);
  return section?.title ?? '';
}

function columnsOf(edition: Edition): readonly FigureColumn[] {
  return formCells(edition).map((ref, index) => ({ ref, index, name: columnName(edition, ref) }));
}

function columnName(edition: Edition, ref: CellRef): string {
  const { kind, unit } = columnSpec(edition, ref);
  const name = shortCellName(edition, ref, '·');
  return kind === 'amount' && unit !== '' ? `${name}（${unit}）` : name;
}
