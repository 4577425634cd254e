/** A logical report as the text that reaches us: layout, headings, punctuation, line ends and wraps vary by seed. */
import type { Layout } from '../../../server/src/text/layout';
import { layouts } from '../../../server/src/text/layout';
import type { Span } from '../../../server/src/text/span';
import type { LogicalReport, LogicalSection, Part } from './logical-report';
import { isMark, plain, takePlaces, untagged } from './marks';
import { dressed } from './markup';
import type { Random } from './random';
import { randomOf } from './random';
import type { Accidents } from './render-table';
import { tableLines } from './render-table';

/** The text, and where the fault's places are in it. */
interface Rendered {
  readonly text: string;
  readonly places: readonly Span[];
}

interface Style {
  readonly layout: Layout;
  readonly random: Random;
  readonly heading: (section: LogicalSection) => string;
  readonly title: (line: string) => string;
  readonly paragraph: (text: string) => string[];
  readonly parted: boolean;
  readonly accidents: Accidents;
}

/** Prints `report` in `layout`. Everything else about its looks follows from its seed. */
export function render(report: LogicalReport, layout: Layout): Rendered {
  const { seed } = report.facts;
  const random = randomOf(seed, `render ${layout}`);
  const style = styleOf(random, layout);
  const lines = [
    ...report.title.map(style.title),
    '',
    ...prose(style, report.preface),
    ...report.sections.flatMap((section) => sectionLines(style, section)),
    '',
    ...report.signature.map((line) => (layout === 'html' ? `<p>${line}</p>` : line)),
  ];
  const whole = layout === 'html' && random.chance(0.5) ? page(report, lines) : lines;
  const eol = random.pick(['\n', '\n', '\n', '\r\n', '\r']);
  const widened = random.chance(0.2) ? whole.map(halfWidth) : whole;
  const dress = dressed(untagged(widened.join('\n')), layout, randomOf(seed, `markup ${layout}`));
  const text = dress.replaceAll('\n', eol) + eol;
  return takePlaces((random.chance(0.1) ? '\ufeff' : '') + text);
}

/** The layout that a seed's clean report is printed in. */
export function layoutOf(seed: number): Layout {
  return layouts[seed % layouts.length] as Layout;
}

function styleOf(random: Random, layout: Layout): Style {
  const heading = headingStyle(random, layout);
  const indent = layout !== 'html' && layout !== 'markdown' && random.chance(0.3) ? '\u3000\u3000' : '';
  const wraps = layout === 'spaced' && random.chance(0.7);
  const width = random.int(30, 44);
  return {
    layout,
    random,
    heading: ({ ordinal, title }) => heading(`${ordinal}${random.chance(0.08) ? '、 ' : '、'}${title}`),
    title: (line) => (layout === 'markdown' ? `# ${line}` : layout === 'html' ? `<h1>${line}</h1>` : line),
    paragraph: (text) => {
      if (layout === 'html') return [`<p>${text}</p>`];
      return wraps ? wrapped(indent + text, width) : [indent + text];
    },
    parted: layout === 'markdown' || random.chance(0.4),
    accidents: {
      cutLabels: !['stacked', 'bar-alone', 'tab-cell'].includes(layout) && random.chance(0.3),
      shiftedRow: random.chance(0.3),
      pageNumbers: layout === 'spaced' && random.chance(0.4),
      brokenLabels: ['tab-cell', 'stacked', 'spaced', 'html'].includes(layout) && random.chance(0.4),
      trailingBlanks: random.chance(0.3),
    },
  };
}

function headingStyle(random: Random, layout: Layout): (heading: string) => string {
  if (layout === 'html') return (heading) => `<h2>${heading}</h2>`;
  if (layout === 'markdown') {
    return random.pick([(heading: string) => `## ${heading}`, (heading: string) => `**${heading}**`]);
  }
  return random.pick([
    (heading: string) => heading,
    (heading: string) => heading,
    (heading: string) => `\u3000\u3000${heading}`,
    (heading: string) => `${heading} `,
  ]);
}

function sectionLines(style: Style, section: LogicalSection): string[] {
  const body = section.parts.flatMap((part) => [...partLines(style, part), ...pageBreak(style, part)]);
  const blank = style.parted || style.layout === 'markdown' || style.random.chance(0.5) ? [''] : [];
  return [...blank, style.heading(section), ...blank, ...body];
}

function partLines(style: Style, part: Part): string[] {
  switch (part.kind) {
    case 'paragraph':
      return prose(style, [part.text]);
    case 'image': {
      const print =
        style.layout === 'markdown'
          ? `![](${part.name}.png)`
          : style.layout === 'html'
            ? `<img src="${part.name}.png">`
            : `[image: ${part.name}]`;
      return [part.isPlace ? `\ue003${print}\ue004` : print];
    }
    case 'table':
      return [...tableLines(part.table, style.layout, style.random, style.accidents), ''];
  }
}

/** A page number between two paragraphs. */
function pageBreak(style: Style, part: Part): string[] {
  if (!style.accidents.pageNumbers || part.kind !== 'paragraph' || !style.random.chance(0.15)) return [];
  return [`- ${style.random.int(1, 9)} -`];
}

function prose(style: Style, texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...style.paragraph(text), ...(style.parted ? [''] : [])]);
}

const noLineStart = '，。；：、）》”〕%';

/** Lines of at most `width` characters, as a PDF gives them: no closing mark begins a line, no number or word is cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const characters = untagged(text).match(/\[[^\]]*\]|[\s\S]/gu) ?? [];
  characters.forEach((character, i) => {
    const inWord = /[0-9a-z.,]/i.test(character) && /[0-9a-z.,]/i.test(characters[i - 1] ?? '');
    const mayBreak = !noLineStart.includes(character) && !isMark(character) && !inWord;
    if (length >= width && mayBreak) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += character;
    if (!isMark(character)) length += character.length;
  });
  return [...lines, line];
}

const halves: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };

function halfWidth(line: string): string {
  return line.replace(/[，；：（）]/g, (mark) => halves[mark] as string);
}

function page(report: LogicalReport, lines: readonly string[]): string[] {
  const title = plain(report.title.join(''));
  return [
    '<html>',
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    '<body>',
    ...lines,
    '</body>',
    '</html>',
  ];
}
