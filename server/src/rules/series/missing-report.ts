/** A body of the roster without a report. */
import type { Roster, RosterBody } from '../../series/roster';
import { isActive } from '../../series/roster';
import type { Series } from '../../series/series';
import { article49 } from '../../standard/clauses';
import { listed, phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

export const missingReport: SeriesRule = {
  meta: {
    id: 'series/missing-report',
    severity: 'information',
    title: '名单中的机关缺年报',
    summary:
      '名单（.disclosure-audit.json 的 bodies）中的机关，在名单半数以上机关都有年报的年份没有年报；名单以外的不猜。',
    why: '条例第四十九条、第五十条要求每个行政机关每年公布年度报告；缺的多半是没有公布，或者没有收进来。',
    clause: () => article49,
    whatToDo: '向该机关核实是否公布；已经撤销、合并或更名的，在名单中写明起止年份（since、until）或曾用名（aliases）。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '名单有两个镇，只有一个镇有2022年的年报',
        bodies: '[{ "name": "清河县柳林镇人民政府" }, { "name": ⟦series/missing-report: "清河县白杨镇人民政府"⟧ }]',
        reports: [{ file: '柳林镇.md', focus: '2022年政府信息公开工作年度报告' }],
      },
    ],
    good: [
      {
        shows: '2022年已经撤销的机关不要求',
        bodies: '[{ "name": "清河县柳林镇人民政府" }, { "name": "清河县白杨镇人民政府", "until": 2021 }]',
        reports: [{ file: '柳林镇.md', focus: '2022年政府信息公开工作年度报告' }],
      },
    ],
  },
  check: () => [],
  *checkRoster(roster, series) {
    for (const body of roster.bodies) {
      const missing = missingYears(roster, body, series);
      if (missing.length === 0) continue;
      yield {
        range: body.range,
        message: phrase`名单中的${body.name}没有${listed(missing.map(String))}年的年报。`,
        names: [body.name],
        key: `${body.name} ${missing.join(' ')}`,
      };
    }
  },
};

function missingYears(roster: Roster, body: RosterBody, series: Series): readonly number[] {
  const own = series.reportsOf(roster, body);
  return series.yearsOf(roster).filter((year) => isActive(body, year) && !own.has(year));
}
