/** What a file's bytes were taken in as. */
import type { Wording } from '../text/wording';
import type { OfficeDocument } from './document';
import type { DocumentTree } from './document-tree';

export type TakenIn = Readable | { readonly kind: 'refused'; readonly reason: Wording };

/** What can be audited. */
export type Readable =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'document'; readonly document: OfficeDocument; readonly read: DocumentTree };
