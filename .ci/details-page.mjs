// Writes the page that VS Code shows of the installed extension to dist/README.md: client/README.md with its pictures inside,
// since that page shows no files of the extension.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'client');

const page = readFileSync(join(source, 'README.md'), 'utf8').replace(
  /(!\[[^\]]*\]\()([\w./-]+\.png)\)/g,
  (_, opening, path) => `${opening}data:image/png;base64,${readFileSync(join(source, path)).toString('base64')})`,
);
writeFileSync(join(root, 'dist', 'README.md'), page);
