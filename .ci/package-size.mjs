// Says how large the packaged extension is and what it holds; fails where it has grown too large.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A guard against what gets in by mistake: a second library, other pictures than the three of the details page (50 kB), tests.
// The engine itself takes two thirds; the licences of what is bundled, which have to be there, 3 kB. What writes spreadsheets and
// documents for a folder's results takes 90 kB, and as much again in the server of browsers, which can load nothing later; the
// folder's table 10 kB. The reader of PDF files, the maps of Chinese fonts with it, takes 410 kB, that of Word files, workbooks and
// pages 80 kB, each twice, too.
const mostBytes = 2_500_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, `${name}-${version}.vsix`);

const entries = entriesOf(readFileSync(file)).sort((a, b) => b.packed - a.packed);
const total = statSync(file).size;
process.stdout.write(`\n${name}-${version}.vsix: ${kilobytes(total)} packed, ${entries.length} files\n`);
process.stdout.write('   packed  unpacked\n');
for (const { path, packed, unpacked } of entries) {
  process.stdout.write(`${kilobytes(packed).padStart(9)} ${kilobytes(unpacked).padStart(9)}  ${path}\n`);
}
if (total > mostBytes) {
  process.stderr.write(`The package is larger than ${kilobytes(mostBytes)}.\n`);
  process.exitCode = 1;
}

/** The files of a zip archive, read from its central directory. */
function entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const found = [];
  for (let i = 0; i < count; i++) {
    const nameLength = zip.readUInt16LE(at + 28);
    found.push({
      path: zip.toString('utf8', at + 46, at + 46 + nameLength),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
