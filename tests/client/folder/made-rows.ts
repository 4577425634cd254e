/** Rows of a folder's table as the server sends them. */
import { type Row, rowsOf } from '../../../client/webview/folder/rows';
import type { FolderRow, Severity } from '../../../server/src/lsp/wire/folder-protocol';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

export function finding(rule: string, severity: Severity, message = rule) {
  return { rule, severity, message, range: place };
}

export function row(given: Partial<FolderRow> & { readonly path: string }): Row {
  const whole: FolderRow = {
    index: 0,
    state: 'audited',
    reason: null,
    issuer: '清溪镇人民政府',
    body: given.issuer ?? '清溪镇',
    level: 'township',
    year: 2023,
    relations: { holds: 42, broken: 0, notAssessable: 0, unfilled: 0 },
    findings: [],
    ...given,
  };
  const [made] = rowsOf({ uri: `file:///${given.path}`, key: `file:///${given.path}`, rows: [whole] });
  return made as Row;
}
