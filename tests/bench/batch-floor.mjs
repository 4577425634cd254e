// The floor of a batch: walks a folder, reads each file, decodes it, splits it into lines, and counts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const decoder = new TextDecoder('utf-8', { fatal: true });
let files = 0;
let lines = 0;

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (entry.name.endsWith('.txt')) {
      lines += decoder.decode(readFileSync(path)).split(/\r\n|\r|\n/).length;
      files += 1;
    }
  }
}

walk(process.argv[2]);
console.log(JSON.stringify({ files, lines }));
