/** Text that does not belong to the report: addresses of other sites, foreign words inside a body's name, site menus. */
import type { Report } from '../../report/report';
import { foreignWords } from '../../report/residue/foreign-words';
import { siteMenus } from '../../report/residue/site-menus';
import type { WebAddress } from '../../report/residue/web-addresses';
import { webAddresses } from '../../report/residue/web-addresses';
import { bodyOf } from '../../report/title/issuer';
import { formatClause } from '../../standard/format-clause';
import { trustedHosts } from '../../standard/residue';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';

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
    for (const { text, span } of foreignWords(report)) {
      yield {
        span,
        message: phrase`“${text}”不属于报告，可能是网页被篡改或者复制时混入的文字，应核对后删去。`,
        about: { names: [text] },
        key: `word ${text}`,
      };
    }
    for (const span of siteMenus(report)) {
      const printed = squeezed(seenText(report.view, span.start, span.end), 30);
      yield {
        span,
        message: phrase`“${printed}”是网页的导航文字，不是报告的内容，应删去。`,
        about: { names: [printed] },
        key: `menu ${printed}`,
      };
    }
  },
};

function* addresses(report: Report): Iterable<Problem> {
  for (const address of webAddresses(report)) {
    if (isTrusted(address) || (address.isCalledOwn && !isGoverning(report))) continue;
    const { text, span } = address;
    yield {
      span,
      message: phrase`网址“${squeezed(text)}”不是政府网站，应核对它是不是混入的文字。`,
      about: { names: [squeezed(text)] },
      key: `address ${text}`,
    };
  }
}

function isTrusted({ host }: WebAddress): boolean {
  return trustedHosts.some((end) => host === end || host.endsWith(`.${end}`));
}

/** The site of a school, a hospital or a company is no government's. */
function isGoverning({ issuer, level }: Report): boolean {
  return level !== 'unknown' || bodyOf(issuer).kind !== 'unknown';
}
