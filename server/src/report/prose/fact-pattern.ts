/** What a phrasing of a fact is. */

import type { FactSubject } from '../report';
import type { Detail } from './fact-detail';

/** What the count of a phrase may stand for; the detail of a statement says which of its kind. See fact-cells.ts. */
export type Meaning =
  | 'received'
  | 'handled'
  /** Received and carried in together. */
  | 'in-all'
  /** 依申请公开政府信息0件: none received, or none disclosed. */
  | 'disclosed-on-request'
  /** 依申请公开信息数3件: received, dealt with, closed, or disclosed. */
  | 'dealt-with'
  | 'carried-in'
  | 'closed'
  | 'carried-out'
  /** Results of requests; detail: groups, a row, or what is vague. */
  | 'disposition'
  /** All results but the detail's. */
  | 'other-dispositions'
  /** Requests by who made them; detail: applicants. */
  | 'applicant'
  /** All applicants but the detail's. */
  | 'other-applicants'
  /** Cases; detail: their groups. */
  | 'cases'
  /** Cases by outcome; detail: groups and outcomes. */
  | 'outcome'
  /** Documents and decisions of table two; detail: figures. */
  | 'disclosure'
  /** 信息处理费, in 元; stands in no table. */
  | 'information-fee';

/** What a phrase was found in. */
export interface PhraseContext {
  /** The sentence up to the phrase. */
  readonly before: string;
  /** The sentence. */
  readonly sentence: string;
  /** The sentences before in the same paragraph; empty where there is none. */
  readonly previous: string;
}

/** `undefined`: the phrase states nothing. */
export type DetailOf = (match: RegExpExecArray, context: PhraseContext) => Detail | undefined;

export interface FactPattern {
  readonly subjects: readonly FactSubject[];
  readonly meaning: Meaning;
  /** A word that every match holds, or several of which it holds one; other sentences are not searched. */
  readonly key: string | readonly string[];
  /** With flag `g`. The figure is the group `n` (or `m`), which stands within the match. */
  readonly pattern: RegExp;
  /** The phrase itself says none. */
  readonly negation?: true;
  /** The figure counts in another statement as well: 收到1件，为本机关不掌握的信息. */
  readonly shared?: true;
  /** The figure is but part of what the cells count: 1件属于已主动公开事项. */
  readonly atLeast?: true;
  /** None follows from the phrase, which speaks of the others (均已办结: nothing carried over). */
  readonly implied?: true;
  /** Words which, in the same clause, mean that something else is spoken of. */
  readonly unless?: RegExp;
  /** The same, in the clause up to the end of the phrase. */
  readonly unlessUpTo?: RegExp;
  /** The same, anywhere in the sentence. */
  readonly unlessSentence?: RegExp;
  /** The same, in the sentence before the phrase. */
  readonly unlessBefore?: RegExp;
  /** The same, anywhere in the paragraph. */
  readonly unlessParagraph?: RegExp;
  /** Words of which the sentence must hold one. */
  readonly sentence?: RegExp;
  /** What the sentence or those shortly before it must hold. */
  readonly near?: RegExp;
  /** Tells the detail, or that the phrase states nothing. Without a function every match has the same. */
  readonly detail?: Detail | DetailOf;
}
