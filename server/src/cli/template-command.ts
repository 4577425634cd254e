/** `template`: the standard report or one of its tables, to be filled in. */
import { showText } from '../output/visible-text';
import { isGovernment } from '../report/title/issuer';
import { printForm, printReport } from '../standard/blank-form';
import { editionOf, lastYearOf } from '../standard/editions';
import type { TemplateCommand } from './command';

/** The form as text. A report is about the year before `currentYear` unless the command or its edition says otherwise. */
export function template(command: TemplateCommand, currentYear: number): string {
  const { layout, table, fill } = command;
  const edition = editionOf(command.edition);
  if (table !== null) return printForm(edition.tables[table], layout, fill, '\n');
  const year = command.year ?? lastYearOf(edition) ?? Math.max(edition.firstYear, currentYear - 1);
  const issuer = showText(command.issuer ?? '××县××镇人民政府');
  const reporter = isGovernment(issuer) ? 'government' : 'other';
  return printReport(edition, { layout, issuer, year, figures: fill, eol: '\n', reporter, sentences: 'open' });
}
