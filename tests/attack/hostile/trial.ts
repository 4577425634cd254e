/** What one try of the program gives, and the words that all of them throw about. */
import type { Random } from '../../support/reports/random';

export interface Trial {
  /** What was done, so that it can be done again by hand. */
  readonly input: string;
  /** What went wrong; `undefined` where nothing did. */
  readonly flaw: string | undefined;
}

/** What steers a terminal or a reader's eyes: C0, DEL, C1, bidi marks, separators of lines and paragraphs. */
const controls = [
  '\x1b[31m',
  '\x1b]0;title\x07',
  '\x1b[2J\x1b[H',
  '\r',
  '\b\b\b',
  '\x7f',
  '\u0085',
  '\u009b2J',
  '\u009d0;title\u009c',
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u{e0041}',
];

const plain = [
  '甲',
  '年报',
  'a',
  ' ',
  '--',
  '-',
  '"',
  "'",
  '`',
  '%',
  '%00',
  '$(id)',
  '{a,b}',
  '*',
  '[x]',
  '\\',
  '#',
  '&',
  '：',
];

const markups = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></table><iframe src="https://evil.example/">',
  '"><svg onload=alert(1)>',
  '[点](command:workbench.action.terminal.new)',
  '![](https://evil.example/a.png)',
  'https://evil.example/a?b=c',
  'www.evil.example',
  'user@evil.example',
  '<https://evil.example>',
  '](<disclosure-audit:/rules/x.md>)',
  '&lt;b&gt;',
  '$(trash)',
  '**强**',
  '`code`',
];

export function hostileName(random: Random): string {
  return some(random, [...controls, ...plain, '\n'], 4);
}

export function hostileWords(random: Random): string {
  return some(random, [...controls, ...plain, ...markups], 4);
}

export function hostileMarkup(random: Random): string {
  return some(random, [...markups, ...markups, ...controls, '甲乙'], 3);
}

function some(random: Random, pieces: readonly string[], most: number): string {
  return Array.from({ length: random.int(1, most) }, () => random.pick(pieces)).join('');
}

const unshowable = /[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/u;

/** The first character of an output that a terminal would obey, line ends aside. */
export function controlIn(output: string): string | undefined {
  const found = unshowable.exec(output.replaceAll('\n', ''))?.[0];
  return found === undefined ? undefined : `U+${(found.codePointAt(0) as number).toString(16).padStart(4, '0')}`;
}
