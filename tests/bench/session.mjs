// One open document in one server: edits it, waits for its diagnostics, and knows which findings should be there.

/** Opens `document` in `client`; every method resolves to the milliseconds that the diagnostics took. */
export function sessionOf(client, document, uri = 'file:///bench/report.txt') {
  let version = 1;
  let previousResultId;
  let items = [];

  const receive = (answer) => {
    if (answer.kind !== 'unchanged') items = answer.items;
    previousResultId = answer.resultId;
    return answer;
  };
  const textDocument = () => ({ uri, version });

  return {
    open: async (text = document.text) => {
      const params = { textDocument: { uri, languageId: 'disclosure-report', version, text } };
      return receive(await client.diagnosticsAfter({ method: 'textDocument/didOpen', params }, { uri, version }));
    },
    edit: async (contentChange) => {
      version += 1;
      const params = { textDocument: textDocument(), contentChanges: [contentChange] };
      const wanted = { uri, version, previousResultId };
      return receive(await client.diagnosticsAfter({ method: 'textDocument/didChange', params }, wanted));
    },
    close: () => client.notify('textDocument/didClose', { textDocument: { uri } }),
    /** The diagnostics that hold now. */
    items: () => items,
  };
}

/** Inserts `text` at `character` of the site's line, or deletes `length` characters there. */
export function insertion({ line, character }, text) {
  return { range: { start: { line, character }, end: { line, character } }, text };
}

export function deletion({ line, character }, length = 1) {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text: '' };
}

/**
 * The findings about broken figures that name the cell at `site`, at it or as a related place. `added`: how many digits
 * were put into it.
 */
export function findingsAt(items, { line, character, digits }, added) {
  const last = character + digits + added;
  const touches = ({ start, end }) =>
    (start.line < line || (start.line === line && start.character < last)) &&
    (end.line > line || (end.line === line && end.character > character));
  return items.filter(
    ({ code, range, relatedInformation = [] }) =>
      String(code).startsWith('relation/') &&
      (touches(range) || relatedInformation.some(({ location }) => touches(location.range))),
  );
}
