/** Writes every form as a page and as data into the folder that is named, for the converters. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from './form-page';
import { forms, printedForm } from './forms';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: print-forms <folder>');
mkdirSync(folder, { recursive: true });
for (const form of forms) {
  const printed = printedForm(form);
  writeFileSync(join(folder, `${form.name}.html`), pageOf(printed));
  writeFileSync(join(folder, `${form.name}.json`), JSON.stringify(printed));
}
