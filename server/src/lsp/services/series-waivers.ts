/** “豁免此项…” for what was found by comparing reports: the policy's waiver quotes a name that the finding is about. */
import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isWaivable } from '../../findings/waivers';
import type { Translations } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import { keyOf } from '../folder/folder-audit';
import { seriesFindingsIn } from '../folder/folder-diagnostics';
import type { Session } from '../session';
import { waiveCommand } from '../wire/protocol';
import { wants } from './code-actions';
import type { WaiveArgument } from './waive-actions';

/** One for each such finding at the requested range of a report that is open; none before its folder is audited. */
export function seriesWaivers(
  { folder }: Pick<Session, 'folder'>,
  { textDocument: { uri }, range, context }: CodeActionParams,
  policy: string | null,
  translations: Translations | undefined,
): readonly CodeAction[] {
  const file = folder.files().get(keyOf(uri));
  if (file === undefined || (context.only !== undefined && !wants(context.only, CodeActionKind.QuickFix))) return [];
  return seriesFindingsIn({ folder }, keyOf(uri), file).flatMap((finding): readonly CodeAction[] => {
    const { rule, message, names } = finding;
    const [quote] = names;
    if (quote === undefined || !isWaivable(rule) || !meet(finding.range, range)) return [];
    const argument: WaiveArgument = { document: uri, policy, rule, quote, message: worded(message, translations) };
    const title = worded(phrase`豁免此项…（${rule}）`, translations);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: context.diagnostics.filter((shown) => isOf(shown, rule, finding.range)),
        command: { title, command: waiveCommand, arguments: [argument] },
      },
    ];
  });
}

function isOf({ code, range }: Diagnostic, rule: string, place: Range): boolean {
  return code === rule && !isBefore(range.start, place.start) && !isBefore(place.start, range.start);
}

function meet(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
