/** Renaming the body or the year of a report, throughout that report and nowhere else. */
import { firstYear } from '../../standard/editions';
import { halfWidthDigits } from '../../text/digits';
import type { Edit, Span } from '../../text/span';
import { shiftEdits, shiftSpan } from '../../text/span';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Snapshot } from '../../workspace/snapshot';
import type { ReadPlace } from '../locate';
import { readPlaces } from '../locate';
import { bodyEdits, bodyPlaces } from './body-places';
import type { NamePlace } from './name-places';
import { yearEdits, yearPlaces } from './year-places';

/** What can be renamed at a place; `span` counts from the document's start. */
interface RenameTarget {
  readonly state: 'target';
  readonly kind: 'body' | 'year';
  /** Without the white space that may part its characters. */
  readonly name: string;
  readonly span: Span;
}

export interface RenameRefusal {
  readonly state: 'refused';
  readonly why: Wording;
}

/** Edits count from the document's start. */
interface Renaming {
  readonly state: 'renamed';
  readonly edits: readonly Edit[];
}

const nothingHere = phrase`这里不能重命名：请把光标放在本机关全称或者报告年份上`;
const wrongYear = phrase`年份应是四位数字，不早于${String(firstYear)}年`;
const wrongBody = phrase`机关名称应有两个字以上，不能换行，也不能含有年份、竖线和尖括号`;

/** The body's name or the year that stands at `offset`. */
export function renameTarget(snapshot: Snapshot, offset: number): RenameTarget | RenameRefusal {
  const found = targetAt(snapshot, offset);
  if (found === undefined) return refusedRename(nothingHere);
  const { kind, name, place, spot } = found;
  return { state: 'target', kind, name, span: shiftSpan(spot, place.start) };
}

/** The edits that rename what stands at `offset`. */
export function rename(snapshot: Snapshot, offset: number, newName: string): Renaming | RenameRefusal {
  const found = targetAt(snapshot, offset);
  if (found === undefined) return refusedRename(nothingHere);
  const wanted = newName.trim();
  const { report, start } = found.place;
  if (found.kind === 'year') {
    const year = yearFrom(wanted);
    return year === undefined ? refusedRename(wrongYear) : renamingAt(yearEdits(report, year), start);
  }
  return isBodyName(wanted) ? renamingAt(bodyEdits(report, wanted), start) : refusedRename(wrongBody);
}

interface FoundName {
  readonly kind: RenameTarget['kind'];
  readonly name: string;
  readonly place: ReadPlace;
  readonly spot: NamePlace;
}

/** Where the body's name and the year touch, the one that begins there. */
function targetAt(snapshot: Snapshot, offset: number): FoundName | undefined {
  const place = readPlaces(snapshot).findLast(({ start, end }) => start <= offset && offset <= end);
  if (place === undefined) return undefined;
  const local = offset - place.start;
  const touching = (spots: readonly NamePlace[]) => spots.filter(({ start, end }) => start <= local && local <= end);
  const all = [
    ...touching(bodyPlaces(place.report)).map((spot) => ({ kind: 'body' as const, spot })),
    ...touching(yearPlaces(place.report)).map((spot) => ({ kind: 'year' as const, spot })),
  ];
  const best = all.find(({ spot }) => local < spot.end) ?? all[0];
  return best && { ...best, name: best.spot.name, place };
}

function yearFrom(text: string): number | undefined {
  const half = halfWidthDigits(text).replace(/年$/, '');
  if (!/^[0-9]{4}$/.test(half)) return undefined;
  const year = Number(half);
  return year >= firstYear && year <= 2100 ? year : undefined;
}

function isBodyName(name: string): boolean {
  return name.length >= 2 && name.length <= 60 && !/[\r\n\t|｜<>]|[0-9０-９]{4}年/.test(name);
}

function renamingAt(edits: readonly Edit[], distance: number): Renaming {
  const shifted = shiftEdits(edits, distance);
  return { state: 'renamed', edits: [...shifted].sort((a, b) => a.span.start - b.span.start) };
}

function refusedRename(why: Wording): RenameRefusal {
  return { state: 'refused', why };
}
