/** One body's report for one year stands here twice. */
import { titlePlace } from '../../series/cell-places';
import type { IndexRecord } from '../../series/index-record';
import { tableIds } from '../../standard/edition';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

export const duplicateReport: SeriesRule = {
  meta: {
    id: 'series/duplicate-report',
    severity: 'warning',
    title: '同一机关同一年度有两份年报',
    summary:
      '同一机关同一年度的年报出现两份以上：内容相同，或者数字相同而文字不同，或者数字不同。同一份年报的几种格式（Word、PDF、网页）数字都相同的，不算。',
    why: '一个机关一年只公布一份年度报告；数字不同的两份，至少有一份不是定稿，汇总时会重复计算或者用错。',
    clause: null,
    whatToDo: '留下正式公布的一份，另一份移出文件夹；数字不同的，核实公布的是哪一份。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '两份2022年的年报，数字不同',
        reports: [
          {
            file: '年报.md',
            changes: [
              [
                '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
                '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
              ],
            ],
            focus: '2022年政府信息公开工作年度报告',
          },
          {
            file: '年报（改）.md',
            figures: { 'disclosure/licences/decisions': '3' },
            changes: [
              [
                '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
                '⟦series/duplicate-report: 清河县柳林镇人民政府2022年政府信息公开工作年度报告⟧',
              ],
            ],
          },
        ],
      },
    ],
    good: [
      {
        shows: '每年一份',
        reports: [
          { file: '2021.md', year: 2021, focus: '2021年政府信息公开工作年度报告' },
          { file: '2022.md', focus: '2022年政府信息公开工作年度报告' },
        ],
      },
      {
        shows: '同一份年报的两种格式，数字相同',
        reports: [
          { file: '2022.docx', focus: '2022年政府信息公开工作年度报告' },
          { file: '2022.html', focus: '2022年政府信息公开工作年度报告' },
        ],
      },
    ],
  },
  *check(entry, { byYear }) {
    const { record } = entry;
    const same = record.year === null ? undefined : byYear(entry).get(record.year);
    const first = same?.[0];
    if (first === undefined || first === entry || isInAnotherFormat(record, first.record)) return;
    yield {
      range: titlePlace(record),
      message: phrase`${record.issuer ?? ''}${String(record.year)}年的年报已有一份：${howAlike(record, first.record)}。`,
      names: [`${record.issuer ?? ''}${record.year}年`],
      key: String(same?.indexOf(entry)),
      related: [{ file: first.record.file, range: titlePlace(first.record), message: phrase`另一份` }],
    };
  },
};

/** A report is published as a page, a PDF and a document, all three of them often. */
function isInAnotherFormat(own: IndexRecord, first: IndexRecord): boolean {
  return formatOf(own.file) !== formatOf(first.file) && differingFigures(own, first) === 0;
}

function formatOf(file: string): string {
  return /\.([^./\\]{1,20})$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

function howAlike(own: IndexRecord, first: IndexRecord): Wording {
  if (own.digest === first.digest) return phrase`两份内容完全相同`;
  const count = differingFigures(own, first);
  if (count === 0) return phrase`两份数字相同，文字不同`;
  return phrase`两份有${String(count)}个数字不同${newer(own, first)}`;
}

/** Figures that one has and the other has not count, too. */
function differingFigures({ figures }: IndexRecord, { figures: others }: IndexRecord): number {
  let count = 0;
  for (const table of tableIds) {
    for (const row of new Set([...Object.keys(figures[table]), ...Object.keys(others[table])])) {
      const [own = [], its = []] = [figures[table][row], others[table][row]];
      for (let i = 0; i < Math.max(own.length, its.length); i++) if (own[i] !== its[i]) count++;
    }
  }
  return count;
}

function newer(own: IndexRecord, first: IndexRecord): Wording {
  if (own.date === null || first.date === null || own.date === first.date) return '';
  return own.date > first.date ? phrase`，这一份落款较晚` : phrase`，另一份落款较晚`;
}
