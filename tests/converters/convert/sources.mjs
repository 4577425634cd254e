/** The files that converters take: the page, Word files, ODT and PDF, made from one form in a work folder. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram, printOf } from './command.mjs';
import { wordFileOf } from './word-file.mjs';

/** Makes LibreOffice write `file` as `format` into `folder`; the new file keeps its name but for the ending. */
export async function officeTo(format, file, folder, ...more) {
  const home = `-env:UserInstallation=file://${join(folder, '..', '..', 'office-home')}`;
  await printOf('soffice', [home, '--headless', ...more, '--convert-to', format, '--outdir', folder, file]);
}

/** The import filter that opens a page as a text document. */
export const pageFilter = '--infilter=HTML (StarWriter)';

/** What is made of a form: paths by source; a source that cannot be made is left out and told. */
export async function sourcesOf(name, printed, work, told) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  const at = (file) => join(folder, file);
  const form = JSON.parse(readFileSync(join(printed, `${name}.json`), 'utf8'));
  copyFileSync(join(printed, `${name}.html`), at('page.html'));
  writeFileSync(at('word.docx'), await wordFileOf(form));
  const files = { form, page: at('page.html'), word: at('word.docx') };
  if (!hasProgram('soffice')) {
    told('soffice (LibreOffice): no office.docx, office.odt, word.pdf');
    return { ...files, folder };
  }
  const made = async (source, format, input, ...more) => {
    const out = join(folder, source);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    await officeTo(format, input, out, ...more);
    const path = join(
      out,
      `${input
        .split('/')
        .at(-1)
        .replace(/\.[a-z]+$/, '')}.${format.split(':')[0]}`,
    );
    if (!existsSync(path)) throw new Error(`LibreOffice wrote no ${format} of ${input}`);
    return path;
  };
  return {
    ...files,
    folder,
    office: await made('office', 'docx:MS Word 2007 XML', files.page, pageFilter),
    odt: await made('odt', 'odt:writer8', files.word),
    doc: await made('doc', 'doc:MS Word 97', files.word),
    'word-pdf': await made('word-pdf', 'pdf', files.word),
  };
}
