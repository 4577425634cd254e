/** Reports of ours that go out, are opened and saved or printed by other programs, and come back: every figure is where it was. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printableHtml } from '../../client/src/preview/printable';
import { keysOfParts, sentPreview } from '../../server/src/features/preview/sent-preview';
import { cellSaying } from '../../server/src/features/same-reading';
import { readers } from '../../server/src/intake/readers';
import { takeIn } from '../../server/src/intake/take-in';
import type { Readable } from '../../server/src/intake/taken-in';
import { convertReports, takenAsItIs } from '../../server/src/office/convert-reports';
import { tableIds } from '../../server/src/standard/edition';
import { lineIndexOf, positionAt } from '../../server/src/text/line-index';
import { worded } from '../../server/src/text/wording';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import type { ConverterForm } from '../converters/forms';
import { forms, printedForm } from '../converters/forms';
import { convertedBy, reads } from '../support/libre-office';
import type { ReportBlock } from '../support/office/random-report';
import { wordReport } from '../support/office/random-report';
import { findProgram } from '../vscode/host/programs.mjs';

const program = process.env.CHROMIUM_EXECUTABLE ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);
if (program === undefined) console.log('no Chromium is installed: what is printed is not tried');

async function takenFrom(content: string | Uint8Array): Promise<Readable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const taken = await takeIn(bytes, undefined, readers);
  if (taken.kind === 'refused') throw new Error(worded(taken.reason));
  return taken;
}

/** Every row with the figures, blanks and dashes of its cells. */
function figures({ reports }: Snapshot): unknown {
  return reports.map(({ report }) =>
    tableIds.map((id) => {
      const table = report?.tables[id];
      if (table?.state !== 'found') return 'missing';
      const rows = table.rows.map(({ row, state, cells }) => [row, state, cells.map(cellSaying)]);
      return [rows, table.unknownRows.length, table.unread.length];
    }),
  );
}

function blocksOf(form: ConverterForm): readonly ReportBlock[] {
  const { title, preface, sections } = printedForm(form);
  const prose = (texts: readonly string[]) => texts.map((text): ReportBlock => ({ kind: 'paragraph', text }));
  return [
    ...prose([title, ...preface]),
    ...sections.flatMap(({ heading, paragraphs, table }): readonly ReportBlock[] => [
      ...prose([heading, ...paragraphs]),
      ...(table === undefined ? [] : [{ kind: 'grid', grid: table } as const]),
    ]),
  ];
}

async function snapshotOfForm(name: string): Promise<{ readonly taken: Readable; readonly snapshot: Snapshot }> {
  const form = forms.find((each) => each.name === name);
  if (form === undefined) throw new Error(`no form ${name}`);
  const taken = await takenFrom(wordReport(blocksOf(form)));
  return { taken, snapshot: takenAsItIs(taken) };
}

async function exported(name: string, to: 'docx' | 'html'): Promise<string | Uint8Array> {
  const { taken, snapshot } = await snapshotOfForm(name);
  return (await convertReports(taken, snapshot, { to, layout: 'tsv' }, readers)).content;
}

async function check(name: string, content: string | Uint8Array): Promise<void> {
  const { snapshot } = await snapshotOfForm(name);
  expect(figures(takenAsItIs(await takenFrom(content)))).toEqual(figures(snapshot));
}

const toWord = { to: 'docx:MS Word 2007 XML' };

describe.skipIf(!reads('documents'))('LibreOffice Writer', () => {
  test.each(['distinct', 'distinct-2019', 'blank'])('saves our Word file: %s', async (name) => {
    await check(name, convertedBy('report.docx', await exported(name, 'docx'), toWord));
  });

  test.each([
    ['as a page', { to: 'html' }],
    ['as a PDF', { to: 'pdf' }],
  ] as const)('saves our Word file %s', async (_, conversion) => {
    for (const name of ['distinct-2019', 'blank'])
      await check(name, convertedBy('report.docx', await exported(name, 'docx'), conversion));
  });

  test('saves our Word file by way of its own format', async () => {
    const own = convertedBy('report.docx', await exported('sparse', 'docx'), { to: 'odt' });
    await check('sparse', convertedBy('report.odt', own, toWord));
  });

  test.each(['distinct', 'distinct-2019', 'blank'])('saves our page as a Word file: %s', async (name) => {
    const page = { ...toWord, filter: 'HTML (StarWriter)' };
    await check(name, convertedBy('report.html', await exported(name, 'html'), page));
  });
});

/** What the preview's own command writes for printing. */
async function printedPage(name: string): Promise<string> {
  const { snapshot } = await snapshotOfForm(name);
  const lines = lineIndexOf(snapshot.text);
  const source = {
    snapshot,
    version: 0,
    positionAt: (offset: number) => positionAt(lines, offset),
    translations: undefined,
    writing: 'closed',
  } as const;
  const { parts } = sentPreview(source, new Set(), keysOfParts());
  return printableHtml(
    parts.flatMap(({ part }) => part ?? []),
    '年报',
  );
}

describe.skipIf(program === undefined)('Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  const printedBy = async (html: string): Promise<Uint8Array> => {
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    await page.close();
    return pdf;
  };

  test.each(['distinct', 'distinct-2019', 'sparse', 'blank', 'unfilled'])('prints our page: %s', async (name) => {
    await check(name, await printedBy(String(await exported(name, 'html'))));
  });

  test.each(['distinct', 'distinct-2019', 'sparse', 'blank', 'unfilled'])('prints the preview: %s', async (name) => {
    await check(name, await printedBy(await printedPage(name)));
  });
});
