/** The layouts of tables as a user chooses among them. */
import type { BlankReportParams } from '../../server/src/lsp/wire/protocol';
import { layoutSamples } from './layout-samples';
import { say } from './say';

interface LayoutChoice {
  readonly value: BlankReportParams['layout'];
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** Each with two cells as they look in it. */
export function layoutChoices(): readonly LayoutChoice[] {
  const choices: readonly Omit<LayoutChoice, 'description'>[] = [
    {
      value: 'markdown',
      label: 'Markdown',
      detail: say('Tables drawn with bars; easy to read and to fill in here.'),
    },
    { value: 'tsv', label: say('Tabs'), detail: say('One row a line; can be pasted into Word and Excel.') },
    { value: 'html', label: 'HTML', detail: say('With merged cells as on the printed form; for a web page.') },
    { value: 'bar-row', label: say('Bars'), detail: say('One row a line, a bar after each cell.') },
    { value: 'bar-line', label: say('Bars, one cell a line'), detail: say('As some web pages are copied.') },
    {
      value: 'bar-alone',
      label: say('Bars on lines of their own'),
      detail: say('As some web pages are copied.'),
    },
    { value: 'tab-cell', label: say('Tabs, one cell a line'), detail: say('As some web pages are copied.') },
    { value: 'stacked', label: say('One cell a paragraph'), detail: say('As some web pages are copied.') },
    { value: 'spaced', label: say('Spaces'), detail: say('Columns parted by spaces, as in a PDF.') },
  ];
  return choices.map((choice) => ({ ...choice, description: layoutSamples[choice.value] }));
}
