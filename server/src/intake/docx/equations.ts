/** The text of equations, on one line, no two figures running into one another. */
import type { XmlElement } from '../xml';
import { childOf, elementsOf, textOf } from '../xml';

export function equationText(element: XmlElement): string {
  if (element.name === 'm:t' || element.name === 'w:t') return textOf(element);
  const parts = between[element.name];
  if (parts === undefined) return elementsOf(element).map(equationText).join('');
  return parts.map((part) => (part.startsWith('m:') ? partText(element, part) : part)).join('');
}

const between: Readonly<Record<string, readonly string[]>> = {
  'm:f': ['m:num', '/', 'm:den'],
  'm:sSup': ['m:e', '^', 'm:sup'],
  'm:sSub': ['m:e', '_', 'm:sub'],
  'm:sSubSup': ['m:e', '_', 'm:sub', '^', 'm:sup'],
  'm:rad': ['m:deg', '√', 'm:e'],
};

function partText(element: XmlElement, name: string): string {
  const part = childOf(element, name);
  return part === undefined ? '' : equationText(part);
}
