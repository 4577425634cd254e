/** Requests for code actions: quick fixes, waivers, the fix-all action. */
import { actionTrim } from './accepted';
import { codeActionKinds, codeActions, editFormOf } from './code-actions';
import { answering } from './guard';
import type { Service, Session } from './session';
import { waiveActions, waives } from './waive-actions';

export const codeActionService: Service = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds } }),
  serve,
};

function serve({ connection, params, documents, policies, pages }: Session): void {
  const form = editFormOf(params.capabilities);
  const trim = actionTrim(params.capabilities);
  const offersWaivers = waives(params);
  connection.onCodeAction(
    answering(connection)('textDocument/codeAction', [], async (request) => {
      const { uri } = request.textDocument;
      const policy = offersWaivers ? await policies.fileFor(uri) : undefined;
      const audited = await documents.audited(uri);
      if (audited === null) return [];
      const actions = codeActions(audited, request, form, pages);
      const waivers = policy === undefined ? [] : waiveActions(audited, request, policy, pages);
      return [...actions, ...waivers].map(trim);
    }),
  );
}
