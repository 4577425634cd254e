/** The characters of an office file as a reader sees them. */
import { printedForm } from '../text/printed-form';

/** What nobody sees, what a view of marked-up text would take for a mark of its own, and forms of ideographs that fonts and converters leave. */
const unusual =
  /[\x00-\x08\x0b\x0c\r\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fd5\uf900-\ufaff\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]|[\ufe00-\ufe0f]/g;

/** `text` without invisible characters, ideographs in their usual forms; a line ends with `\n`. */
export function visibleText(text: string): string {
  return text.replace(unusual, (character, at: number) => {
    if (character === '\r') return text[at + 1] === '\n' ? '' : '\n';
    if (character === '\v' || character === '\f') return '\n';
    return character < '\xa0' || character === '\ufffc' ? (character === '\x85' ? '\n' : '') : printedForm(character);
  });
}
