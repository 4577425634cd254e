/** How two cells of a table, 规章 and 3, look in each layout. */
import type { BlankReportParams } from '../../server/src/lsp/wire/protocol';

/** ⇥ stands for a tab, ⏎ for a line's end, ␣ for a space where it counts. */
export const layoutSamples: Readonly<Record<BlankReportParams['layout'], string>> = {
  markdown: '| 规章 | 3 |',
  tsv: '规章 ⇥ 3',
  html: '<td>规章</td> <td>3</td>',
  'bar-row': '规章 | 3 |',
  'bar-line': '规章 | ⏎ 3 |',
  'bar-alone': '规章 ⏎ | ⏎ 3 ⏎ |',
  'tab-cell': '⇥ 规章 ⏎ ⇥ 3',
  stacked: '规章 ⏎ ⏎ 3',
  spaced: '规章 ␣ 3',
};
