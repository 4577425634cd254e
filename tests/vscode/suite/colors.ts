/** Labels and headings look like no error in any theme that VS Code brings. */
import { readFileSync } from 'node:fs';
import { canDrive, colorOf, waitFor } from './driver';
import type { Test } from './runner';
import { pause } from './runner';
import { samplesIn } from './samples';
import { defaultThemes, tidy, useTheme } from './themes';
import { openUntitled, settledDiagnostics } from './workbench';

/** The spans of a row's label, of a column's and of a heading. */
const label = '.view-line span span:text-is("行政许可")';
const column = '.view-line span span:text-is("信息内容")';
const heading = '.view-line span span:has-text("主动公开政府信息情况")';
/** The headings of aspects, and a statute that is cited. */
const aspect = '.view-line span span:has-text("主动公开情况")';
const citation = '.view-line span span:has-text("中华人民共和国政府信息公开条例")';

export const colorTests: readonly Test[] = [
  {
    name: 'colours: labels and headings are red in none of the default themes',
    timeout: 120_000,
    body: async () => {
      if (!canDrive) return 'desktop VS Code has no driver for its colours';
      const sample = samplesIn('clean').find(({ path }) => path.endsWith('.md'));
      if (!sample) throw new Error('there is no clean sample in Markdown');
      await tidy();
      const { document } = await openUntitled(tableOf(readFileSync(sample.path, 'utf8')), 'disclosure-report');
      await settledDiagnostics(document);
      const seen: string[] = [];
      try {
        for (const theme of defaultThemes) {
          await useTheme(theme);
          await pause(1_000);
          await waitFor(label);
          for (const selector of [label, column, heading, aspect, citation]) {
            const color = await colorOf(selector);
            seen.push(`${theme}: ${color}`);
            if (isRed(color)) throw new Error(`${selector} is ${color} in ${theme}`);
          }
        }
      } finally {
        await useTheme(undefined);
      }
      console.log(`    ${seen.join('\n    ')}`);
      if (new Set(seen.map((one) => one.replace(/^.*: /u, ''))).size < 4) {
        throw new Error(`the themes make no difference:\n${seen.join('\n')}`);
      }
      return undefined;
    },
  },
];

/** From the heading of section two on: so much of it that the window shows its rows. */
function tableOf(report: string): string {
  const lines = report.split('\n');
  const start = lines.findIndex((line) => line.includes('二、主动公开政府信息情况'));
  if (start === -1) throw new Error('the sample has no section two');
  const head = [
    '根据《中华人民共和国政府信息公开条例》编制。',
    '',
    '一、总体情况',
    '',
    '（一）主动公开情况。一切照旧。',
    '',
  ];
  return [lines[0], '', ...head, ...lines.slice(start)].join('\n');
}

/** Whether a colour is what an error is shown in: mostly red, and far from grey. */
function isRed(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/gu) ?? []).map(Number);
  return red > 120 && red > 2 * green && red > 2 * blue;
}
