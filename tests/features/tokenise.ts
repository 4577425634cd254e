/** The grammar at work, in the engine that VS Code itself uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const path = 'syntaxes/disclosure-report.tmLanguage.json';
const scopeName = 'text.disclosure-report';

/** A stretch of a line with the innermost scope it has, the language's own ending left out. */
interface Token {
  readonly text: string;
  readonly scope: string;
}

/** The grammar as it is written, for what can be told without running it. */
export const source = readFileSync(path, 'utf8');

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const engine = loadWASM(wasm).then(() => ({ createOnigScanner, createOnigString }));
const registry = new Registry({
  onigLib: engine,
  loadGrammar: async (name) => (name === scopeName ? parseRawGrammar(source, path) : null),
});

/** The grammar, compiled. Rejects where an expression is malformed. */
export async function loadGrammar(): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`${path} does not define ${scopeName}`);
  return grammar;
}

const grammar = await loadGrammar();

/** The tokens of a text's lines, one list a line. */
export function tokensOfLines(lines: readonly string[]): readonly (readonly Token[])[] {
  let state: StateStack = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scope: scopes.length < 2 ? '' : (scopes.at(-1) ?? '').replace('.disclosure-report', ''),
      }))
      .filter(({ text }) => text !== '');
  });
}

/** The tokens of one line. */
export function tokensOf(line: string): readonly Token[] {
  return tokensOfLines([line])[0] ?? [];
}
