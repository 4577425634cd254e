/** The readers of formats that are no text, each loaded when a file needs it. */
import type { Readers } from './take-in';

export const readers: Readers = {
  office: () => import('./read-office'),
  pdf: () => import('./pdf/read-pdf'),
};
