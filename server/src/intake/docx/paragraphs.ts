/** The text of a paragraph as a reader sees it, and what is tied to it. */
import type { Attributes, XmlElement } from '../xml';
import { attributeOf, childOf, elementsOf, isOn, switchOf, textOf, valOf } from '../xml';
import { chosenOf } from './alternatives';
import type { Drawn } from './drawings';
import { readDrawing } from './drawings';
import { equationText } from './equations';
import { beginField, beginResult, drawnText, instruct, isPageReference, isShown } from './fields';
import type { Field, NoteReference, Reading, Story } from './reading';
import type { Lettering, NumberingChoice, Style } from './styles';
import { letteringOf, merged, numberingOf } from './styles';
import { shownSymbol } from './symbols';

export interface ParagraphText extends Readonly<Drawn> {
  readonly text: string;
  /** What follows belongs to the same paragraph: its end is deleted, or it is a large first letter. */
  readonly joinsNext: boolean;
  /** A line of a table of contents. */
  readonly isContents: boolean;
}

/** What has been gathered of a paragraph. */
interface Gathered extends Drawn {
  text: string;
  isInContents: boolean;
  hasPageReference: boolean;
}

interface Inline {
  readonly reading: Reading;
  readonly story: Story;
  readonly gathered: Gathered;
  /** Of the paragraph's style. */
  readonly lettering: Lettering;
}

export function readParagraph(paragraph: XmlElement, reading: Reading, story: Story): ParagraphText {
  const properties = childOf(paragraph, 'w:pPr');
  const styleName = valOf(properties, 'w:pStyle');
  const style = reading.styles.paragraph(styleName);
  const gathered: Gathered = { text: '', images: 0, boxes: [], isInContents: false, hasPageReference: false };
  readInline(paragraph, { reading, story, gathered, lettering: style.lettering });
  // An instruction that goes on over a paragraph's end is none that shows anything; it must not swallow the rest.
  while (story.fields.at(-1)?.part === 'instruction') story.fields.pop();
  const mark = childOf(properties, 'w:rPr');
  const isMarkGone = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
  const isUnseen =
    gathered.text === '' && (isMarkGone || (switchOf(mark, 'w:vanish') ?? style.lettering.isHidden) === true);
  const number = isUnseen ? '' : reading.numbering.next(choiceOf(style, numberingOf(properties)), styleName);
  reading.budget.take('characters', number.length);
  return {
    text: number + gathered.text,
    images: gathered.images,
    boxes: gathered.boxes,
    joinsNext: isMarkGone || isDropCap(properties),
    isContents: style.isContents || (gathered.isInContents && isContentsLine(gathered)),
  };
}

/** A list that the paragraph names itself is not at the level that its style has in another. */
function choiceOf(style: Style, own: NumberingChoice): NumberingChoice {
  return own.list === undefined ? { ...style.numbering, ...own } : own;
}

function isDropCap(properties: XmlElement | undefined): boolean {
  const kind = attributeOf(childOf(properties, 'w:framePr')?.attributes, 'dropCap');
  return kind === 'drop' || kind === 'margin';
}

/** Within the field, but never by that alone: a field whose end is missing would take the whole report along. */
function isContentsLine({ text, hasPageReference }: Gathered): boolean {
  return hasPageReference || endsWithPage(text);
}

/** As lines of tables of contents do. */
export function endsWithPage(text: string): boolean {
  return /[\t.…·][ \t]{0,9}[0-9]{1,4}$/.test(text.slice(-20));
}

function readInline(element: XmlElement, inline: Inline): void {
  for (const child of elementsOf(element)) readPart(child, inline);
}

function readPart(element: XmlElement, inline: Inline): void {
  const { gathered, reading, story } = inline;
  switch (element.name) {
    case 'w:r':
      readRun(element, inline);
      return;
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:rt':
      return;
    case 'w:del':
    case 'w:moveFrom':
      reading.omissions.add('deleted');
      return;
    case 'w:hyperlink':
      if (attributeOf(element.attributes, 'anchor')?.startsWith('_Toc')) gathered.hasPageReference = true;
      readInline(element, inline);
      return;
    case 'w:fldSimple':
      beginField(story.fields);
      instructAll(attributeOf(element.attributes, 'instr') ?? '', inline);
      turnField('separate', inline.lettering, inline);
      readInline(element, inline);
      turnField('end', inline.lettering, inline);
      return;
    case 'm:oMath':
      reading.omissions.add('equation');
      say(equationText(element), inline.lettering, inline);
      return;
    case 'mc:AlternateContent': {
      const chosen = chosenOf(element);
      if (chosen !== undefined) readInline(chosen, inline);
      return;
    }
    default:
      readInline(element, inline);
      return;
  }
}

function instructAll(text: string, { story }: Inline): void {
  const field = story.fields.at(-1);
  if (field !== undefined) instruct(field, text);
}

function noteField(field: Field, gathered: Gathered): void {
  if (field.isContents) gathered.isInContents = true;
  if (isPageReference(field)) gathered.hasPageReference = true;
}

function readRun(run: XmlElement, inline: Inline): void {
  const properties = childOf(run, 'w:rPr');
  const { styles } = inline.reading;
  const lettering =
    properties === undefined
      ? inline.lettering
      : merged(merged(inline.lettering, styles.letters(valOf(properties, 'w:rStyle'))), letteringOf(properties));
  readRunParts(elementsOf(run), lettering, inline);
}

function readRunParts(parts: readonly XmlElement[], lettering: Lettering, inline: Inline): void {
  for (const part of parts) {
    // What follows such a reference is its mark.
    if (readRunPart(part, lettering, inline) === 'own-mark') return;
  }
}

/** What is no letter but shows as one. */
function signOf({ name, attributes }: XmlElement): string | undefined {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return ['page', 'column'].includes(attributeOf(attributes, 'type') ?? '') ? '' : '\n';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbolOf(attributes);
    default:
      return undefined;
  }
}

function readRunPart(part: XmlElement, lettering: Lettering, inline: Inline): 'own-mark' | undefined {
  const { reading } = inline;
  const said = part.name === 'w:t' ? letters(part) : signOf(part);
  if (said !== undefined) {
    say(said, lettering, inline);
    return;
  }
  switch (part.name) {
    case 'w:fldChar':
      turnField(attributeOf(part.attributes, 'fldCharType'), lettering, inline);
      return;
    case 'w:instrText':
      instructAll(textOf(part), inline);
      return;
    case 'w:footnoteReference':
      return readReference('footnote', part, lettering, inline);
    case 'w:endnoteReference':
      return readReference('endnote', part, lettering, inline);
    case 'w:commentReference':
      reading.omissions.add('comment');
      return;
    case 'w:ruby': {
      const base = childOf(part, 'w:rubyBase');
      if (base !== undefined) readInline(base, inline);
      return;
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      if (lettering.isHidden === true) reading.omissions.add('hidden');
      else readDrawing(part, inline.gathered, reading.omissions);
      return;
    case 'mc:AlternateContent':
      readRunParts(elementsOf(chosenOf(part)), lettering, inline);
      return;
  }
}

function readReference(
  kind: NoteReference['kind'],
  { attributes }: XmlElement,
  { isHidden }: Lettering,
  { reading }: Inline,
): 'own-mark' | undefined {
  if (isHidden !== true) reading.notes.push({ kind, id: attributeOf(attributes, 'id') ?? '' });
  return isOn(attributeOf(attributes, 'customMarkFollows')) ? 'own-mark' : undefined;
}

function turnField(turn: string | undefined, lettering: Lettering, inline: Inline): void {
  const { gathered, reading, story } = inline;
  const field = story.fields.at(-1);
  if (turn === 'begin') beginField(story.fields);
  else if (turn === 'separate' && field !== undefined) {
    beginResult(field);
    noteField(field, gathered);
  } else if (turn === 'end' && field !== undefined) {
    story.fields.pop();
    const drawn = field.part === 'instruction' ? drawnText(field.instruction) : undefined;
    if (drawn === '') reading.omissions.add('computed');
    else if (drawn !== undefined) say(drawn, lettering, inline);
  }
}

/** White space at the ends counts only where the file says so. */
function letters(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\r\n]/g, ' ');
  if (element.attributes['xml:space'] === 'preserve') return text;
  let [start, end] = [0, text.length];
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

function symbolOf(attributes: Attributes): string {
  const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16);
  return code > 0 && code <= 0xffff ? shownSymbol(code, attributeOf(attributes, 'font') ?? '') : '';
}

function say(text: string, lettering: Lettering, { reading, story, gathered }: Inline): void {
  if (text === '' || !isShown(story.fields)) return;
  if (lettering.isHidden === true) {
    reading.omissions.add('hidden');
    return;
  }
  if (story.fields.some(({ isContents }) => isContents)) gathered.isInContents = true;
  reading.budget.take('characters', text.length);
  gathered.text += lettered(text, lettering);
}

function lettered(text: string, { font, isCapital, raised }: Lettering): string {
  let shown = text.replace(/[\uf020-\uf0ff]/g, (sign) => shownSymbol(sign.charCodeAt(0), font ?? ''));
  if (isCapital === true) shown = shown.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  // A raised digit is no part of the figure that it stands beside.
  if (raised === 'superscript') return shown.replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  if (raised === 'subscript') return shown.replace(/[0-9]/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
  return shown;
}
