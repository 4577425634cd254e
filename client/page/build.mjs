// Writes the page that needs no installation, dist/年报审核.html, and the reader of PDF files that may lie beside it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, noticesText } from '../../.ci/notices.mjs';
import { pdfCore, pdfWebEntries } from '../../server/scripts/pdf-bundle.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the extension says, in Chinese, without an editor. */
const ownWords = {
  name: 'own-words',
  setup({ onResolve }) {
    onResolve({ filter: /\/say$/ }, () => ({ path: join(root, 'client', 'page', 'say.ts') }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  logLevel: 'warning',
  metafile: true,
  write: false,
};

export async function buildPage(folder = join(root, 'dist')) {
  const page = await build({
    ...shared,
    entryPoints: { page: 'client/page/main.ts' },
    outdir: folder,
    plugins: [ownWords],
  });
  const reader = await build({ ...shared, entryPoints: pdfWebEntries, outdir: folder, plugins: [pdfCore] });
  const textOf = (ending) => page.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const packages = bundledPackages([page.metafile, reader.metafile]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '年报审核.html'), pageHtml(textOf('.js'), textOf('.css'), noticesText(packages)));
  writeFileSync(join(folder, '年报审核-PDF.js'), reader.outputFiles[0].contents);
}

/** Nothing is loaded but the reader beside the page, and nothing is sent. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' file: 'self'; style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'; base-uri 'none'";

function pageHtml(script, style, notices) {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>年报审核</title>
<style>${style.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<script>${script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script>
<!--
${notices.replaceAll('--', '- -')}
-->
</body>
</html>
`;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildPage();
  const size = readFileSync(join(root, 'dist', '年报审核.html')).length;
  process.stdout.write(`dist/年报审核.html ${Math.round(size / 1000)} kB\n`);
}
