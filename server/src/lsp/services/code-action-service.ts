/** Requests for code actions: quick fixes, waivers, computed totals, conversions, the fix-all action. */
import type { CodeAction, InitializeParams } from 'vscode-languageserver';
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
import { seriesWaivers } from './series-waivers';
import { totalsActions } from './totals-actions';
import { isWaiver, resolvedWaiver, resolvesCommands, revokeActions, waiveActions } from './waive-actions';

export const codeActionService: Service = {
  capabilities: (params) => ({
    codeActionProvider: {
      codeActionKinds: [...codeActionKinds, convertKind],
      ...(editFormOf(params.capabilities).lazy || waivesLater(params) ? { resolveProvider: true } : {}),
    },
  }),
  serve,
};

function waivesLater(params: InitializeParams): boolean {
  return hasCommand(params, waiveCommand) && resolvesCommands(params.capabilities);
}

function serve(session: Session): void {
  const { connection, params, documents, policies, pages } = session;
  const form = editFormOf(params.capabilities);
  const refactorForm = refactorFormOf(params.capabilities, form);
  const trim = actionTrim(params.capabilities);
  const offersWaivers = hasCommand(params, waiveCommand);
  const waiverForm = waivesLater(params) ? 'lazy' : 'complete';
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
      const waivers = offersWaivers ? waiveActions(audited, request, policy, pages, waiverForm) : [];
      const revocations = revokes ? revokeActions(audited, request, policy, pages) : [];
      const beside = offersWaivers ? seriesWaivers(session, audited, request, policy) : [];
      return [...actions, ...revocations, ...waivers, ...beside].map(trim);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answering(connection)('codeAction/resolve', action, async (asked: CodeAction) => {
      const { data } = asked;
      const uri = (data as { readonly uri?: unknown } | null | undefined)?.uri;
      if (typeof uri !== 'string') return asked;
      const policy = isWaiver(data) ? await policies.fileFor(uri) : undefined;
      const audited = await documents.audited(uri);
      if (audited === null) return asked;
      if (!isWaiver(data)) return resolvedAction(audited, asked, form);
      return policy === undefined ? asked : resolvedWaiver(audited, asked, data, policy);
    })(action, token),
  );
}
