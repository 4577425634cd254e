/** A report of a body that the roster does not have. */
import { titlePlace } from '../../series/cell-places';
import { phrase } from '../../text/wording';
import type { SeriesRule } from '../series-rule';

export const unlistedBody: SeriesRule = {
  meta: {
    id: 'series/unlisted-body',
    severity: 'information',
    title: '机关不在名单中',
    summary: '年报的机关不在名单（.disclosure-audit.json 的 bodies）里，按全称和曾用名、简称核对；没有名单的不报。',
    why: '名单以外的年报不计入汇总；多半是名单漏列、机关更名，或者标题里的机关名称写错了。',
    clause: null,
    whatToDo: '名单漏列的补上；更名的在 aliases 中写上；标题写错的改标题。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '名单里没有柳林镇',
        bodies: '[{ "name": "清河县白杨镇人民政府", "until": 2000 }]',
        reports: [
          {
            file: '柳林镇.md',
            changes: [
              [
                '清河县柳林镇人民政府2022年政府信息公开工作年度报告',
                '⟦series/unlisted-body: 清河县柳林镇人民政府2022年政府信息公开工作年度报告⟧',
              ],
            ],
          },
        ],
      },
    ],
    good: [
      {
        shows: '名单写了简称',
        bodies: '[{ "name": "清河县柳林镇政府", "aliases": ["柳林镇"] }]',
        reports: [{ file: '柳林镇.md', focus: '2022年政府信息公开工作年度报告' }],
      },
    ],
  },
  *check(entry, { bodyOf }) {
    const { record, roster } = entry;
    if (roster === null || record.issuer === null || bodyOf(entry) !== undefined) return;
    yield {
      range: titlePlace(record),
      message: phrase`${record.issuer}不在名单（${roster.file}）中。`,
      names: [record.issuer],
      key: record.issuer,
    };
  },
};
