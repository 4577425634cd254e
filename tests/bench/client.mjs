// A minimal language client. It notes when an answer has arrived before it looks into it.
import { connect } from './connection.mjs';

/** What an editor answers that has no settings of its own: the defaults. */
const defaultSettings = { enable: true, edition: 'auto', rules: {} };

const answers = {
  'workspace/configuration': ({ items }) => items.map(() => defaultSettings),
};

function capabilitiesOf(mode) {
  return {
    general: { positionEncodings: ['utf-16'] },
    workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        codeDescriptionSupport: true,
        dataSupport: true,
      },
      ...(mode === 'pull' ? { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } } : {}),
    },
  };
}

const pushKey = (uri, version) => `${uri}@${version}`;

/**
 * Starts `node ...args` and speaks the protocol with it. `mode` is `pull` or `push`: how the client wants diagnostics;
 * `editor`: what an editor says of itself at the start, instead.
 */
export function startClient(name, args, mode, editor = { capabilities: capabilitiesOf(mode) }) {
  const server = connect(name, args, (message, at) => {
    const { id, method, params } = message;
    if (method === 'textDocument/publishDiagnostics')
      server.settle(pushKey(params.uri, params.version), { at, params });
    else if (id !== undefined) server.send({ id, result: answers[method]?.(params) ?? null });
  });

  const pull = async (notification, { uri, previousResultId }) => {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    const { sentAt, arrival } = server.request('textDocument/diagnostic', params, notification);
    const { at, result } = await arrival;
    return { took: at - sentAt, at, ...result };
  };
  const awaitPush = async (notification, { uri, version }) => {
    const arrival = server.expect(pushKey(uri, version), `the diagnostics of version ${version} of ${uri}`);
    const sentAt = server.send(notification);
    const { at, params } = await arrival;
    return { took: at - sentAt, at, kind: 'full', items: params.diagnostics };
  };

  return {
    initialize: async () => {
      const params = {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        ...editor,
      };
      await server.request('initialize', params).arrival;
      server.send({ method: 'initialized', params: {} });
    },
    /** Sends one notification about a document and waits for the diagnostics of that version. */
    diagnosticsAfter: mode === 'pull' ? pull : awaitPush,
    notify: (method, params) => server.send({ method, params }),
    /** Sends all `requests` at once, after `before`; gives the time of sending and the promises of the answers. */
    ask: (requests, ...before) => {
      const asked = requests.map(({ method, params }, index) =>
        server.request(method, params, ...(index === 0 ? before : [])),
      );
      return { sentAt: asked[0].sentAt, arrivals: asked.map(({ arrival }) => arrival) };
    },
    stop: server.stop,
    kill: server.kill,
  };
}
