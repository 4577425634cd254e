/** Dates of spreadsheets, which are numbers of days. */

/** Which day is the first: old files of the Mac count from 1904. */
export type Calendar = '1900' | '1904';

const day = 86_400_000;
/** The last day that a spreadsheet knows: December 31, 9999. */
const lastDay = 2_958_465;

/** `undefined` for what is no date. */
export function showDate(value: number, format: string, calendar: Calendar): string | undefined {
  if (!(value >= 0 && value <= lastDay)) return undefined;
  const moment = momentOf(value, calendar);
  const code = /\[\$-f800\]/i.test(format) ? longDate : format;
  return spelledOut(code, moment) ?? plain(moment, value);
}

const longDate = 'yyyy"年"m"月"d"日"';

/** A day in 1900 that never was, February 29, counts for the spreadsheet. */
function momentOf(value: number, calendar: Calendar): Date {
  const first = calendar === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
  // To the second: a time of day is no exact number.
  return new Date(first + Math.round((value * day) / 1000) * 1000);
}

function plain(moment: Date, value: number): string {
  const text = moment.toISOString();
  if (value < 1) return text.slice(11, 19);
  return Number.isInteger(value) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

const piece =
  /"([^"]{0,255})"|\\(.)|[_*].|\[[^\]]{0,255}\]|(y{1,9}|e{1,9}|m{1,9}|d{1,9}|h{1,9}|s{1,9}|am\/pm|上午\/下午|[a-z])|(.)/giu;

/** As `format` says; `undefined` where it has names of months, or what is not known here. */
function spelledOut(format: string, moment: Date): string | undefined {
  const pieces = [...format.matchAll(piece)];
  const codes = pieces.map((found) => found[3]?.toLowerCase());
  const hasHalves = codes.some((code) => code?.includes('/'));
  let text = '';
  for (const [index, [whole = '', quoted, escaped, , other]] of pieces.entries()) {
    const code = codes[index];
    if (code === undefined) {
      text += quoted ?? escaped ?? other ?? '';
      if (/^\[[hms]{1,9}\]$/i.test(whole)) return undefined;
      continue;
    }
    const shown =
      code.startsWith('m') && isMinute(codes, index) ? minutes(code, moment) : show(code, moment, hasHalves);
    if (shown === undefined) return undefined;
    text += shown;
  }
  return text.trim();
}

/** `m` next to hours or seconds. */
function isMinute(codes: readonly (string | undefined)[], index: number): boolean {
  const before = codes.slice(0, index).findLast((code) => code !== undefined);
  const after = codes.slice(index + 1).find((code) => code !== undefined);
  return before?.startsWith('h') === true || after?.startsWith('s') === true;
}

function minutes(code: string, moment: Date): string {
  return padded(moment.getUTCMinutes(), code);
}

function show(code: string, moment: Date, hasHalves: boolean): string | undefined {
  const hours = moment.getUTCHours();
  if (code.includes('/')) return code === 'am/pm' ? (hours < 12 ? 'AM' : 'PM') : hours < 12 ? '上午' : '下午';
  if (code.length > 4 || ('md'.includes(code.charAt(0)) && code.length > 2)) return undefined;
  switch (code.charAt(0)) {
    case 'y':
      return code.length > 2 ? String(moment.getUTCFullYear()) : String(moment.getUTCFullYear() % 100).padStart(2, '0');
    case 'e':
      return String(moment.getUTCFullYear());
    case 'm':
      return padded(moment.getUTCMonth() + 1, code);
    case 'd':
      return padded(moment.getUTCDate(), code);
    case 'h':
      return padded(hasHalves ? hours % 12 || 12 : hours, code);
    case 's':
      return padded(moment.getUTCSeconds(), code);
    default:
      return undefined;
  }
}

function padded(value: number, code: string): string {
  return String(value).padStart(Math.min(2, code.length), '0');
}
