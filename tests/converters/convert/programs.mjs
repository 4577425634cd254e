/** Programs that turn a page, a Word file or a PDF into text: text browsers, LibreOffice, poppler, mutool and others. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hasProgram, printOf } from './command.mjs';
import { officeTo, pageFilter } from './sources.mjs';

const print = (program, ...before) => ({ program, convert: (path) => printOf(program, [...before, path]) });

const python = (code) => ({ program: 'python3', convert: (path) => printOf('/usr/bin/python3', ['-c', code, path]) });

/** id, source, ending, whether it is put to every form, how it runs. */
const programs = [
  ['lynx', 'page', 'txt', true, print('lynx', '-dump', '-nolist', '-display_charset=utf-8')],
  ['lynx-wide', 'page', 'txt', false, print('lynx', '-dump', '-nolist', '-width=200', '-display_charset=utf-8')],
  ['w3m', 'page', 'txt', true, print('w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8')],
  [
    'w3m-wide',
    'page',
    'txt',
    false,
    print('w3m', '-dump', '-cols', '200', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8'),
  ],
  [
    'elinks',
    'page',
    'txt',
    false,
    print('elinks', '-dump', '-no-references', '-no-numbering', '-dump-charset', 'utf-8'),
  ],
  ['links', 'page', 'txt', false, print('links2', '-dump', '-codepage', 'utf-8')],
  ['html2text', 'page', 'txt', true, print('html2text', '-utf8')],
  ['html2text-nobs', 'page', 'txt', false, print('html2text', '-utf8', '-nobs', '-width', '200')],
  [
    'python-html2text',
    'page',
    'md',
    true,
    python('import sys,html2text;sys.stdout.write(html2text.html2text(open(sys.argv[1],encoding="utf-8").read()))'),
  ],
  [
    'python-html2text-nowrap',
    'page',
    'md',
    true,
    python(
      'import sys,html2text;h=html2text.HTML2Text(bodywidth=0);h.pad_tables=True;sys.stdout.write(h.handle(open(sys.argv[1],encoding="utf-8").read()))',
    ),
  ],
  ['docx2txt', 'word', 'txt', true, { program: 'docx2txt', convert: (path) => printOf('docx2txt', [path, '-']) }],
  ['docx2txt', 'office', 'txt', false, { program: 'docx2txt', convert: (path) => printOf('docx2txt', [path, '-']) }],
  ['antiword', 'doc', 'txt', true, print('antiword', '-m', 'UTF-8.txt', '-w', '0')],
  ['catdoc', 'doc', 'txt', true, print('catdoc', '-d', 'utf-8', '-w')],
  ['abiword', 'word', 'txt', false, print('abiword', '--to=txt', '--to-name=fd://1')],
  [
    'python-docx-tabs',
    'word',
    'txt',
    true,
    python(
      [
        'import sys,docx',
        'from docx.table import Table',
        'from docx.text.paragraph import Paragraph',
        'd=docx.Document(sys.argv[1])',
        'for e in d.element.body.iterchildren():',
        ' if e.tag.endswith("}p"): print(Paragraph(e,d).text)',
        ' elif e.tag.endswith("}tbl"):',
        '  for r in Table(e,d).rows: print("\\t".join(c.text for c in r.cells))',
      ].join('\n'),
    ),
  ],
];

const pdfPrograms = [
  ['pdftotext', 'txt', true, { program: 'pdftotext', convert: (path) => printOf('pdftotext', [path, '-']) }],
  [
    'pdftotext-layout',
    'txt',
    true,
    { program: 'pdftotext', convert: (path) => printOf('pdftotext', ['-layout', path, '-']) },
  ],
  [
    'pdftotext-raw',
    'txt',
    true,
    { program: 'pdftotext', convert: (path) => printOf('pdftotext', ['-raw', path, '-']) },
  ],
  [
    'mutool-text',
    'txt',
    true,
    { program: 'mutool', convert: (path) => printOf('mutool', ['draw', '-q', '-F', 'txt', path]) },
  ],
  [
    'mutool-html',
    'html',
    false,
    { program: 'mutool', convert: (path) => printOf('mutool', ['draw', '-q', '-F', 'html', path]) },
  ],
  [
    'pdftohtml',
    'html',
    false,
    { program: 'pdftohtml', convert: (path) => printOf('pdftohtml', ['-s', '-i', '-noframes', '-stdout', path]) },
  ],
  [
    'ghostscript',
    'txt',
    false,
    {
      program: 'gs',
      convert: (path) => printOf('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=txtwrite', '-sOutputFile=-', path]),
    },
  ],
  [
    'pdfminer',
    'txt',
    true,
    python('import sys;from pdfminer.high_level import extract_text;sys.stdout.write(extract_text(sys.argv[1]))'),
  ],
  [
    'pymupdf',
    'txt',
    false,
    python('import sys,fitz;sys.stdout.write("".join(p.get_text() for p in fitz.open(sys.argv[1])))'),
  ],
  [
    'pypdf',
    'txt',
    false,
    python(
      'import sys,pypdf;sys.stdout.write("\\n".join(p.extract_text() for p in pypdf.PdfReader(sys.argv[1]).pages))',
    ),
  ],
];

/** Every character with its place on the page: more than a hundred kilobytes each. */
const tooLarge = ['web-pdf.mutool-html', 'web-pdf.pdftohtml'];

/** LibreOffice's own ways out. */
const officeFormats = [
  ['office-text', 'txt:Text (encoded):UTF8', 'txt', true],
  ['office-html', 'html:HTML (StarWriter):UTF8', 'html', false],
  ['office-xhtml', 'html:XHTML Writer File:UTF8', 'html', false],
];

export function programConverters(told) {
  const listed = [
    ...programs.map(([name, source, ext, isCommon, way]) => ({
      id: `${source}.${name}`,
      ext,
      source,
      isCommon,
      ...way,
    })),
    ...['word-pdf', 'web-pdf'].flatMap((source) =>
      pdfPrograms.map(([name, ext, isCommon, way]) => ({ id: `${source}.${name}`, ext, source, isCommon, ...way })),
    ),
    ...['page', 'word'].flatMap((source) =>
      officeFormats.map(([name, format, ext, isCommon]) => ({
        id: `${source}.${name}`,
        ext,
        source,
        isCommon,
        program: 'soffice',
        convert: (path, folder) => officeText(path, folder, format, source === 'page' ? [pageFilter] : []),
      })),
    ),
  ];
  const missing = new Set(listed.map(({ program }) => program).filter((program) => !hasProgram(program)));
  for (const program of missing) told(program);
  return listed.filter(({ program, id }) => !missing.has(program) && !tooLarge.includes(id));
}

async function officeText(path, folder, format, more) {
  const out = join(folder, `out-${basename(path)}-${format.replace(/\W+/g, '-')}`);
  // An earlier run's file must not stand for one that was not written.
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await officeTo(format, path, out, ...more);
  const [file] = readdirSync(out).filter((name) => /\.(txt|html)$/.test(name));
  return readFileSync(join(out, file), 'utf8');
}
