/** The title is missing or not of the form 〈issuer〉〈year〉年政府信息公开工作年度报告. */
import type { Fix } from '../../audit/finding';
import { replaceFix } from '../../audit/fixes';
import { nextLine } from '../../audit/templates';
import type { Report } from '../../report/report';
import { formatClause } from '../../standard/clauses';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { squeezed } from '../wording';

const ending = '年政府信息公开工作年度报告';

export const reportTitle: Rule = {
  meta: {
    id: 'structure/report-title',
    severity: 'warning',
    title: '报告标题不规范',
    summary: '报告没有标题，或者标题不是“机关全称＋年份＋年政府信息公开工作年度报告”。',
    why: '文件名称是“政府信息公开工作年度报告”，标题写明哪个机关、哪一年，才能被准确检索和归档。',
    clause: formatClause,
    whatToDo: '按“机关全称＋年份＋年政府信息公开工作年度报告”改写标题；标题可以分行。',
    fixes: ['机关和年份都能确定时，按规定的形式改写标题。'],
  },
  examples: {
    bad: [
      {
        shows: '简称“工作年报”',
        changes: [
          [
            '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
            '⟦structure/report-title: 清河县柳林镇人民政府2022年政府信息公开工作年报⟧',
          ],
        ],
        fixed: [],
      },
      {
        shows: '多写一个“度”',
        changes: [
          [
            '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
            '⟦structure/report-title: 清河县柳林镇人民政府2022年度政府信息公开工作年度报告⟧',
          ],
        ],
        fixed: [],
      },
    ],
    good: [
      { shows: '机关全称、年份、文件名称齐全', focus: '2022年政府信息公开工作年度报告' },
      {
        shows: '标题分成两行',
        changes: [['# 清河县柳林镇人民政府2022年', '清河县柳林镇人民政府\n2022年']],
        focus: '年政府信息公开工作年度报告',
      },
    ],
  },
  *check(report) {
    const { title } = report;
    const why = title === null ? '报告没有标题' : flawOf(title.text, report);
    if (why === undefined) return;
    yield {
      span: title?.span ?? firstLine(report.text),
      message: `${why}，标题应为“〈机关全称〉〈年份〉${ending}”。`,
      key: 'title',
      fixes: () => titleFixes(report),
    };
  },
};

/** What is wrong with the title, in words; `undefined` where it is of the form. */
function flawOf(text: string, report: Report): string | undefined {
  const plain = text.replace(/[《》“”]/g, '');
  const title = `标题“${squeezed(text, 60)}”`;
  const issuer = report.title?.issuer?.text.replace(/\s/g, '') ?? '';
  if (issuer === '') return `${title}没有写明机关`;
  if (report.title?.year == null) return `${title}没有写明年份`;
  if (plain.endsWith(ending) && /^(?:[0-9０-９]{4}|[〇零○一二三四五六七八九]{4})$/.test(plain.slice(issuer.length, -ending.length))) {
    if (plain.startsWith(issuer)) return undefined;
  }
  return `${title}不合规定的形式`;
}

function titleFixes(report: Report): readonly Fix[] {
  if (report.issuer === null || report.year === null) return [];
  const issuer = report.issuer.replace(/\s/g, '');
  const full = /[镇乡]$/.test(issuer) ? `${issuer}人民政府` : issuer;
  const wanted = `${full}${report.year}${ending}`;
  if (report.title !== null) return [replaceFix(`标题改为“${wanted}”`, 'suggested', report.title.span, wanted)];
  const { text, eol } = report;
  const line = firstLine(text);
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parted = line.start > at && nextLine(text, at) <= line.start ? '' : eol;
  return [replaceFix(`在开头插入标题“${wanted}”`, 'suggested', { start: at, end: at }, wanted + eol + parted)];
}

/** The report's first line that is not empty. */
function firstLine(text: string): Span {
  let start = 0;
  while (start < text.length && text.charAt(start).trim() === '') start++;
  let end = start;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return { start, end };
}
