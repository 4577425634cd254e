/** Text that does not belong to the report: addresses of other sites, foreign words inside a body's name, site menus. */
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/clauses';
import { bodyEndings, menuWords, spamWords, trustedHosts } from '../../standard/residue';
import type { Span } from '../../text/span';
import { textOf } from '../../text/span';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { isInTag, lineAround, occurrences, outsideTables } from '../text-places';
import { squeezed } from '../wording';

export const foreignText: Rule = {
  meta: {
    id: 'structure/foreign-text',
    severity: 'warning',
    title: '混入无关文字',
    summary: '报告里有不属于它的文字：非政府网站的网址、夹在机关名称里的外来词、网页的导航菜单。',
    why: '这些文字多半是从网页复制时带进来的，也可能是网页被篡改后留下的，会误导读者。',
    clause: formatClause,
    whatToDo: '核对来源，删去不属于报告的文字；网址确需保留的，核对它是不是本级政府网站。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '非政府网站的网址',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本报告见⟦structure/foreign-text: www.example-liuxue.com⟧。',
          ],
        ],
      },
      {
        shows: '网页的导航菜单',
        changes: [
          [
            '没有其他需要报告的事项。\n',
            '没有其他需要报告的事项。\n\n⟦structure/foreign-text: 【打印本页】 【关闭窗口】⟧\n',
          ],
        ],
      },
      {
        shows: '机关名称里夹了外来词',
        changes: [['明确专人负责', '清河县⟦structure/foreign-text: best168⟧柳林镇人民政府明确专人负责']],
      },
    ],
    good: [
      {
        shows: '政府网站的网址',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。本报告见http://www.qinghe.gov.cn/zwgk。']],
        focus: 'gov.cn',
      },
    ],
  },
  *check(report) {
    yield* addresses(report);
    yield* wordsInNames(report);
    yield* menus(report);
  },
};

const address =
  /(?:https?:\/\/|www\.)([a-z0-9\u4e00-\u9fff.-]+\.[a-z\u4e00-\u9fff]{2,})(?::\d+)?(?:\/[\w./?%&=#~:-]*)?/giy;
const anyAddress = /https?:\/\/|www\./gi;

function* addresses(report: Report): Iterable<Problem> {
  const outside = outsideTables(report);
  if (!['www.', '://', 'WWW.'].some((sign) => outside.text.includes(sign))) return;
  let last = 0;
  for (const { index } of outside.text.matchAll(anyAddress)) {
    const start = outside.offsetOf(index);
    if (index < last || isInTag(report.text, start)) continue;
    address.lastIndex = index;
    const match = address.exec(outside.text);
    if (match === null) continue;
    const host = (match[1] as string).toLowerCase().replace(/[\u4e00-\u9fff]+$/, '');
    last = index + match[0].length;
    if (trustedHosts.some((end) => host === end || host.endsWith(`.${end}`))) continue;
    const printed = match[0].replace(/[\u4e00-\u9fff./]+$/, '');
    yield {
      span: { start, end: start + printed.length },
      message: phrase`网址“${squeezed(printed)}”不是政府网站，应核对它是不是混入的文字。`,
      key: `address ${printed}`,
    };
  }
}

const longestName = 40;
const brokenName =
  /[\u4e00-\u9fff]{0,12}[省市县区州旗镇乡][\u4e00-\u9fff]{0,6}([A-Za-z][A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,}){0,3})[\u4e00-\u9fff]{0,8}$/;

/** Latin words within the name of a body of government, and words that only spam has. */
function* wordsInNames(report: Report): Iterable<Problem> {
  const { text } = outsideTables(report);
  const seen = new Set<number>();
  for (const word of spamWords) {
    for (const at of occurrences(text, word)) {
      seen.add(at);
      yield foreignWord(report, at, word);
    }
  }
  for (const ending of bodyEndings) {
    for (const end of occurrences(text, ending)) {
      const name = text.slice(Math.max(0, end - longestName), end);
      const word = brokenName.exec(name)?.[1];
      const at = word === undefined ? -1 : end - name.length + name.lastIndexOf(word);
      if (word === undefined || seen.has(at)) continue;
      seen.add(at);
      yield foreignWord(report, at, word);
    }
  }
  for (const { at, word } of wordsInIssuer(text, report.issuer)) if (!seen.has(at)) yield foreignWord(report, at, word);
}

const latinAmidChinese = /(?<=[\u4e00-\u9fff])[A-Za-z][A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,}){0,3}(?=[\u4e00-\u9fff])/g;
const telling = 8;

/** Latin words that part the issuer's own name: without them the characters around spell it. */
function* wordsInIssuer(text: string, issuer: string | null): Iterable<{ readonly at: number; readonly word: string }> {
  if (issuer === null || issuer.length < telling / 2) return;
  const tail = issuer.slice(-telling);
  for (const match of text.matchAll(latinAmidChinese)) {
    const at = match.index;
    const before = text.slice(Math.max(0, at - telling), at);
    const joined = before + text.slice(at + match[0].length, at + match[0].length + telling);
    const found = joined.indexOf(tail);
    if (found >= 0 && found < before.length && found + tail.length > before.length) yield { at, word: match[0] };
  }
}

function foreignWord(report: Report, at: number, word: string): Problem {
  const start = outsideTables(report).offsetOf(at);
  return {
    span: { start, end: start + word.length },
    message: phrase`“${word}”不属于报告，可能是网页被篡改或者复制时混入的文字，应核对后删去。`,
    key: `word ${word}`,
  };
}

const longestMenu = 80;

/** Lines of a site's frame, which stand before the first section or in the last; lines that follow one another are one place. */
function* menus({ text, sections }: Report): Iterable<Problem> {
  const lines = new Map<number, Span>();
  const first = sections[0]?.span.start ?? 0;
  const last = sections.at(-1)?.span.start ?? 0;
  for (const region of [
    { start: 0, end: first },
    { start: Math.max(first, last), end: text.length },
  ]) {
    const part = text.slice(region.start, region.end);
    for (const word of menuWords) {
      for (const at of occurrences(part, word)) {
        const line = filledLine(text, region.start + at);
        if (isMenu(textOf(text, line), word) && !isInTag(text, region.start + at)) lines.set(line.start, line);
      }
    }
  }
  for (const line of menusWithin(text, first, Math.max(first, last))) lines.set(line.start, line);
  const ordered = [...lines.values()].sort((a, b) => a.start - b.start);
  for (let i = 0; i < ordered.length; ) {
    const { start } = ordered[i] as Span;
    let { end } = ordered[i] as Span;
    for (i++; i < ordered.length && text.slice(end, ordered[i]?.start).trim() === ''; i++)
      end = (ordered[i] as Span).end;
    const printed = squeezed(text.slice(start, end), 30);
    yield {
      span: { start, end },
      message: phrase`“${printed}”是网页的导航文字，不是报告的内容，应删去。`,
      key: `menu ${printed}`,
    };
  }
}

/** Between the sections only a line that holds two such words, and little else, is taken for a menu. */
function menusWithin(text: string, start: number, end: number): readonly Span[] {
  const part = text.slice(start, end);
  const found = new Map<number, { line: Span; words: number }>();
  for (const word of menuWords) {
    for (const at of occurrences(part, word)) {
      const line = filledLine(text, start + at);
      const known = found.get(line.start);
      if (known !== undefined) known.words++;
      else found.set(line.start, { line, words: 1 });
    }
  }
  return [...found.values()].flatMap(({ line, words }) => {
    const printed = textOf(text, line);
    const isPath = /^首页\s*[>＞»]/.test(printed);
    return (words > 1 || isPath) && printed.length <= longestMenu && !/[。；，]/.test(printed) ? [line] : [];
  });
}

/** The line without white space and tags at its ends. */
function filledLine(text: string, at: number): Span {
  const { start, end } = lineAround(text, at);
  const line = text.slice(start, end);
  const lead = /^(?:\s|<[^<>]*>)*/.exec(line)?.[0].length ?? 0;
  const trail = /(?:\s|<[^<>]*>)*$/.exec(line)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - trail) };
}

function isMenu(line: string, word: string): boolean {
  if (line.length > longestMenu || /[。；，,]/.test(line)) return false;
  const bare = line.replace(/^[\s【[（(·>|*#-]+/, '');
  return bare.startsWith(word) || /版权所有|ICP备|公网安备|网站标识码/.test(line) || /[>|｜»】]/.test(line);
}
