#!/usr/bin/env node
// Stands in for the server and writes down the `initialize` parameters that an editor sends, without the traces of the
// machine (see tests/lsp/initialize/): DISCLOSURE_AUDIT_RECORD=<file> node record.mjs --stdio | --node-ipc
import { writeFileSync } from 'node:fs';

const folder = 'file:///work';

function record({ method, params }) {
  if (method !== 'initialize') return;
  const { initializationOptions: options } = params;
  const kept = {
    ...params,
    processId: null,
    rootUri: params.rootUri && folder,
    ...(params.rootPath && { rootPath: '/work' }),
    ...(params.workspaceFolders && { workspaceFolders: [{ uri: folder, name: 'work' }] }),
    ...(options?.extensionUri && { initializationOptions: { ...options, extensionUri: 'file:///extension' } }),
  };
  writeFileSync(process.env.DISCLOSURE_AUDIT_RECORD, `${JSON.stringify(kept, null, 2)}\n`);
}

function readMessages(receive) {
  let bytes = Buffer.alloc(0);
  process.stdin.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    const header = /^Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/i.exec(bytes.toString('latin1'));
    if (header === null) return;
    const end = header[0].length + Number(header[1]);
    if (bytes.length < end) return;
    receive(JSON.parse(bytes.subarray(header[0].length, end).toString('utf8')));
    process.exit(0);
  });
}

if (process.argv.includes('--stdio')) readMessages(record);
else process.on('message', record);
