/** The samples of tests/corpus as the editor opens them, with the findings that each must give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import * as vscode from 'vscode';
import { openFile, ruleOf } from './workbench';

/** A place in a text: the n-th occurrence of a quotation, counted from 1. */
interface QuotedPlace {
  readonly quote: string;
  readonly occurrence: number;
}

/** One finding that a sample must give, at its place or at one of the others. */
interface ExpectedFinding extends QuotedPlace {
  readonly rule: string;
  readonly or?: readonly QuotedPlace[];
}

/** One file of the corpus. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly expected: readonly ExpectedFinding[];
}

/** The workspace's copy of tests/corpus. */
function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return folder.uri.fsPath;
}

/** The samples in one folder of the corpus, in the order of their numbers. */
export function samplesIn(group: 'clean' | 'flawed' | 'other'): readonly Sample[] {
  const folder = join(workspaceFolder(), group);
  const names = readdirSync(folder).filter((name) => ['.txt', '.md', '.html'].includes(extname(name)));
  return names
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({ name: `${group}/${name}`, path: join(folder, name), expected: expectedOf(join(folder, name)) }));
}

/** The first flawed sample that has a finding of each of the rules. */
export function flawedSampleWith(...rules: readonly string[]): Sample {
  const found = samplesIn('flawed').find(({ expected }) =>
    rules.every((rule) => expected.some((finding) => finding.rule === rule)),
  );
  if (!found) throw new Error(`no flawed sample has ${rules.join(' and ')}`);
  return found;
}

function expectedOf(path: string): readonly ExpectedFinding[] {
  const file = `${path}.expected.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).findings : [];
}

/** The real reports, which are no part of the project; undefined on machines that do not have them. */
export function realReports(): readonly string[] | undefined {
  const folder = resolve(__dirname, '..', '..', '..', '..', 'shared', 'corpus');
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name));
}

/** Opens a sample as its reader would: plain text, Markdown or HTML, told to be a report by its content. */
export async function openSample(path: string): Promise<vscode.TextDocument> {
  return (await openFile(vscode.Uri.file(path))).document;
}

/** The language in which an untitled copy of the sample is opened; as HTML it would have the editor's own outline of tags too. */
export function languageOf({ path }: Sample): string {
  return { '.md': 'markdown', '.html': 'disclosure-report' }[extname(path)] ?? 'plaintext';
}

/** What differs between the expected findings and the diagnostics: nothing when every one has its counterpart. */
export function differences(
  document: vscode.TextDocument,
  expected: readonly ExpectedFinding[],
  diagnostics: readonly vscode.Diagnostic[],
): readonly string[] {
  const unexplained = [...diagnostics];
  const missing: string[] = [];
  for (const finding of expected) {
    const at = unexplained.findIndex((diagnostic) => explains(document, finding, diagnostic));
    if (at < 0) missing.push(`missing: ${finding.rule} at “${finding.quote.slice(0, 40)}”`);
    else unexplained.splice(at, 1);
  }
  const surplus = unexplained.map((diagnostic) => {
    const quoted = document.getText(diagnostic.range).slice(0, 40);
    return `not expected: ${ruleOf(diagnostic)} at line ${diagnostic.range.start.line + 1} “${quoted}”: ${diagnostic.message}`;
  });
  return [...missing, ...surplus];
}

function explains(document: vscode.TextDocument, finding: ExpectedFinding, diagnostic: vscode.Diagnostic): boolean {
  if (ruleOf(diagnostic) !== finding.rule) return false;
  return [finding, ...(finding.or ?? [])].some((place) =>
    rangesOf(document, place).some((range) => range.intersection(diagnostic.range) !== undefined),
  );
}

function rangesOf(document: vscode.TextDocument, { quote, occurrence }: QuotedPlace): readonly vscode.Range[] {
  const text = document.getText();
  const printed = quote.replace(/\r?\n/gu, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
  let at = -1;
  for (let n = 0; n < occurrence; n++) {
    at = text.indexOf(printed, at + 1);
    if (at < 0) return [];
  }
  return [new vscode.Range(document.positionAt(at), document.positionAt(at + printed.length))];
}

/** The text of a file as the editor shows it: UTF-8, without a byte order mark. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
}
