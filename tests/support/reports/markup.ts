/** The markup that pages and converters put around one and the same text; the marks of faults stay where they are. */
import type { Layout } from '../../../server/src/text/layout';
import { closePlace, openPlace } from './marks';
import type { Random } from './random';

/** A change of dress: the whole text in, the whole text out; lines end with LF. */
type Dress = (text: string, random: Random) => string;

/** The text as some page, converter or editor would hand it on; half of all texts stay as they are. */
export function dressed(text: string, layout: Layout, random: Random): string {
  if (random.chance(0.5)) return text;
  const dresses = layout === 'html' ? pages : layout === 'markdown' ? markdown : characters;
  const chosen = dresses.filter(() => random.chance(0.4));
  return (chosen.length > 0 ? chosen : [random.pick(dresses)]).reduce((dress, next) => next(dress, random), text);
}

const marks = `[${openPlace}${closePlace}]*`;
const figure = new RegExp(`(?<![0-9.&#;])(${marks}[0-9]+(?:\\.[0-9]+)?${marks})(?![0-9.;])`, 'g');
const counted = new RegExp(`([0-9]${marks})(?=[件条项次个份])`, 'g');

/** Changes the running text and the cells of a page, not its tags, its head or what is in them. */
function inText(text: string, change: (piece: string) => string): string {
  const head = text.indexOf('<body>');
  const start = Math.max(0, head);
  return text.slice(0, start) + text.slice(start).replace(/>([^<>]+)</g, (_, piece: string) => `>${change(piece)}<`);
}

const wrapFigures =
  (before: string, after: string): Dress =>
  (text, random) =>
    inText(text, (piece) => piece.replace(figure, (own) => (random.chance(0.3) ? before + own + after : own)));

const references: Dress = (text, random) =>
  inText(text, (piece) =>
    piece
      .replace(counted, (own) => (random.chance(0.3) ? `${own}&nbsp;` : own))
      .replace(figure, (own) =>
        random.chance(0.2) ? own.replace(/[0-9]/g, (digit) => `&#${digit.charCodeAt(0)};`) : own,
      )
      .replace(/“/g, '&ldquo;')
      .replace(/”/g, '&rdquo;'),
  );

const brokenTags: Dress = (text) =>
  text.replace(/<(p|h[12]|td)>/g, (_, name: string) => `<${name}\n class="MsoNormal"\nstyle='margin:0'>`);

const nestedTags: Dress = (text) =>
  text.replace(
    /<(p|h[12])>([^<]*)<\/\1>/g,
    (_, name: string, own: string) => `<${name}><span>${own}<o:p></o:p></span></${name}>`,
  );

/** Line ends within a paragraph, never within a number. */
const hardWraps: Dress = (text) =>
  text.replace(/<p>([^<]*)<\/p>/g, (_, own: string) => {
    const lines = own.match(/(?:[^0-9a-z&;#.]|[0-9a-z&;#.]+){1,36}/gi) ?? [own];
    return `<p>\n  ${lines.join('\n  ')}\n</p>`;
  });

const oneLine: Dress = (text) => text.replace(/\n+/g, '');

const longHead: Dress = (text) => {
  const head = `<head>\n<style>\n${'p.MsoNormal { margin: 0cm; font-family: "一、总体情况"; }\n'.repeat(90)}</style>\n</head>\n`;
  return text.includes('<head>') ? text : `${head}<!-- 二、主动公开\n政府信息情况 -->\n${text}`;
};

const pages: readonly Dress[] = [
  wrapFigures('<b>', '</b>'),
  wrapFigures('<span lang=EN-US style="color:red">', '</span>'),
  references,
  brokenTags,
  nestedTags,
  hardWraps,
  oneLine,
  longHead,
];

/** Lines of running text; what stands in headings and tables is left alone. */
function inParagraphs(text: string, change: (line: string) => string): string {
  return text.replace(/^(?![#|]).+$/gm, change);
}

const boldFigures: Dress = (text, random) =>
  inParagraphs(text, (line) => line.replace(figure, (own) => (random.chance(0.3) ? `**${own}**` : own)));

const boldCells: Dress = (text, random) =>
  text.replace(/(?<=\| )([^|\n]*[0-9])(?= \|)/g, (own: string) => (random.chance(0.1) ? `**${own}**` : own));

const anchors: Dress = (text) =>
  text.replace(
    /^(#{1,2}) (.*)$/gm,
    (_, sign: string, own: string) => `${sign} []{#_Toc1 .anchor}${own} {#${'a'.repeat(3)} .b}`,
  );

const underlined: Dress = (text) =>
  text.replace(
    /^(#{1,2}) (.*)$/gm,
    (_, sign: string, own: string) => `${own}\n${(sign === '#' ? '=' : '-').repeat(12)}\n`,
  );

/** As turndown escapes what might be an ordinal or an emphasis. */
const escaped: Dress = (text) =>
  inParagraphs(text, (line) =>
    line.replace(/(?<=[0-9])\.(?=[0-9])|_/g, (own) => `\\${own}`).replace(/^([0-9]+)\./, '$1\\.'),
  );

const frontMatter: Dress = (text) => `---\nlang: zh-CN\nauthor: 办公室\n---\n\n${text}`;

const quoted: Dress = (text) => (text.startsWith('---') ? text : text.replace(/^/gm, '> '));

const markdown: readonly Dress[] = [boldFigures, boldCells, anchors, underlined, escaped, frontMatter, quoted];

/** Characters that nobody sees, amid words and figures. */
const unseen: Dress = (text, random) =>
  text.replace(/(?<=[\u4e00-\u9fff0-9])(?=[\u4e00-\u9fff0-9])/g, () =>
    random.chance(0.02) ? random.pick(['\u200b', '\u00ad', '\u200e', '\u2060']) : '',
  );

const radicals: Readonly<Record<string, string>> = {
  一: '\u2f00',
  人: '\u2f08',
  工: '\u2f2f',
  方: '\u2f45',
  用: '\u2f64',
  行: '\u2f8f',
  立: '\u2f74',
};

/** Forms of a PDF's fonts. */
const compatibility: Dress = (text) => text.replace(/[一人工方用行立]/g, (own) => radicals[own] as string);

const characters: readonly Dress[] = [unseen, compatibility];
