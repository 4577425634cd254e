/** A form as a web page, as a body's site prints it. */
import type { Looks, PrintedCell, PrintedForm, PrintedSection, PrintedTable } from './forms';

/** The whole HTML document. */
export function pageOf(form: PrintedForm): string {
  const article = [
    titleLine(form),
    ...form.preface.map((text) => paragraph(form.looks, text)),
    ...form.sections.flatMap((section) => sectionLines(form.looks, section)),
  ];
  const lines = form.looks === 'page' ? withSurroundings(form, article) : plainDocument(form, article);
  return `${lines.join('\n')}\n`;
}

function titleLine({ looks, title }: PrintedForm): string {
  if (looks === 'word') {
    return `<p class="MsoNormal" align="center" style="text-align:center"><b><span style="font-size:22.0pt;font-family:方正小标宋_GBK">${title}</span></b></p>`;
  }
  return `<h1>${title}</h1>`;
}

function sectionLines(looks: Looks, section: PrintedSection): string[] {
  const heading =
    looks === 'word'
      ? `<p class="MsoNormal" style="text-indent:32.0pt"><span style="font-size:16.0pt;font-family:黑体">${section.heading}</span></p>`
      : looks === 'page'
        ? `<p style="text-indent: 2em;"><strong>${section.heading}</strong></p>`
        : `<h2>${section.heading}</h2>`;
  const table = section.table === undefined ? [] : tableLines(looks, section.table, section.width);
  return [heading, ...section.paragraphs.map((text) => paragraph(looks, text)), ...table];
}

function paragraph(looks: Looks, text: string): string {
  if (looks === 'word') {
    return `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt"><span lang="EN-US" style="font-size:16.0pt;font-family:仿宋_GB2312">${text}<o:p></o:p></span></p>`;
  }
  return looks === 'page' ? `<p style="text-indent: 2em;">${text}</p>` : `<p>${text}</p>`;
}

function tableLines(looks: Looks, table: PrintedTable, width: number): string[] {
  const open =
    looks === 'word'
      ? [
          '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" width="560" style="width:420.0pt;border-collapse:collapse;table-layout:fixed">',
          `<colgroup>${`<col style="width:${(100 / width).toFixed(1)}%">`.repeat(width)}</colgroup>`,
        ]
      : ['<table border="1" cellspacing="0">'];
  const rows = table.map((cells) => `<tr>${cells.map((cell) => tableCell(looks, cell)).join('')}</tr>`);
  return [...open, '<tbody>', ...rows, '</tbody>', '</table>'];
}

function tableCell(looks: Looks, cell: PrintedCell): string {
  const { colSpan, rowSpan } = cell;
  const spans = (colSpan > 1 ? ` colspan="${colSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '');
  return `<td${spans}>${cellContent(looks, cell)}</td>`;
}

function cellContent(looks: Looks, { text, isTotal }: PrintedCell): string {
  if (looks === 'bold' && isTotal && text !== '') return `<strong>${text}</strong>`;
  if (looks === 'word') {
    return `<p class="MsoNormal" align="center" style="text-align:center"><span lang="EN-US" style="font-size:12.0pt;font-family:宋体">${text}<o:p></o:p></span></p>`;
  }
  return looks === 'page' ? `<p style="text-align:center;">${text === '' ? '&nbsp;' : text}</p>` : text;
}

function plainDocument({ title }: PrintedForm, article: readonly string[]): string[] {
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    '<body>',
    ...article,
    '</body>',
    '</html>',
  ];
}

function withSurroundings({ title }: PrintedForm, article: readonly string[]): string[] {
  const [heading, ...rest] = article;
  const menu = ['首页', '政务公开', '政务服务', '互动交流', '走进石桥'];
  const styles = ['body{margin:0;font:16px/2 SimSun}', '.nav li{float:left;list-style:none}', '#zoom td{padding:4px}'];
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${title}_岚溪县人民政府</title>`,
    `<meta name="ArticleTitle" content="${title}">`,
    '<meta name="PubDate" content="2025-01-15 09:30">',
    ...Array.from({ length: 40 }, (_, i) => `<style>.c${i}{width:${i}px}${styles[i % styles.length]}</style>`),
    '<script>var siteId = 1024; function share(to) { window.open("about:blank?to=" + to); }</script>',
    '</head>',
    '<body>',
    `<div class="nav"><ul>${menu.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></div>`,
    '<div class="path">您现在的位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府信息公开年报</a></div>',
    '<div class="article">',
    heading as string,
    '<div class="info"><span>发布时间：2025-01-15 09:30</span>　<span>来源：石桥镇人民政府</span>　<span>字号：大 中 小</span></div>',
    '<div id="zoom">',
    ...rest,
    '</div>',
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a>　<a href="#">打印本页</a> <a href="#">关闭窗口</a></div>',
    '</div>',
    '<div class="footer"><p>主办：岚溪县石桥镇人民政府　网站标识码：3300000001</p><p>联系电话：0570-2100000</p></div>',
    '</body>',
    '</html>',
  ];
}
