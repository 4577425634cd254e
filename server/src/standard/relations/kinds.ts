/** All kinds of relation, in the order in which they are listed and documented. */
import type { RelationKind } from '../edition';
import { applicantTotal } from './applicant-total';
import { caseTotal } from './case-total';
import { dispositionTotal } from './disposition-total';
import { documentStock } from './document-stock';
import { requestBalance } from './request-balance';

export const relationKinds: readonly RelationKind[] = [
  requestBalance,
  dispositionTotal,
  applicantTotal,
  caseTotal,
  documentStock,
];
