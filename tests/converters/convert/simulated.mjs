/**
 * Outputs of converters that users have and that cannot be installed from the registries of this project, written by
 * the few lines of script that tell them apart: what they do with spanned cells, headers and line ends.
 */

/** Every place of the table's grid, with the cell that covers it and whether the cell begins there. */
function gridOf({ table, width }) {
  const rows = table.map(() => Array.from({ length: width }));
  table.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (rows[row][column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          if (rows[row + down] !== undefined)
            rows[row + down][column + across] = { cell, column, isFirst: down + across === 0 };
        }
      }
      column += cell.colSpan;
    }
  });
  return rows;
}

const repeated = ({ cell }) => cell.text;
const firstOnly = ({ cell, isFirst }) => (isFirst ? cell.text : '');
const orNone = ({ cell, isFirst }) => (isFirst ? cell.text : 'None');

function textsOf(section, text) {
  return gridOf(section).map((row) => row.map((place) => (place === undefined ? '' : text(place))));
}

function report(form, tableLines, mark = { title: '# ', heading: '## ' }) {
  const lines = [`${mark.title}${form.title}`, '', ...form.preface.flatMap((text) => [text, ''])];
  for (const section of form.sections) {
    lines.push(`${mark.heading}${section.heading}`, '', ...section.paragraphs.flatMap((text) => [text, '']));
    if (section.table !== undefined) lines.push(...tableLines(section), '');
  }
  return `${lines.join('\n')}\n`;
}

const none = { title: '', heading: '' };
const pipe = (cells) => `| ${cells.join(' | ')} |`;

/** The first row is the header. */
function headed(rows) {
  const [first, ...rest] = rows;
  return [pipe(first), pipe(first.map(() => '---')), ...rest.map(pipe)];
}

/** docling: columns padded to one width, spanned cells repeated. */
function docling(section) {
  const rows = textsOf(section, repeated);
  const widths = rows[0].map((_, i) => Math.max(3, ...rows.map((row) => row[i].length)));
  const padded = rows.map((row) => pipe(row.map((text, i) => text.padEnd(widths[i]))));
  const [first, ...rest] = padded;
  return [first, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest];
}

/** markitdown on a Word file: mammoth's HTML through markdownify, a blank header row, one cell for a span. */
function markitdownWord({ table, width }) {
  const rows = table.map((cells) => pipe(cells.map(({ text }) => text)));
  return [pipe(Array.from({ length: width }, () => '')), pipe(Array.from({ length: width }, () => '---')), ...rows];
}

/** markdownify with colspan kept as empty cells, the first row taken for the header. */
function markdownify({ table }) {
  const rows = table.map((cells) =>
    pipe(cells.flatMap(({ text, colSpan }) => [text, ...Array.from({ length: colSpan - 1 }, () => '')])),
  );
  const columns = table[0].reduce((sum, { colSpan }) => sum + colSpan, 0);
  return [rows[0], pipe(Array.from({ length: columns }, () => '---')), ...rows.slice(1)];
}

/** pandas: numbered columns, spans repeated, missing values as nan. */
function pandas(section) {
  const rows = textsOf(section, (place) => repeated(place) || 'nan');
  const columns = rows[0].map((_, i) => String(i));
  return [
    pipe(['', ...columns]),
    pipe(['---:', ...columns.map(() => ':---')]),
    ...rows.map((row, i) => pipe([String(i), ...row])),
  ];
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csv = (text) => (section) => textsOf(section, text).map((row) => row.map(quoted).join(','));

/** Printed lists of Python: what a script with pdfplumber's extract_table prints. */
function pythonLists(section) {
  return textsOf(section, ({ cell, isFirst }) => (isFirst ? `'${cell.text}'` : 'None')).map(
    (row) => `[${row.join(', ')}]`,
  );
}

const tsv = (text) => (section) => textsOf(section, text).map((row) => row.join('\t'));

/** Word's own copy of a table as plain text: a tab between cells, nothing for a cell spanned from the left, an empty cell below. */
const wordCopy = (section) =>
  gridOf(section).map((row) =>
    row
      .filter((place, column) => place.isFirst || place.column === column)
      .map(({ cell, isFirst }) => (isFirst ? cell.text : ''))
      .join('\t'),
  );

/** Word's filtered HTML: a long head, attributes without quotation marks, tags and texts that run over line ends. */
function wordHtml(form) {
  const paragraph = (text) =>
    `<p class=MsoNormal align=center style='text-align:center;line-height:28.0pt'><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312'>${text}</span></p>\n`;
  const cell = ({ text, colSpan, rowSpan }) => {
    const spans = (colSpan > 1 ? ` colspan=${colSpan}` : '') + (rowSpan > 1 ? ` rowspan=${rowSpan}` : '');
    const content =
      text === '' ? '&nbsp;' : /^[0-9]/.test(text) ? `<span lang=EN-US>${text}</span>` : wrappedText(text);
    return `  <td width=64${spans} valign=top style='width:48.2pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center'><span\n  style='font-size:9.0pt;font-family:宋体'>${content}</span></p>\n  </td>\n`;
  };
  const table = ({ table: rows }) =>
    `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;border:none'>\n${rows.map((cells) => ` <tr>\n${cells.map(cell).join('')} </tr>\n`).join('')}</table>\n\n`;
  const fonts = Array.from(
    { length: 60 },
    (_, i) => ` @font-face\n\t{font-family:"字体${i}";\n\tpanose-1:2 1 6 0 3 1 1 1 1 ${i};}\n`,
  );
  const body = form.sections
    .map((section) => {
      const heading = `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;\nfont-family:黑体'>${section.heading}</span></p>\n\n`;
      return (
        heading + section.paragraphs.map(paragraph).join('\n') + (section.table === undefined ? '' : table(section))
      );
    })
    .join('\n');
  const title = `<p class=MsoNormal align=center style='text-align:center'><b><span\nstyle='font-size:22.0pt;font-family:方正小标宋简体'>${form.title}</span></b></p>\n\n`;
  return `<html>\n\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<meta name=Generator content="Microsoft Word 15 (filtered)">\n<style>\n<!--\n${fonts.join('')}-->\n</style>\n\n</head>\n\n<body lang=ZH-CN style='text-justify-trim:punctuation'>\n\n<div class=WordSection1 style='layout-grid:15.6pt'>\n\n${title}${form.preface.map(paragraph).join('')}\n${body}</div>\n\n</body>\n\n</html>\n`;
}

/** A text with line ends where Word's lines of some seventy characters end. */
function wrappedText(text) {
  return text.replace(/.{20}(?=.)/gu, '$&\n  ');
}

const oneLine = ({ table }) => [
  table
    .flatMap((cells) => cells.map(({ text }) => text))
    .filter((text) => text !== '')
    .join(' '),
];

/** An OCR program that keeps a cell a line, blanks left out. */
const cellLines = ({ table }) => table.flatMap((cells) => cells.map(({ text }) => text)).filter((text) => text !== '');

const ways = [
  ['docling', 'md', (form) => report(form, docling)],
  ['markitdown-docx', 'md', (form) => report(form, markitdownWord)],
  ['markdownify', 'md', (form) => report(form, markdownify)],
  ['pandas-markdown', 'md', (form) => report(form, pandas)],
  ['pdfplumber-markdown', 'md', (form) => report(form, (section) => headed(textsOf(section, orNone)))],
  ['pdfplumber-tabs', 'txt', (form) => report(form, tsv(orNone), none)],
  ['pdfplumber-lists', 'txt', (form) => report(form, pythonLists, none)],
  ['csv', 'txt', (form) => report(form, csv(firstOnly), none)],
  ['csv-repeated', 'txt', (form) => report(form, csv(repeated), none)],
  ['tsv-repeated', 'txt', (form) => report(form, tsv(repeated), none)],
  ['marker', 'md', (form) => report(form, (section) => headed(textsOf(section, firstOnly)))],
  ['excel-copy', 'txt', (form) => report(form, tsv(firstOnly), none)],
  ['word-copy', 'txt', (form) => report(form, wordCopy, none)],
  ['word-html', 'html', wordHtml],
  ['table-a-line', 'txt', (form) => report(form, oneLine, none)],
  ['report-a-line', 'txt', (form) => `${report(form, oneLine, none).replace(/\n+/g, ' ').trim()}\n`],
  ['ocr-cells', 'txt', (form) => report(form, cellLines, none)],
];

export function simulatedConverters() {
  return ways.map(([name, ext, convert]) => ({
    id: `simulated.${name}`,
    ext,
    source: 'form',
    // Word's HTML has eighty kilobytes a form.
    isCommon: name !== 'word-html',
    convert,
  }));
}
