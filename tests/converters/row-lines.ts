/** An output's tables as they were read, row by row. */
import type { Cell, TableReading } from '../../server/src/report/report';
import { worded } from '../../server/src/text/wording';
import { snapshotOf } from '../../server/src/workspace/snapshot';
import type { OutputText } from './outputs';

/** The findings, then each row: its state, its label and its cells; a blank is `_`, what is unreadable stands in `<>`. */
export function rowLines({ form, file, text }: OutputText): readonly string[] {
  const lines = [`== ${form.name}/${file}`];
  for (const part of snapshotOf(text, {}).reports) {
    if (part.status === 'skipped') {
      lines.push(`skipped: ${worded(part.reason)}`);
      continue;
    }
    const { report, findings } = part;
    lines.push(`title: ${report.title?.text ?? 'none'}`, `sections: ${report.sections.map(({ id }) => id).join(' ')}`);
    for (const { rule, severity, message } of findings) lines.push(`  ${severity} ${rule}: ${message}`);
    lines.push(...Object.values(report.tables).flatMap(tableLines));
  }
  return lines;
}

function tableLines(table: TableReading): readonly string[] {
  if (table.state === 'missing') return [`table ${table.table}: missing`];
  return [
    `table ${table.table}: ${table.layout}`,
    ...table.rows.map(
      ({ row, state, repeated, cells }) =>
        `  ${state === 'ambiguous' ? '?' : ' '}${repeated ? ' again' : ''} ${row}: ${cells.map(printed).join(' ')}`,
    ),
    ...table.unknownRows.map(({ label, cells }) => `    unknown ${label.text}: ${cells.map(printed).join(' ')}`),
  ];
}

function printed({ kind, raw }: Cell): string {
  if (kind === 'blank') return '_';
  return kind === 'unreadable' ? `<${raw.trim()}>` : raw.trim();
}
