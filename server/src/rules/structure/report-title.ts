/** The title is missing or not of the form 〈issuer〉〈year〉年政府信息公开工作年度报告. */
import type { Fix } from '../../findings/finding';
import { replaceFix } from '../../fixes/fixes';
import { insertLines } from '../../fixes/templates';
import type { Report, ReportTitle } from '../../report/report';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { firstFilledLine } from '../../text/lines';
import { phrase } from '../../text/wording';
import { isTitleAlone, otherBodies, placesOfBodies } from '../named-bodies';
import type { Rule } from '../rule';
import type { Flaw } from '../wording';

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
    const flaw = title === null ? { words: phrase`报告没有标题`, names: [] } : titleFlaw(title, title.text);
    if (flaw === undefined) return;
    // Where all other places name another body, nobody knows whose report it is.
    const others = isTitleAlone(report) ? otherBodies(report) : [];
    const [other] = others;
    const wanted = other === undefined ? wantedTitle(report) : undefined;
    const right = wanted ?? phrase`〈机关全称〉〈年份〉${ending}`;
    const names = [...flaw.names, ...(other === undefined ? [] : [other.text])];
    yield {
      span: title?.span ?? firstFilledLine(report.text),
      message:
        other === undefined
          ? phrase`${flaw.words}，应写作“${right}”。`
          : phrase`${flaw.words}，${other.where}写的又是另一个机关“${other.text}”，应核实机关后写作“${right}”。`,
      about: { names: [...names, wanted ?? `〈机关全称〉〈年份〉${ending}`] },
      key: 'title',
      related: placesOfBodies(others),
      fixes: () => (wanted === undefined ? [] : [titleFix(report, wanted)]),
    };
  },
};

/** What is wrong with the title; `undefined` where it is of the form. */
function titleFlaw(title: ReportTitle, text: string): Flaw | undefined {
  const printed = squeezed(text, 60);
  if (title.issuer === null) return { words: phrase`标题“${printed}”没有写明机关`, names: [printed] };
  if (title.year === null) return { words: phrase`标题“${printed}”没有写明年份`, names: [printed] };
  const plain = text.replace(/[《》“”]/g, '');
  const issuer = title.issuer.text.replace(/[\s《“]/g, '');
  const year = plain.slice(issuer.length, -ending.length);
  const isForm =
    plain.startsWith(issuer) && plain.endsWith(ending) && /^[0-9０-９〇零○一二三四五六七八九]{4}$/.test(year);
  if (isForm) return undefined;
  const words = phrase`标题“${printed}”不是“机关全称＋年份＋${ending}”的形式`;
  return { words, names: [printed, `机关全称＋年份＋${ending}`] };
}

/** The title as it should be, where issuer and year are known. */
function wantedTitle({ issuer, year }: Report): string | undefined {
  if (issuer === null || year === null) return undefined;
  const name = issuer.replace(/[\s《“]/g, '');
  // What is left of a year is no part of a name.
  if (/[0-9０-９]$/.test(name)) return undefined;
  return `${/[镇乡]$/.test(name) ? `${name}人民政府` : name}${year}${ending}`;
}

function titleFix(report: Report, wanted: string): Fix {
  if (report.title !== null) return replaceFix(phrase`标题改为“${wanted}”`, 'suggested', report.title.span, wanted);
  const { text, eol } = report;
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const edit = insertLines(report, at, `${report.layout === 'markdown' ? '# ' : ''}${wanted}${eol}`);
  return { title: phrase`在开头插入标题“${wanted}”`, applicability: 'suggested', edits: [edit] };
}
