/** Findings come and go as the text is typed, and a quick fix puts the standard table in. */
import * as vscode from 'vscode';
import { requestsFigure, requestsSection } from './places';
import type { Test } from './runner';
import { flawedSampleWith, languageOf, openSample, type Sample, samplesIn, textOf } from './samples';
import { listing, openUntitled, outline, quickFixes, ruleOf, settledDiagnostics, untilDiagnostics } from './workbench';

/** One test a clean sample for typing and one for the template, and one for the flawed sample that lacks its tables. */
export function editingTests(): readonly Test[] {
  const clean = samplesIn('clean');
  return [...clean.map(typingTest), ...clean.map(templateTest), missingTableTest];
}

function typingTest(sample: Sample): Test {
  return {
    name: `${sample.name}: a digit typed into table three is reported at its cell, and undo takes the finding away`,
    body: async () => {
      const document = await openSample(sample.path);
      const before = listing(await settledDiagnostics(document));
      const cell = document.positionAt(requestsFigure(document.getText(), '本年新收政府信息公开申请数量'));
      await typeAt(cell, '7');
      await untilDiagnostics(document, (found) => found.some((diagnostic) => concerns(diagnostic, document, cell)));
      await vscode.commands.executeCommand('undo');
      await untilDiagnostics(document, (found) => listing(found) === before);
      return undefined;
    },
  };
}

/** Types as a person at the keyboard would. */
async function typeAt(position: vscode.Position, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('type', { text });
}

/** Whether a broken relation is reported at the cell or names it among its related places. */
function concerns(diagnostic: vscode.Diagnostic, document: vscode.TextDocument, cell: vscode.Position): boolean {
  if (!ruleOf(diagnostic).startsWith('relation/')) return false;
  const related = (diagnostic.relatedInformation ?? []).map(({ location }) => location);
  return [{ uri: document.uri, range: diagnostic.range }, ...related].some(
    ({ uri, range }) => uri.toString() === document.uri.toString() && range.contains(cell),
  );
}

function templateTest(sample: Sample): Test {
  return {
    name: `${sample.name} without table three: the template brings it back`,
    body: async () => {
      const whole = textOf(sample.path);
      const complete = (await openUntitled(whole, languageOf(sample))).document;
      await settledDiagnostics(complete);
      const rows = await countRows(complete);
      const { start, end } = requestsSection(whole);
      const { document } = await openUntitled(`${whole.slice(0, start)}\n${whole.slice(end)}`, languageOf(sample));
      await applyTemplate(document, 'table/missing-table');
      const left = (await settledDiagnostics(document)).filter(
        (diagnostic) => !ruleOf(diagnostic).startsWith('prose/'),
      );
      if (left.length > 0) throw new Error(listing(left));
      const rowsAfter = await countRows(document);
      if (rowsAfter !== rows) throw new Error(`the outline has ${rowsAfter} entries instead of ${rows}`);
      return undefined;
    },
  };
}

const missingTableTest: Test = {
  name: 'a flawed sample without tables: the templates take the findings away',
  body: async () => {
    const sample = flawedSampleWith('table/missing-table', 'table/table-as-image');
    const document = await openSample(sample.path);
    await applyTemplate(document, 'table/missing-table');
    // What stands in a picture nobody has read: it is no 0.
    await applyTemplate(document, 'table/table-as-image', /留空/u);
    return undefined;
  },
};

/** Applies the template at the rule's finding whose title is as wanted, the one filled with 0 if not said otherwise; the finding must go, and the other text must stay. */
async function applyTemplate(document: vscode.TextDocument, rule: string, wanted = /填\s*0|零/u): Promise<void> {
  const found = await untilDiagnostics(document, (diagnostics) => diagnostics.some((one) => ruleOf(one) === rule));
  const finding = found.find((diagnostic) => ruleOf(diagnostic) === rule);
  if (!finding) throw new Error(`no ${rule}`);
  const offered = await quickFixes(document, finding);
  const template = offered.find(({ title, edit }) => edit && wanted.test(title));
  if (!template?.edit)
    throw new Error(`no template like ${wanted} among: ${offered.map(({ title }) => title).join(', ')}`);
  const before = document.getText();
  const own = { start: document.offsetAt(finding.range.start), end: document.offsetAt(finding.range.end) };
  if (!(await vscode.workspace.applyEdit(template.edit))) throw new Error('the edit was refused');
  await untilDiagnostics(document, (diagnostics) => !diagnostics.some((one) => ruleOf(one) === rule));
  assertRestUnchanged(before, document.getText(), own);
}

/** Outside the finding's own range, which an image in a table's place may lose, the text must be as it was. */
function assertRestUnchanged(
  before: string,
  after: string,
  own: { readonly start: number; readonly end: number },
): void {
  let lead = 0;
  while (lead < before.length && before[lead] === after[lead]) lead += 1;
  let tail = 0;
  while (tail < before.length - lead && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const changed = { start: lead, end: before.length - tail };
  if (changed.start === changed.end || (changed.start >= own.start && changed.end <= own.end)) return;
  throw new Error(`other text has changed: “${before.slice(changed.start, changed.end)}”`);
}

async function countRows(document: vscode.TextDocument): Promise<number> {
  const count = (symbols: readonly vscode.DocumentSymbol[]): number =>
    symbols.reduce((sum, symbol) => sum + 1 + count(symbol.children), 0);
  return count(await outline(document));
}
