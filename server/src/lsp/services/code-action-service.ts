/** Requests for code actions: quick fixes, waivers, computed totals, conversions, the fix-all action. */
import type { CodeAction } from 'vscode-languageserver';
import { answering } from '../guard';
import type { Service, Session } from '../session';
import { computeCommand } from '../wire/figures-protocol';
import { convertCommand, goToCommand, revokeCommand, waiveCommand } from '../wire/protocol';
import { actionTrim } from './accepted';
import { cellActions } from './cell-actions';
import { hasCommand } from './client-commands';
import { codeActionKinds, codeActions, resolvedAction } from './code-actions';
import { editFormOf } from './edit-form';
import { convertKind, refactorActions, refactorFormOf } from './refactor-actions';
import { totalsActions } from './totals-actions';
import { revokeActions, waiveActions } from './waive-actions';

export const codeActionService: Service = {
  capabilities: ({ capabilities }) => ({
    codeActionProvider: {
      codeActionKinds: [...codeActionKinds, convertKind],
      ...(editFormOf(capabilities).lazy ? { resolveProvider: true } : {}),
    },
  }),
  serve,
};

function serve({ connection, params, documents, policies, pages }: Session): void {
  const form = editFormOf(params.capabilities);
  const refactorForm = refactorFormOf(params.capabilities, form);
  const trim = actionTrim(params.capabilities);
  const offersWaivers = hasCommand(params, waiveCommand);
  const computesBy = hasCommand(params, computeCommand) ? 'command' : 'edit';
  const goesToCells = hasCommand(params, goToCommand);
  const convertsBy = hasCommand(params, convertCommand) ? 'command' : 'edit';
  const revokes = hasCommand(params, revokeCommand);
  connection.onCodeAction(
    answering(connection)('textDocument/codeAction', [], async (request) => {
      const { uri } = request.textDocument;
      const policy = offersWaivers || revokes ? await policies.fileFor(uri) : undefined;
      const audited = await documents.audited(uri);
      if (audited === null) return [];
      const actions = [
        ...codeActions(audited, request, form, pages),
        ...(goesToCells ? cellActions(audited, request, pages) : []),
        ...totalsActions(audited, request, form, computesBy),
        ...refactorActions(audited, request, refactorForm, convertsBy),
      ];
      if (policy === undefined) return actions.map(trim);
      const waivers = offersWaivers ? waiveActions(audited, request, policy, pages) : [];
      const revocations = revokes ? revokeActions(audited, request, policy, pages) : [];
      return [...actions, ...revocations, ...waivers].map(trim);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answering(connection)('codeAction/resolve', action, async (asked: CodeAction) => {
      const uri = (asked.data as { readonly uri?: unknown } | undefined)?.uri;
      const audited = typeof uri === 'string' ? await documents.audited(uri) : null;
      return audited === null ? asked : resolvedAction(audited, asked, form);
    })(action, token),
  );
}
