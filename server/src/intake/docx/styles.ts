/** What styles say of a text that a reader sees: its number, whether it is hidden, whether it is a table of contents. */
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf, isOn, switchOf, valOf } from '../xml';

/** A numbering by the list and the level in it, as far as it is said. */
export interface NumberingChoice {
  readonly list?: string;
  readonly level?: number;
}

export type Raised = 'superscript' | 'subscript' | 'baseline';

/** Properties of letters; `undefined` where nothing says so. */
export interface Lettering {
  readonly isHidden?: boolean | undefined;
  readonly isCapital?: boolean | undefined;
  readonly raised?: Raised | undefined;
  readonly font?: string | undefined;
}

export interface Style {
  readonly lettering: Lettering;
  readonly numbering: NumberingChoice;
  readonly isContents: boolean;
}

export interface Styles {
  paragraph(id: string | undefined): Style;
  letters(id: string | undefined): Lettering;
  /** What a list that is defined by a style (w:numStyleLink) points to. */
  listOf(style: string): string | undefined;
}

const plain: Style = { lettering: {}, numbering: {}, isContents: false };
/** A style is based on another, which is based on another; Word stops at ten. */
const longestDescent = 12;

export function stylesOf(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let usual: string | undefined;
  for (const element of childrenOf(root, 'w:style')) {
    const id = attributeOf(element.attributes, 'styleId');
    if (id === undefined) continue;
    elements.set(id, element);
    const isUsual = isOn(attributeOf(element.attributes, 'default'));
    if (isUsual && attributeOf(element.attributes, 'type') === 'paragraph') usual ??= id;
  }
  const defaults = letteringOf(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  const known = new Map<string, Style>();
  const styleOf = (id: string | undefined, depth = 0): Style => {
    const element = id === undefined ? undefined : elements.get(id);
    if (id === undefined || element === undefined || depth > longestDescent) return plain;
    const before = known.get(id);
    if (before !== undefined) return before;
    const style = inherited(element, styleOf(valOf(element, 'w:basedOn'), depth + 1));
    known.set(id, style);
    return style;
  };
  return {
    paragraph(id) {
      const style = styleOf(id ?? usual);
      return { ...style, lettering: merged(defaults, style.lettering) };
    },
    letters: (id) => styleOf(id).lettering,
    listOf: (id) => styleOf(id).numbering.list,
  };
}

function inherited(element: XmlElement, base: Style): Style {
  return {
    lettering: merged(base.lettering, letteringOf(childOf(element, 'w:rPr'))),
    numbering: { ...base.numbering, ...numberingOf(childOf(element, 'w:pPr')) },
    isContents: base.isContents || isContentsName(valOf(element, 'w:name') ?? ''),
  };
}

/** `toc 1` … `toc 9` and `TOC Heading` are built in: their names are the same in every language. */
function isContentsName(name: string): boolean {
  return /^toc (?:[1-9]|heading)$/i.test(name);
}

export function letteringOf(properties: XmlElement | undefined): Lettering {
  if (properties === undefined) return {};
  const raised = valOf(properties, 'w:vertAlign');
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return {
    isHidden: switchOf(properties, 'w:vanish'),
    isCapital: switchOf(properties, 'w:caps'),
    raised: raised === 'superscript' || raised === 'subscript' || raised === 'baseline' ? raised : undefined,
    font: attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi'),
  };
}

/** What `more` says stands over what `base` does. */
export function merged(base: Lettering, more: Lettering): Lettering {
  return {
    isHidden: more.isHidden ?? base.isHidden,
    isCapital: more.isCapital ?? base.isCapital,
    raised: more.raised ?? base.raised,
    font: more.font ?? base.font,
  };
}

export function numberingOf(properties: XmlElement | undefined): NumberingChoice {
  const element = childOf(properties, 'w:numPr');
  if (element === undefined) return {};
  const list = valOf(element, 'w:numId');
  const level = Number(valOf(element, 'w:ilvl') ?? Number.NaN);
  return { ...(list !== undefined && { list }), ...(Number.isInteger(level) && { level }) };
}
