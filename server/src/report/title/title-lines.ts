/** The lines in which a title is looked for: what is seen between line ends, tabs and table bars, without white space. */
import { isLineEnd } from '../../text/characters';
import { breakAfterCode, breakBeforeCode, isUnseen, unseenCode } from '../../text/seen';
import { garbledName } from './title-words';

export interface TitleLine {
  /** Without white space, emphasis marks, a label before it (`标题：`, `:name:`), list marks, and the places before it on a path. */
  readonly text: string;
  /** Where each character of `text` stands. */
  readonly offsets: readonly number[];
  /** How many line ends stand before it. */
  readonly lineNumber: number;
  /** A path of the page (`首页 > 政务公开 > …`); `text` is its last place. */
  readonly isPath: boolean;
  /** A sentence of running text. */
  readonly isProse: boolean;
  /** Whether a title may end in it. */
  readonly mayEnd: boolean;
}

/** As much of a line as is read. */
const mostCharacters = 600;
/** Longer ones are prose or a menu, whatever they hold. */
const longestLine = 240;

/** Those of `view` before `limit` that are not empty. */
export function titleLines(view: string, limit = view.length, most = Number.POSITIVE_INFINITY): readonly TitleLine[] {
  const lines: TitleLine[] = [];
  let text = '';
  let offsets: number[] = [];
  let chunk = 0;
  let lineNumber = 0;
  let isSpaced = false;
  const finish = (): void => {
    if (text !== '') lines.push(titleLineOf(text, offsets, lineNumber, chunk));
    text = '';
    offsets = [];
    chunk = 0;
    isSpaced = false;
  };
  for (let i = 0; i < limit && lines.length < most; i++) {
    const code = view.charCodeAt(i);
    if (code === unseenCode) continue;
    if (endsTitleLine(code)) {
      finish();
      if (counts(view, i, code)) lineNumber++;
    } else if (isCellEnd(code)) finish();
    else if (isBlankCode(code)) isSpaced = true;
    else if (text.length < mostCharacters && !isMark(code)) {
      if (isSpaced) chunk = text.length;
      isSpaced = false;
      text += view.charAt(i);
      offsets.push(i);
    }
  }
  finish();
  return lines;
}

/** Whether a line end is one more: of a line feed behind a carriage return or a tag's own line end, one counts. */
function counts(view: string, at: number, code: number): boolean {
  if (code === breakBeforeCode) return false;
  const before = view.charCodeAt(at - 1);
  return code !== 10 || (before !== 13 && before !== breakAfterCode && before !== unseenCode);
}

function endsTitleLine(code: number): boolean {
  return isLineEnd(code) || isUnseen(code) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Tab and table bars. */
function isCellEnd(code: number): boolean {
  return code === 9 || code === 0x7c || code === 0xff5c || code === 0x2502;
}

/** White space and whatever else is not seen. */
function isBlankCode(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f);
}

/** `*`, `_`, `#`, and the backslash before any of them. */
function isMark(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x23 || code === 0x5c;
}

const listMark = /^(?:[>＞·•●▪◆■※→○○◇☆★-]+|[0-9]{1,2}[.．、](?![0-9]))/;
/** The number of a printed page, in its header: `Page 8 -`, `第 8 页 共 9 页`, `- 8 -`, `8/9`. */
const pageMark =
  /^(?:page\.?[0-9]{1,3}(?:of[0-9]{1,3})?|第[0-9]{1,3}页[，,/]?(?:共[0-9]{1,3}页)?|[-—–][0-9]{1,3}[-—–]|[0-9]{1,3}\/[0-9]{1,3}(?=[\u4e00-\u9fff]))[-—–:：]{0,40}/i;
const label =
  /^(?::?(?:name|title):?|\.\.rubric::|(?:文件|信息|内容|文章|公文)?(?:标题|名称|题名|主题))[：:]{0,9}["'“‘《]{0,9}|^(?:当前|您(?:现在|当前)?(?:所在)?)?的?位置[：:]{0,9}/i;
const innerLabel = /(?:标题|名称|题名)[：:]/g;
const colon = /[：:]/;
const navigation = /首页|位置[：:]/;
const separators = '>＞»›→/／';
const endWords = new RegExp(`报告|年报|^告$|${garbledName}$`);
/** A title whose line goes on with the preface or the first heading, as where a page has become one line. */
const titleBefore =
  /^([^，。；：]{4,70}?年度?报告)(?=一、|20[0-9]{2}年度?[，,]|本报告|本年度报告|本年报|根据|按照|依据|依照|为了|为贯彻)/;
const longestTitle = 90;

function titleLineOf(whole: string, places: readonly number[], lineNumber: number, chunk: number): TitleLine {
  const isLong = whole.length > longestLine;
  let from = isLong ? 0 : ((pageMark.exec(whole) ?? listMark.exec(whole))?.[0].length ?? 0);
  const isPath = !isLong && (navigation.test(whole) || hasSeparator(whole, from));
  if (isPath) from = Math.max(from, placeStart(whole, chunk));
  const inner = isLong || !colon.test(whole) ? undefined : [...whole.matchAll(innerLabel)].at(-1);
  if (inner !== undefined && inner.index > from) from = inner.index + inner[0].length;
  else from += isLong ? 0 : (label.exec(whole.slice(from))?.[0].length ?? 0);
  const text = whole.slice(
    from,
    from + (titleBefore.exec(whole.slice(from, from + longestTitle))?.[1]?.length ?? whole.length),
  );
  return {
    text,
    offsets: places.slice(from, from + text.length),
    lineNumber,
    isPath,
    isProse: text.length >= 40 && (text.includes('。') || /[，；].*[，；]/.test(text)),
    mayEnd: text.length <= longestLine && endWords.test(text),
  };
}

function hasSeparator(line: string, from: number): boolean {
  const end = pathEnd(line);
  for (let i = from; i < end; i++) if (isPathSeparator(line, i)) return true;
  return false;
}

/** What stands behind a title, an address for instance, is no place on a path to it. */
function pathEnd(line: string): number {
  const title = Math.max(line.lastIndexOf('报告'), line.lastIndexOf('年报'));
  return title < 0 ? line.length : title;
}

/** A slash within a date or an address parts no places. */
function isPathSeparator(line: string, at: number): boolean {
  const char = line.charAt(at);
  if (!separators.includes(char)) return false;
  return char !== '/' || !/[0-9:/.]/.test(line.charAt(at - 1) + line.charAt(at + 1));
}

/** Where the last place of a path begins: after the last separator, else after the last space. */
function placeStart(path: string, chunk: number): number {
  for (let i = Math.min(path.length - 2, pathEnd(path)); i >= 0; i--) if (isPathSeparator(path, i)) return i + 1;
  return chunk;
}
