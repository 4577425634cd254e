/** Text made fit for XML and HTML: no character of it is markup, none is unseen, none is one that XML 1.0 does not have. */
import { showText } from './visible-text';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line, for content and for attributes in quotation marks. What is invisible is spelled out as on a terminal. */
export function markupText(text: string): string {
  return escaped(showText(text));
}

/** The same with line breaks and tabs kept, for content alone. */
export function markupLines(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.split('\t').map(markupText).join('\t'))
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]/g, (character) => entities[character] ?? '\ufffd');
}
