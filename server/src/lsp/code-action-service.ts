/** Requests for code actions: quick fixes, waivers, conversions, the fix-all action. */
import { codeActionKinds, codeActions, editFormOf } from './code-actions';
import { answering } from './guard';
import { convertKind, refactorActions, refactorFormOf } from './refactor-actions';
import type { Service, Session } from './session';
import { waiveActions, waives } from './waive-actions';

export const codeActionService: Service = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [...codeActionKinds, convertKind] } }),
  serve,
};

function serve({ connection, params, documents, policies, pages }: Session): void {
  const form = editFormOf(params.capabilities);
  const refactorForm = refactorFormOf(params.capabilities, form);
  const offersWaivers = waives(params);
  connection.onCodeAction(
    answering(connection)('textDocument/codeAction', [], async (request) => {
      const { uri } = request.textDocument;
      const policy = offersWaivers ? await policies.fileFor(uri) : undefined;
      const audited = await documents.audited(uri);
      if (audited === null) return [];
      const actions = [
        ...codeActions(audited, request, form, pages),
        ...refactorActions(audited, request, refactorForm),
      ];
      return policy === undefined ? actions : [...actions, ...waiveActions(audited, request, policy, pages)];
    }),
  );
}
