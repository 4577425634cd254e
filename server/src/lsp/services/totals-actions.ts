/** “按各项计算本表合计”, “计算本行总计”: totals computed from their parts, as actions and as the answer to our own request. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { ChangedTotal, Computing, ComputingScope } from '../../features/totals/computing';
import { computingAt, computingScopes } from '../../features/totals/computing';
import type { Wording } from '../../text/wording';
import { listed, phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import type { TotalsAnswer, TotalsParams } from '../wire/figures-protocol';
import { computeCommand } from '../wire/figures-protocol';
import { wants } from './code-actions';
import type { EditForm } from './edit-form';
import { richEdit } from './edit-form';
import { convertKind } from './refactor-actions';
import { toTextEdits } from './to-protocol';

const computeKind = `${convertKind}.compute`;

/** How many of the reasons are told. */
const reasonsTold = 3;

/**
 * The actions at the requested range's start, where they would change something. A client with our command asks by itself; another
 * one gets the edit, to be confirmed where it can be.
 */
export function totalsActions(
  { document, snapshot, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  form: EditForm,
  by: 'command' | 'edit',
): CodeAction[] {
  if (context.only !== undefined && !wants(context.only, computeKind)) return [];
  const say = (wording: Wording): string => worded(wording, translations);
  return computingScopes.flatMap((scope): CodeAction[] => {
    const computing = computingAt(snapshot, document.offsetAt(range.start), scope);
    if (computing === undefined || computing.changes.length === 0) return [];
    const title = say(actionTitle(scope, computing));
    if (by === 'command') {
      const argument: TotalsParams = { uri: document.uri, position: range.start, scope };
      return [{ title, kind: computeKind, command: { title, command: computeCommand, arguments: [argument] } }];
    }
    const description = computing.changes.map((change) => say(changeWords(change))).join('\n');
    const annotation = { label: say(titles[scope]), description, needsConfirmation: true };
    return [
      {
        title,
        kind: computeKind,
        edit: richEdit(
          document,
          computing.changes.flatMap(({ edits }) => edits),
          form,
          { annotation },
        ),
      },
    ];
  });
}

export function totalsAnswer(
  { document, snapshot, translations }: AuditedDocument,
  { position, scope }: TotalsParams,
): TotalsAnswer {
  const say = (wording: Wording): string => worded(wording, translations);
  const computing = computingAt(snapshot, document.offsetAt(position), scope);
  if (computing === undefined) return { reason: say(nothingThere[scope]) };
  const { subject, changes, unknown } = computing;
  const open = unknown.length === 0 ? null : say(unknownWords(unknown));
  if (changes.length === 0) {
    return {
      reason: say(
        open === null ? phrase`${subject}的合计都与各项相符，不用改。` : phrase`${subject}没有可以改的合计。${open}`,
      ),
    };
  }
  return {
    title: say(phrase`按各项计算${subject}的合计，改${changes.length}处`),
    version: document.version,
    changes: changes.map(({ name, old, value, edits }) => ({
      name: say(name),
      old: say(old),
      value,
      edits: toTextEdits(document, edits),
    })),
    unknown: open,
  };
}

const titles = {
  table: phrase`按各项计算本表合计`,
  row: phrase`计算本行总计`,
} as const satisfies Record<ComputingScope, Wording>;

const nothingThere = {
  table: phrase`光标所在的地方没有带合计的标准表格。`,
  row: phrase`光标所在的行没有总计。`,
} as const satisfies Record<ComputingScope, Wording>;

/** A single change is told whole; of several, how many. */
function actionTitle(scope: ComputingScope, { changes }: Computing): Wording {
  const [only, second] = changes as readonly [ChangedTotal, ...ChangedTotal[]];
  return second === undefined
    ? phrase`${titles[scope]}（${only.old} → ${only.value}）`
    : phrase`${titles[scope]}（${changes.length}处）`;
}

function changeWords({ name, old, value }: ChangedTotal): Wording {
  return phrase`${name}：${old} → ${value}`;
}

function unknownWords(unknown: readonly Wording[]): Wording {
  const told = listed(unknown.slice(0, reasonsTold), '；');
  return unknown.length > reasonsTold
    ? phrase`有的合计还不能算：${told}；等等，共${unknown.length}处。`
    : phrase`有的合计还不能算：${told}。`;
}
