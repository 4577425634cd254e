/** Automatic numbers of paragraphs, counted as Word counts them. */
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf, isOn, valOf } from '../xml';
import { printNumber } from './number-formats';
import type { NumberingChoice, Styles } from './styles';
import { shownSymbol } from './symbols';

export interface Numbering {
  /** Counts one more paragraph of the list: what stands before its text, with what parts it from that. */
  next(choice: NumberingChoice, style: string | undefined): string;
}

interface Level {
  readonly format: string;
  readonly start: number;
  /** With `%1` … `%9` for the numbers of the levels. */
  readonly text: string;
  readonly suffix: string;
  /** Which level's next number, or one above it, makes this one begin anew; from 1, 0 for none. */
  readonly restartAfter: number;
  readonly isDecimal: boolean;
  /** The paragraph style that has this level. */
  readonly style: string | undefined;
}

/** Lists with the same definition count on from one another. */
interface Definition {
  readonly levels: readonly (Level | undefined)[];
  readonly counts: (number | undefined)[];
}

interface List {
  readonly definition: Definition;
  readonly levels: readonly (Level | undefined)[];
  /** Where the list begins a level anew, the first time that it has it. */
  readonly starts: (number | undefined)[];
}

const levelCount = 9;

export function numberingFrom(root: XmlElement | undefined, styles: Styles): Numbering {
  const elements = new Map(childrenOf(root, 'w:num').map((one) => [attributeOf(one.attributes, 'numId'), one]));
  const definitions = definitionsOf(root, elements, styles);
  const lists = new Map<string, List | undefined>();
  const listOf = (id: string): List | undefined => {
    if (!lists.has(id)) lists.set(id, listFrom(elements.get(id), definitions));
    return lists.get(id);
  };
  return {
    next({ list: id, level: chosen }, style) {
      if (id === undefined || id === '0') return '';
      const list = listOf(id);
      if (list === undefined) return '';
      const level =
        chosen ??
        Math.max(
          0,
          list.levels.findIndex((one) => one !== undefined && one.style === style && style !== undefined),
        );
      return numberOf(list, level);
    },
  };
}

type Definitions = (id: string | undefined) => Definition | undefined;

function definitionsOf(
  root: XmlElement | undefined,
  lists: ReadonlyMap<string | undefined, XmlElement>,
  styles: Styles,
): Definitions {
  const elements = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [attributeOf(one.attributes, 'abstractNumId'), one]),
  );
  const known = new Map<string, Definition | undefined>();
  const definitionOf = (id: string | undefined, depth = 0): Definition | undefined => {
    const element = elements.get(id);
    if (id === undefined || element === undefined || depth > 3) return undefined;
    if (known.has(id)) return known.get(id);
    const linked = valOf(element, 'w:numStyleLink');
    const list = linked === undefined ? undefined : lists.get(styles.listOf(linked));
    const definition =
      list === undefined
        ? { levels: levelsOf(element), counts: [] }
        : definitionOf(valOf(list, 'w:abstractNumId'), depth + 1);
    known.set(id, definition);
    return definition;
  };
  return (id) => definitionOf(id);
}

function listFrom(element: XmlElement | undefined, definitions: Definitions): List | undefined {
  const definition = definitions(valOf(element, 'w:abstractNumId'));
  if (definition === undefined) return undefined;
  const levels = [...definition.levels];
  const starts: (number | undefined)[] = [];
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const nth = levelNumber(override);
    if (nth === undefined) continue;
    const own = childOf(override, 'w:lvl');
    if (own !== undefined) levels[nth] = levelFrom(own, nth);
    const start = wholeNumber(valOf(override, 'w:startOverride'));
    const level = levels[nth];
    if (start === undefined || level === undefined) continue;
    starts[nth] = start;
    levels[nth] = { ...level, start };
  }
  return { definition, levels, starts };
}

function levelsOf(element: XmlElement): readonly (Level | undefined)[] {
  const levels = new Array<Level | undefined>(levelCount).fill(undefined);
  for (const one of childrenOf(element, 'w:lvl')) {
    const nth = levelNumber(one);
    if (nth !== undefined) levels[nth] = levelFrom(one, nth);
  }
  return levels;
}

function levelNumber(element: XmlElement): number | undefined {
  const nth = wholeNumber(attributeOf(element.attributes, 'ilvl'));
  return nth !== undefined && nth < levelCount ? nth : undefined;
}

/** What stands around a number is short; it is said once a paragraph. */
const longestText = 100;

function levelFrom(element: XmlElement, nth: number): Level {
  const format = formatOf(element);
  const fonts = childOf(childOf(element, 'w:rPr'), 'w:rFonts')?.attributes;
  const text = (valOf(element, 'w:lvlText') ?? '').slice(0, longestText);
  return {
    format,
    start: wholeNumber(valOf(element, 'w:start')) ?? 0,
    text: format === 'bullet' ? bulletOf(text, attributeOf(fonts, 'ascii') ?? '') : text,
    suffix: valOf(element, 'w:suff') ?? 'tab',
    restartAfter: wholeNumber(valOf(element, 'w:lvlRestart')) ?? nth,
    isDecimal: isOn(childOf(element, 'w:isLgl') && (valOf(element, 'w:isLgl') ?? 'true')),
    style: valOf(element, 'w:pStyle'),
  };
}

/** A format that only newer programs know stands beside one for all. */
function formatOf(element: XmlElement): string {
  const fallback = childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback');
  return valOf(element, 'w:numFmt') ?? valOf(fallback, 'w:numFmt') ?? 'decimal';
}

function bulletOf(text: string, font: string): string {
  const shown = [...text].map((char) => shownSymbol(char.codePointAt(0) ?? 0, font)).join('');
  return /[\ue000-\uf8ff]/.test(shown) ? '•' : shown;
}

function numberOf({ definition: { counts }, levels, starts }: List, nth: number): string {
  const level = levels[nth];
  if (level === undefined) return '';
  const start = starts[nth];
  starts[nth] = undefined;
  counts[nth] = start ?? (counts[nth] === undefined ? level.start : counts[nth] + 1);
  for (let above = 0; above < nth; above++) counts[above] ??= levels[above]?.start ?? 1;
  for (let below = nth + 1; below < levelCount; below++) {
    // A level that is said to go on does so; the others begin anew after any that is above the one they name.
    if (nth < (levels[below]?.restartAfter ?? below)) counts[below] = undefined;
  }
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const named = Number(digit) - 1;
    const format = levels[named]?.format ?? 'decimal';
    return printNumber(
      counts[named] ?? levels[named]?.start ?? 1,
      level.isDecimal && format !== 'none' ? 'decimal' : format,
    );
  });
  return text === '' ? '' : text + gapAfter(text, level.suffix);
}

/** A tab stop after a Chinese sign looks like nothing; digits must not run into those of the text. */
function gapAfter(text: string, suffix: string): string {
  if (suffix === 'nothing') return '';
  return /[、，。：；）】〕》．]$/.test(text) ? '' : ' ';
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}
