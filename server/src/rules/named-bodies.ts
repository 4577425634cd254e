/** The bodies that a report names besides its title, and which of them are not the title's. */
import type { RelatedPlace } from '../findings/finding';
import type { Report } from '../report/report';
import { mayBeOneBody } from '../report/title/same-body';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { phrase } from '../text/wording';

export interface NamedBody {
  readonly where: Wording;
  readonly text: string;
  readonly span: Span;
}

const places = { preface: phrase`前言`, overview: phrase`总体情况的开头` } as const;

function namedBodies({ prose: { bodies, signature } }: Report): readonly NamedBody[] {
  return [
    ...bodies.map(({ place, text, span }) => ({ where: places[place], text, span })),
    ...(signature.issuer === null ? [] : [{ where: phrase`落款`, ...signature.issuer }]),
  ];
}

/** Those that are not the title's body, in the order of the text; none where the title names no body. */
export function otherBodies(report: Report): readonly NamedBody[] {
  const titled = report.title?.issuer;
  if (titled == null) return [];
  return namedBodies(report).filter(({ text }) => !mayBeOneBody(titled.text, text));
}

/** Whether every other place names another body than the title. */
export function isTitleAlone(report: Report): boolean {
  const others = otherBodies(report);
  return others.length > 0 && others.length === namedBodies(report).length;
}

export function placesOfBodies(bodies: readonly NamedBody[]): readonly RelatedPlace[] {
  return bodies.map(({ where, text, span }) => ({ span, message: phrase`${where}：${text}` }));
}
