/** What is written twice, for newer programs and for older ones: one of both. */
import type { XmlElement } from '../xml';
import { attributeOf, childOf, childrenOf } from '../xml';

/** What is known here, by the prefixes that all programs use. */
const known = /^(?:wp[scgi]|wp14|w1[45]|a14|v|cx[0-9]?)$/;

export function chosenOf(element: XmlElement): XmlElement | undefined {
  return (
    childrenOf(element, 'mc:Choice').find((choice) => isUnderstood(attributeOf(choice.attributes, 'Requires'))) ??
    childOf(element, 'mc:Fallback')
  );
}

export function isUnderstood(required: string | undefined): boolean {
  return (required ?? '').split(' ').every((prefix) => prefix === '' || known.test(prefix));
}
