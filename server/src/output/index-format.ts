/** What is kept of each report to compare it with others, a line each: `--index FILE`. */
import type { OutputFormat } from './output-format';

export const indexFormat: OutputFormat = {
  needs: ['index'],
  begin: () => '',
  result: ({ index, scope }) => (index === undefined || scope === 'series' ? '' : `${JSON.stringify(index)}\n`),
  series: () => '',
  end: () => '',
};
