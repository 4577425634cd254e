/** Writes the rules' pages and their index into the folder given as the only argument. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainRule, pageName, rulesIndex } from '../rules/explain';
import { rules } from '../rules/registry';

const folder = process.argv[2] ?? join('server', 'docs', 'rules');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.md')) rmSync(join(folder, name));
for (const { meta } of rules) writeFileSync(join(folder, pageName(meta.id)), explainRule(meta.id) ?? '');
writeFileSync(join(folder, 'README.md'), rulesIndex());
