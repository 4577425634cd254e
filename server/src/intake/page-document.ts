/** A page's text as a document, so that its markup is left behind. */
import type { Intake } from './document';
import { documentTree } from './document-tree';
import type { Readable } from './taken-in';

const pageStart = /^\s{0,999}<(?:!doctype html|html|head|body|meta|table|div|p)\b/i;

/** Whether a text begins as a page does. */
export function isPage(text: string): boolean {
  return pageStart.test(text);
}

/** `null` where it was refused. */
export function pageDocument(intake: Intake): Extract<Readable, { readonly kind: 'document' }> | null {
  return intake.ok ? { kind: 'document', document: intake.document, read: documentTree(intake.document) } : null;
}

export function holdsTable({ document }: Extract<Readable, { readonly kind: 'document' }>): boolean {
  return document.blocks.some(({ kind }) => kind === 'grid');
}
