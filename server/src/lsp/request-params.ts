/** The form that the params of each message must have, as far as the server reads them. */
import { formatNames } from '../output/format-names';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

/** What is wrong with a message's params, in a few words; `undefined` where nothing is, or nothing is known of the method. */
export function flawOf(method: string, params: unknown): string | undefined {
  const fields = known[method] ?? (method.startsWith('textDocument/') ? ofDocument : undefined);
  if (fields === undefined) return undefined;
  if (!isObject(params)) return `${method}: params must be an object`;
  const flawed = Object.keys(fields).find((name) => fields[name]?.(params[name]) !== true);
  return flawed === undefined ? undefined : `${method}: ${flawed} is missing or of another form`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText: Check = (value) => typeof value === 'string';
/** Editors send very great numbers for the end of a line. */
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const object =
  (fields: Fields): Check =>
  (value) =>
    isObject(value) && Object.keys(fields).every((name) => fields[name]?.(value[name]) === true);
const listOf =
  (isItem: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(isItem);
const optional =
  (isGiven: Check): Check =>
  (value) =>
    value === undefined || value === null || isGiven(value);

const isPosition = object({ line: isCount, character: isCount });
const isRange = object({ start: isPosition, end: isPosition });

const ofDocument: Fields = { textDocument: object({ uri: isText }) };
const atPosition: Fields = { ...ofDocument, position: isPosition };
const overRange: Fields = { ...ofDocument, range: isRange };
const ofUri: Fields = { uri: isText };
const ofUriObject = object(ofUri);

const atPositions = [
  'hover',
  'completion',
  'definition',
  'declaration',
  'typeDefinition',
  'implementation',
  'references',
  'documentHighlight',
  'prepareRename',
  'prepareCallHierarchy',
];

const known: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(atPositions.map((name) => [`textDocument/${name}`, atPosition])),
  'textDocument/rename': { ...atPosition, newName: isText },
  'textDocument/inlayHint': overRange,
  'textDocument/rangeFormatting': overRange,
  'textDocument/semanticTokens/range': overRange,
  'textDocument/codeAction': {
    ...overRange,
    context: object({ diagnostics: listOf(object({ range: isRange })), only: optional(listOf(isText)) }),
  },
  'textDocument/selectionRange': { ...ofDocument, positions: listOf(isPosition) },
  'callHierarchy/outgoingCalls': { item: ofUriObject },
  'callHierarchy/incomingCalls': { item: ofUriObject },
  'workspace/symbol': { query: isText },
  'codeAction/resolve': { title: isText },
  'disclosureAudit/results': ofUri,
  'disclosureAudit/resultFixes': { ...ofUri, fingerprint: isText, start: isPosition },
  'disclosureAudit/figureAt': { ...ofUri, position: isPosition },
  'disclosureAudit/computedTotals': { ...ofUri, position: isPosition, scope: isText },
  'disclosureAudit/preview': ofUri,
  'disclosureAudit/auditFolder': { folders: listOf(isText) },
  'disclosureAudit/exportFolder': { format: (value) => formatNames.some((name) => name === value), target: isText },
  'disclosureAudit/folderTable': { since: isCount },
  'disclosureAudit/refusal': ofUri,
  'disclosureAudit/auditAsReport': ofUri,
  'textDocument/didOpen': {
    textDocument: object({ uri: isText, languageId: isText, version: Number.isInteger, text: isText }),
  },
  'textDocument/didChange': {
    textDocument: object({ uri: isText, version: Number.isInteger }),
    contentChanges: listOf(object({ text: isText, range: optional(isRange) })),
  },
  'workspace/didChangeConfiguration': {},
  'workspace/didChangeWatchedFiles': { changes: listOf(object({ uri: isText })) },
  'workspace/didChangeWorkspaceFolders': {
    event: object({ added: listOf(object({ uri: isText })), removed: listOf(object({ uri: isText })) }),
  },
  '$/setTrace': { value: isText },
  '$/cancelRequest': { id: (id) => isText(id) || Number.isInteger(id) },
};
