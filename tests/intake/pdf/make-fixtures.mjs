// Makes the PDF files of fixtures/: forms printed by Chromium and LibreOffice, without the drawings of their letters, which are most of a file and which nobody looks at here.
// node tests/intake/pdf/make-fixtures.mjs; needs Chromium, LibreOffice, qpdf and Noto Sans CJK.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../vscode/host/programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));

const ruled = 'table{border-collapse:collapse}td{border:1px solid #000;padding:2px}';
const styles = {
  collapsed: ruled,
  separate: '@page{size:A4 landscape;margin:15mm}td{padding:4px}',
  footed: `@page{size:A4;margin:25mm 20mm}${ruled}`,
  small: `body{font-size:7pt}${ruled}table{font-size:6pt}`,
  borderless: 'table{border:0 none!important}td{border:0 none;padding:4px 10px}',
};

/** File by name: the form, and how it is printed. */
const files = {
  'distinct-collapsed': ['distinct', 'collapsed'],
  'distinct-2019-separate': ['distinct-2019', 'separate'],
  'wrapped-footed': ['wrapped', 'footed'],
  'blank-small': ['blank', 'small'],
  'distinct-borderless': ['distinct', 'borderless'],
};

try {
  await build({
    entryPoints: ['tests/converters/print-forms.ts'],
    bundle: true,
    platform: 'node',
    outfile: join(folder, 'print-forms.cjs'),
  });
  execFileSync(process.execPath, [join(folder, 'print-forms.cjs'), folder]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const [name, [form, style]] of Object.entries(files)) {
    const html = readFileSync(join(folder, `${form}.html`), 'utf8').replace(
      '</head>',
      `<style>${styles[style]}</style></head>`,
    );
    await page.setContent(style === 'borderless' ? html.replaceAll(' border="1"', '') : html);
    const isFooted = style === 'footed';
    const printed = await page.pdf({
      preferCSSPageSize: true,
      displayHeaderFooter: isFooted,
      headerTemplate: '<div style="font-size:9px;margin-left:60px">政府信息公开工作年度报告</div>',
      footerTemplate:
        '<div style="font-size:9px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
    });
    keep(name, printed);
  }
  await browser.close();
  for (const form of ['distinct', 'sparse']) {
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      join(folder, 'out'),
      join(folder, `${form}.html`),
    ]);
    keep(`${form}-office`, readFileSync(join(folder, 'out', `${form}.pdf`)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function keep(name, bytes) {
  const [whole, open, closed] = ['whole', 'open', 'closed'].map((each) => join(folder, `${each}.pdf`));
  writeFileSync(whole, bytes);
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', whole, open]);
  let text = readFileSync(open, 'latin1');
  const drawing = /\/CharProcs <<[^>]*? (\d+) 0 R/.exec(text)?.[1];
  text = text.replace(/\/CharProcs <<[^>]*>>/g, (procs) => procs.replace(/\d+ 0 R/g, `${drawing} 0 R`));
  text = text.replace(/\n +\/(?:StructTreeRoot|StructParents|FontFile[23]?) [^\n]*/g, '');
  writeFileSync(open, text, 'latin1');
  writeFileSync(closed, execFileSync('fix-qdf', [open], { maxBuffer: 2 ** 28 }));
  const out = join(here, 'fixtures', `${name}.pdf`);
  execFileSync('qpdf', ['--object-streams=generate', '--recompress-flate', '--compression-level=9', closed, out]);
}
