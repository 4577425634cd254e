/** “把此表转换为…”: the conversions of tables as the protocol's refactorings. */
import type { ClientCapabilities, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type { TargetLayout } from '../../features/conversion/carried-table';
import type { Conversion } from '../../features/conversion/convert-tables';
import { conversions } from '../../features/conversion/convert-tables';
import type { Phrase } from '../../text/wording';
import { phrase, worded } from '../../text/wording';
import type { AuditedDocument } from '../documents';
import { convertCommand, tablesKind } from '../wire/protocol';
import { wants } from './code-actions';
import type { EditForm } from './edit-form';
import { workspaceEdit } from './edit-form';
import { toTextEdits } from './to-protocol';

export const convertKind = `${CodeActionKind.RefactorRewrite}.disclosureAudit`;

/** How the edits are sent, and whether the client shows actions that are not possible, with the reason. */
interface RefactorForm {
  readonly edits: EditForm;
  readonly impossible: 'shown' | 'left-out';
}

export function refactorFormOf(capabilities: ClientCapabilities | undefined, edits: EditForm): RefactorForm {
  const isShown = capabilities?.textDocument?.codeAction?.disabledSupport === true;
  return { edits, impossible: isShown ? 'shown' : 'left-out' };
}

/**
 * The conversions of the table at the requested range, and of all tables of its report, when the user asks for actions. Among
 * others a client with our command gets one action, which asks which of them.
 */
export function refactorActions(
  { document, snapshot, translations }: AuditedDocument,
  { range, context }: CodeActionParams,
  form: RefactorForm,
  by: 'command' | 'edit',
): CodeAction[] {
  if (context.only !== undefined && !wants(context.only, tablesKind)) return [];
  // Each conversion is tried by reading its result: too much for every move of the cursor.
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const offered = conversions(snapshot, span);
  if (by === 'command' && context.only?.includes(tablesKind) !== true) {
    if (!offered.some(({ state }) => state === 'possible')) return [];
    const title = worded(phrase`转换表格的写法…`, translations);
    return [{ title, kind: tablesKind, command: { title, command: convertCommand, arguments: [document.uri, range] } }];
  }
  return offered.flatMap((conversion): CodeAction[] => {
    const title = worded(titles[conversion.scope][conversion.layout], translations);
    if (conversion.state === 'possible') {
      const edit = workspaceEdit(document, toTextEdits(document, conversion.edits), form.edits);
      return [{ title, kind: tablesKind, edit }];
    }
    if (form.impossible === 'left-out') return [];
    const reason = worded(phrase`不能转换：${conversion.why}`, translations);
    return [{ title, kind: tablesKind, disabled: { reason } }];
  });
}

const titles: Readonly<Record<Conversion['scope'], Readonly<Record<TargetLayout, Phrase>>>> = {
  table: {
    markdown: phrase`把此表转换为 Markdown 表格`,
    tsv: phrase`把此表转换为制表符分隔（可粘贴到 Excel）`,
    html: phrase`把此表转换为 HTML 表格（真正的合并单元格）`,
  },
  report: {
    markdown: phrase`把本报告全部表格转换为 Markdown 表格`,
    tsv: phrase`把本报告全部表格转换为制表符分隔（可粘贴到 Excel）`,
    html: phrase`把本报告全部表格转换为 HTML 表格（真正的合并单元格）`,
  },
};
