/** What is wrong with a server's answer whatever it says: its places must lie in the document, in order, parts within wholes. */
import type {
  DocumentSymbol,
  FoldingRange,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** One line for each flaw. */
export function flawsOf(method: string, answer: unknown, document: TextDocument): readonly string[] {
  const flaws: string[] = [];
  const tell = (what: string): void => {
    flaws.push(`${method}: ${what}`);
  };
  for (const range of rangesIn(answer)) checkRange(range, document, tell);
  own[method]?.(answer, document, tell);
  return flaws;
}

type Tell = (what: string) => void;

const own: Readonly<Record<string, (answer: unknown, document: TextDocument, tell: Tell) => void>> = {
  'textDocument/documentSymbol': (answer, _, tell) => {
    for (const symbol of (answer ?? []) as readonly DocumentSymbol[]) checkSymbol(symbol, undefined, tell);
  },
  'textDocument/foldingRange': (answer, { lineCount }, tell) => {
    for (const { startLine, endLine } of (answer ?? []) as readonly FoldingRange[]) {
      if (!(0 <= startLine && startLine <= endLine && endLine < lineCount)) tell(`lines ${startLine}–${endLine}`);
    }
  },
  'textDocument/selectionRange': (answer, _, tell) => {
    for (const each of (answer ?? []) as readonly SelectionRange[]) {
      for (let inner = each; inner.parent !== undefined; inner = inner.parent) {
        if (!holds(inner.parent.range, inner.range)) tell(`${shown(inner.range)} not in ${shown(inner.parent.range)}`);
      }
    }
  },
  'textDocument/semanticTokens/full': checkTokens,
  'textDocument/semanticTokens/range': checkTokens,
  'textDocument/formatting': (answer, _, tell) => checkEdits((answer ?? []) as readonly TextEdit[], tell),
  'textDocument/rangeFormatting': (answer, _, tell) => checkEdits((answer ?? []) as readonly TextEdit[], tell),
};

function checkSymbol(symbol: DocumentSymbol, parent: DocumentSymbol | undefined, tell: Tell): void {
  if (!holds(symbol.range, symbol.selectionRange)) tell(`${symbol.name}: its name is not within it`);
  if (symbol.name.trim() === '') tell(`${shown(symbol.range)} without a name`);
  if (parent !== undefined && !holds(parent.range, symbol.range)) tell(`${symbol.name} not within ${parent.name}`);
  let last: Position | undefined;
  for (const child of symbol.children ?? []) {
    if (last !== undefined && compare(child.range.start, last) < 0) tell(`${child.name} before the one before it`);
    last = child.range.start;
    checkSymbol(child, symbol, tell);
  }
}

function checkTokens(answer: unknown, document: TextDocument, tell: Tell): void {
  const { data } = (answer ?? { data: [] }) as SemanticTokens;
  let [line, character, end] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(i, i + 3);
    if (lines > 0) end = 0;
    character = lines === 0 ? character + characters : characters;
    line += lines;
    if (character < end) tell(`a token at ${line}:${character} begins in the one before it`);
    end = character + length;
    if (length <= 0) tell(`a token of length ${length} at ${line}:${character}`);
    checkRange({ start: { line, character }, end: { line, character: end } }, document, tell);
  }
}

function checkEdits(edits: readonly TextEdit[], tell: Tell): void {
  const sorted = [...edits].sort((a, b) => compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end));
  for (const [i, { range }] of sorted.entries()) {
    const before = sorted[i - 1]?.range;
    if (before !== undefined && compare(range.start, before.end) < 0) tell(`edits overlap at ${shown(range)}`);
  }
}

function checkRange({ start, end }: Range, document: TextDocument, tell: Tell): void {
  if (compare(start, end) > 0) tell(`${shown({ start, end })} is not in order`);
  for (const place of [start, end]) {
    const there = document.positionAt(document.offsetAt(place));
    if (compare(there, place) !== 0) tell(`${place.line}:${place.character} is no place in the document`);
  }
}

/** Every range at any depth. */
function rangesIn(value: unknown): readonly Range[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isRange(value)) return [value];
  return Object.values(value).flatMap(rangesIn);
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPlace(value.start) && isPlace(value.end);
}

function isPlace(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function holds(outer: Range, inner: Range): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(first: Position, second: Position): number {
  return first.line - second.line || first.character - second.character;
}

function shown({ start, end }: Range): string {
  return `${start.line}:${start.character}–${end.line}:${end.character}`;
}
