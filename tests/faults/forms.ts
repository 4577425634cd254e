/** The standard's forms with rows left out, added, moved or relabelled. */
import { disclosureItemsOf } from '../../server/src/standard/disclosure-rows';
import type { Edition, Form, FormCell, RowSpec } from '../../server/src/standard/edition';
import { disclosureForm, requestsForm } from '../../server/src/standard/forms';
import { keyOf } from '../support/reports/facts';
import type { LogicalTable } from '../support/reports/logical-report';
import { closePlace, openPlace } from '../support/reports/marks';
import type { Random } from '../support/reports/random';

/** A table whose rows can be changed. */
interface RowTable {
  readonly id: 'disclosure' | 'requests';
  readonly rows: readonly RowSpec[];
  /** The form with other rows; they keep their groups. */
  form(rows: readonly RowSpec[]): Form;
}

export function rowTable(edition: Edition, id: 'disclosure' | 'requests'): RowTable {
  if (id === 'requests') return { id, rows: edition.tables.requests.rows, form: requestsForm };
  return {
    id,
    rows: edition.tables.disclosure.rows,
    form: (rows) =>
      disclosureForm(
        disclosureItemsOf(edition.tables.disclosure.rows)
          .map((item) => ({ ...item, rows: rows.filter((row) => row.group === item.heading) }))
          .filter((item) => item.rows.length > 0),
      ),
  };
}

export function drawRowTable(edition: Edition, random: Random): RowTable {
  return rowTable(edition, random.chance(0.25) ? 'disclosure' : 'requests');
}

/** The table with marks around one cell's place: from the text before it to the text after it. */
export function markAround(table: LogicalTable, key: string): LogicalTable | undefined {
  const flat = table.form.flat();
  const at = flat.findIndex((cell) => cell.figure !== undefined && keyOf(cell.figure) === key);
  const before = flat[at - 1];
  const after = flat[at + 1];
  if (at < 1 || before === undefined || after === undefined) return undefined;
  return markText(
    markText(table, before, (text) => openPlace + text),
    after,
    (text) => text + closePlace,
  );
}

function markText(table: LogicalTable, cell: FormCell, mark: (text: string) => string): LogicalTable {
  if (cell.figure !== undefined) {
    const key = keyOf(cell.figure);
    return { ...table, figures: new Map(table.figures).set(key, mark(table.figures.get(key) ?? '0')) };
  }
  const form = table.form.map((row) =>
    row.map((other) => (other === cell ? { ...cell, text: mark(cell.text) } : other)),
  );
  return { ...table, form };
}
