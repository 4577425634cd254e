/** Colours for a terminal, or none. */

export type Tone = 'bold' | 'dim' | 'error' | 'warning' | 'information' | 'hint' | 'good';

/** `text` in a tone. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, string>> = {
  bold: '1',
  dim: '2',
  error: '1;31',
  warning: '33',
  information: '34',
  hint: '36',
  good: '32',
};

export const plainPaint: Paint = (_tone, text) => text;

export const ansiPaint: Paint = (tone, text) => (text === '' ? '' : `\x1b[${codes[tone]}m${text}\x1b[0m`);
