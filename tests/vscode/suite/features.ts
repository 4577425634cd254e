/** What the editor shows of a report beside its findings: outline and folding. */
import * as vscode from 'vscode';
import type { Test } from './runner';
import { openSample, samplesIn } from './samples';
import { outline } from './workbench';

/** One test a clean sample. */
export function featureTests(): readonly Test[] {
  return samplesIn('clean').map((sample) => ({
    name: `${sample.name} has an outline and folds`,
    body: async () => {
      const document = await openSample(sample.path);
      const names = flatten(await outline(document)).map(({ name }) => name.replace(/\s/gu, ''));
      for (const part of ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '本年新收']) {
        if (!names.some((name) => name.includes(part)))
          throw new Error(`the outline lacks ${part}: ${names.join(' · ')}`);
      }
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      if (folds.length < 6) throw new Error(`only ${folds.length} folding ranges`);
      return undefined;
    },
  }));
}

function flatten(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}
