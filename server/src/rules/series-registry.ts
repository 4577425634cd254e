/** The rules over many reports, in the order in which they are listed and documented. */
import { carryOverMismatch } from './series/carry-over-mismatch';
import { copiedFigures } from './series/copied-figures';
import { copiedText } from './series/copied-text';
import { documentStockMismatch } from './series/document-stock-mismatch';
import { duplicateReport } from './series/duplicate-report';
import { missingReport } from './series/missing-report';
import { rollUpMismatch } from './series/roll-up-mismatch';
import { unlistedBody } from './series/unlisted-body';
import type { SeriesRule } from './series-rule';

export const seriesRules: readonly SeriesRule[] = [
  carryOverMismatch,
  documentStockMismatch,
  rollUpMismatch,
  duplicateReport,
  copiedFigures,
  missingReport,
  unlistedBody,
  copiedText,
];
