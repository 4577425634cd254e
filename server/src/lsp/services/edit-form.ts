/** How edits are sent: what the client can check, confirm, fill in, and fetch later. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { snippetEscaped } from '../../features/completion/insertion';
import type { TabStops } from '../../features/problems/figure-edits';
import type { Edit } from '../../text/span';
import { states } from './client-commands';
import { toRange, toTextEdits } from './to-protocol';

export interface EditForm {
  /** With the document's version, so that an outdated edit is refused. */
  readonly versioned: boolean;
  /** Edits can say what they do, and ask before they do it. */
  readonly annotated: boolean;
  /** Edits can have places to be filled in one after the other. */
  readonly snippets: boolean;
  /** An action can be sent without its edit, which is asked for when the action is chosen. */
  readonly lazy: boolean;
}

/** What the client declares. Annotations and snippets exist only within versioned edits. */
export function editFormOf(capabilities: ClientCapabilities | undefined): EditForm {
  const edits = capabilities?.workspace?.workspaceEdit;
  const actions = capabilities?.textDocument?.codeAction;
  const versioned = edits?.documentChanges === true;
  return {
    versioned,
    annotated: versioned && edits?.changeAnnotationSupport !== undefined,
    snippets: versioned && edits?.snippetEditSupport === true,
    lazy: actions?.dataSupport === true && states(actions.resolveSupport?.properties, 'edit'),
  };
}

/** What the user reads of an edit before it is made. */
export interface Annotation extends ChangeAnnotation {
  readonly needsConfirmation: boolean;
}

/** Plain edits of one document. */
export function workspaceEdit(document: TextDocument, edits: TextEdit[], form: EditForm): WorkspaceEdit {
  const { uri, version } = document;
  return form.versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** What an edit may carry besides its text; used as far as the client can. */
export interface Extras {
  readonly annotation?: Annotation;
  /** Beside each edit. */
  readonly stops?: readonly TabStops[];
}

const annotationId = 'figures';

/** Edits of one document with all that the client has a use for. */
export function richEdit(
  document: TextDocument,
  edits: readonly Edit[],
  form: EditForm,
  { annotation, stops }: Extras,
): WorkspaceEdit {
  if (!form.versioned) return workspaceEdit(document, toTextEdits(document, edits), form);
  const noted = form.annotated && annotation !== undefined;
  const { uri, version } = document;
  const sent = edits.map((edit, i): TextEdit | AnnotatedTextEdit | SnippetTextEdit => {
    const range = toRange(document, edit.span);
    const own = form.snippets ? (stops?.[i] ?? []) : [];
    const mark = noted ? { annotationId } : {};
    return own.length > 0 && keepsIndentation(edit.newText)
      ? { range, snippet: { kind: 'snippet', value: snippetOf(edit.newText, own) }, ...mark }
      : { range, newText: edit.newText, ...mark };
  });
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: sent }],
    ...(noted ? { changeAnnotations: { [annotationId]: annotation } } : {}),
  };
}

/** Editors fit the white space that a snippet's lines begin with to their own settings; in tables it parts the cells. */
function keepsIndentation(text: string): boolean {
  return !/^[\t ]/m.test(text);
}

/** `text` as a snippet whose tab stops are its blanks, the last one being where the cursor ends. */
function snippetOf(text: string, stops: TabStops): string {
  let result = '';
  let position = 0;
  stops.forEach(({ start, end }, i) => {
    const blank = snippetEscaped(text.slice(start, end));
    result += `${snippetEscaped(text.slice(position, start))}\${${i + 1}${blank === '' ? '' : `:${blank}`}}`;
    position = end;
  });
  return result + snippetEscaped(text.slice(position));
}
