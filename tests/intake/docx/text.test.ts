/** Text of Word as a reader sees it: what is hidden, deleted or written twice is not there twice. */
import { expect, test } from 'vitest';
import { readDocx } from '../../../server/src/intake/docx/read-docx';
import { packed } from '../../support/office/parts';
import { omitted, told } from '../../support/office/told';
import { cell, paragraph, row, run, table, wordFile, wordParts } from '../../support/office/word';

function check(
  body: string,
  lines: readonly string[],
  omissions: readonly string[] = [],
  parts: Parameters<typeof wordFile>[1] = {},
): void {
  const intake = readDocx(wordFile(body, parts));
  expect(told(intake)).toEqual(lines);
  expect(omitted(intake)).toEqual(omissions);
}

test('tracked changes: what is inserted or moved here is there, what is deleted or moved away is not', () => {
  check(
    `<w:p>${run('公开')}<w:del w:id="1"><w:r><w:delText>11</w:delText></w:r></w:del><w:ins w:id="2">${run('12')}</w:ins><w:moveFrom w:id="3">${run('旧')}</w:moveFrom><w:moveTo w:id="4">${run('件')}</w:moveTo></w:p>`,
    ['公开12件'],
    ['修订中已删除的内容 2'],
  );
});

test('a paragraph whose end is deleted goes on in the next', () => {
  check(`${paragraph('收到申请1', '<w:rPr><w:del w:id="1"/></w:rPr>')}${paragraph('2件')}`, ['收到申请12件']);
});

test('hidden text is left out and counted, also by its style, and shown where it says so again', () => {
  check(
    `<w:p>${run('公开')}${run('99', '<w:vanish/>')}${run('88', '<w:rStyle w:val="Secret"/>')}${run('12', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')}${run('件', '<w:webHidden/>')}</w:p>`,
    ['公开12件'],
    ['隐藏的文字 2'],
    { styles: '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>' },
  );
});

test('a text box stands once, behind its paragraph, whichever way it is written', () => {
  const box = (text: string): string =>
    `<w:txbxContent>${paragraph(text)}${table(row(cell('甲'), cell('1')))}</w:txbxContent>`;
  check(
    `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('清溪镇')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('清溪镇')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ['正文', '清溪镇', '| 甲 | 1 |'],
  );
  check(`<w:p><w:r><w:pict><v:shape><v:textbox>${box('旧式')}</v:textbox></v:shape></w:pict></w:r></w:p>`, [
    '旧式',
    '| 甲 | 1 |',
  ]);
});

test('what is written for a program that is not known here is taken as it is for older ones', () => {
  check(
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ['旧'],
  );
  check(
    `<mc:AlternateContent><mc:Choice Requires="w14">${paragraph('甲')}</mc:Choice><mc:Fallback>${paragraph('乙')}</mc:Fallback></mc:AlternateContent>`,
    ['甲'],
  );
});

const turn = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

test('of a field only the result is text', () => {
  check(
    `<w:p>${run('共')}${turn('begin')}${instruction(' =SUM(ABOVE) ')}${turn('separate')}${run('12')}${turn('end')}${run('件，')}<w:fldSimple w:instr=" DATE ">${run('1月')}</w:fldSimple></w:p>`,
    ['共12件，1月'],
  );
});

test('a field within the instruction of another is no text', () => {
  check(
    `<w:p>${turn('begin')}${instruction(' IF ')}${turn('begin')}${instruction(' X ')}${turn('separate')}${run('7')}${turn('end')}${turn('separate')}${run('3')}${turn('end')}</w:p>`,
    ['3'],
  );
});

test('a field that never ends does not take the rest along', () => {
  check(`<w:p>${run('甲')}${turn('begin')}${instruction(' REF ')}</w:p>${paragraph('乙')}`, ['甲', '乙']);
  check(`<w:p>${turn('begin')}${instruction(' TOC ')}${turn('separate')}</w:p>${paragraph('一、总体情况')}`, [
    '一、总体情况',
  ]);
});

test('a character in a circle is the character', () => {
  check(`<w:p>${turn('begin')}${instruction(' eq \\o\\ac(○,3) ')}${turn('end')}${run('公开')}</w:p>`, ['3公开']);
});

test('a table of contents is left out, by its styles, by its field, by its control', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>';
  check(
    paragraph('一、总体情况\t1', '<w:pStyle w:val="T1"/>') +
      `<w:p>${turn('begin')}${instruction(' TOC \\o ')}${turn('separate')}<w:hyperlink w:anchor="_Toc1">${run('二、主动公开')}</w:hyperlink></w:p><w:p>${turn('end')}</w:p>` +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目　录')}${paragraph('三、其他……5')}${paragraph('清溪镇')}</w:sdtContent></w:sdt>` +
      paragraph('一、总体情况'),
    ['清溪镇', '一、总体情况'],
    ['目录中的行 4'],
    { styles },
  );
});

test('notes stand behind the text, and nothing beside the figure that they belong to', () => {
  const reference = (id: number, kind: string): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (id: number, kind: string, text: string): string =>
    `<w:${kind} w:id="${id}">${paragraph(text)}</w:${kind}>`;
  check(
    table(row(cell('收到'), cell(`<w:p>${run('12')}${reference(2, 'footnote')}</w:p>`))) +
      `<w:p>${run('另见')}${reference(1, 'endnote')}</w:p>`,
    ['| 收到 | 12 |', '另见', '[1] 含上年3件。', '[2] 尾注。'],
    [],
    {
      footnotes: `${note(1, 'footnote', '没有提到。')}${note(2, 'footnote', '含上年3件。')}`,
      endnotes: note(1, 'endnote', '尾注。'),
    },
  );
});

test('a note with a mark of its own leaves that out as well', () => {
  check(
    table(
      row(
        cell('甲'),
        cell(`<w:p>${run('12')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>1</w:t></w:r></w:p>`),
      ),
    ),
    ['| 甲 | 12 |'],
  );
});

test('a raised digit is no digit of the figure before it', () => {
  check(table(row(cell('甲'), cell(`<w:p>${run('12')}${run('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`))), [
    '| 甲 | 12¹ |',
  ]);
});

test('signs between letters: tabs, breaks, hyphens, symbols', () => {
  check(
    '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:t>丁</w:t><w:lastRenderedPageBreak/><w:noBreakHyphen/><w:softHyphen/><w:t>戊</w:t><w:ptab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F035"/></w:r></w:p>',
    ['甲⇥乙⏎丙丁-戊⇥☑5'],
  );
});

test('white space at the ends of letters counts where the file says so', () => {
  check(
    '<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r><w:r><w:t>　丙</w:t></w:r></w:p>',
    ['甲 乙 　丙'],
  );
});

test('a reading above a character is none of the text', () => {
  check(
    '<w:p><w:r><w:ruby><w:rt><w:r><w:t>qī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>溪</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
    ['溪'],
  );
});

test('a large first letter belongs to its paragraph', () => {
  check(`${paragraph('2', '<w:framePr w:dropCap="drop"/>')}${paragraph('023年，清溪镇')}`, ['2023年，清溪镇']);
});

test('pictures stand behind their paragraph; charts, objects, comments and other files are counted', () => {
  check(
    `<w:p>${run('见图')}<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>` +
      '<w:p><w:r><w:drawing><c:chart/></w:drawing><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object><w:commentReference w:id="1"/></w:r></w:p><w:altChunk/>',
    ['见图', '[image]', '[image]'],
    ['图表 1', '嵌入的对象（如 Excel 表格），请改为文字或表格 1', '批注 1', '嵌入的其他文件，请把内容粘贴进来 1'],
  );
});

test('figures of an equation do not run into one another', () => {
  check(
    '<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>',
    ['1/2'],
    ['公式的排版（只取文字） 1'],
  );
});

test('capitals by format are capitals', () => {
  check(`<w:p>${run('ppt文件', '<w:caps/>')}</w:p>`, ['PPT文件']);
});

test('custom elements and smart tags are what they hold', () => {
  check(
    `<w:customXml w:element="x">${`<w:p><w:smartTag w:element="y">${run('清溪')}</w:smartTag><w:hyperlink>${run('镇')}</w:hyperlink></w:p>`}</w:customXml>`,
    ['清溪镇'],
  );
});

test('letters written as references are letters; other entities stay as they are written', () => {
  check('<w:p><w:r><w:t>&lt;12&gt; &#x6E05;&#28330; &#x20000; &nbsp;</w:t></w:r></w:p>', ['<12> 清溪 𠀀 &nbsp;']);
});

test('the other edition of the standard, and other names for everything, are the same file', () => {
  const strict = Object.entries(
    wordParts(
      paragraph('清溪镇') +
        table(row(cell('甲'), cell('1', '<w:gridSpan w:val="2"/>')), row(cell('乙'), cell('2'), cell('3'))),
    ),
  );
  const parts = strict.map(([name, text]) => [
    name.replace('document', 'main'),
    String(text)
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replace('word/document.xml', '/word/main.xml')
      .replaceAll('<w:', '<x:')
      .replaceAll('</w:', '</x:')
      .replaceAll(' w:', ' x:')
      .replace('xmlns:w=', 'xmlns:x='),
  ]);
  expect(told(readDocx(packed(Object.fromEntries(parts))))).toEqual(['清溪镇', '| 甲 | 1→2 |', '| 乙 | 2 | 3 |']);
});

test('a part in UTF-16', () => {
  const parts = wordParts(paragraph('清溪镇'));
  const text = String(parts['word/document.xml']).replace('UTF-8', 'UTF-16');
  const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect(told(readDocx(packed({ ...parts, 'word/document.xml': bytes })))).toEqual(['清溪镇']);
});
