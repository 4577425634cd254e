/** Placeholders left over: XX, ××, ____, 【待填】. */
import { placeholdersIn } from '../../report/residue/placeholders';
import { formatClause } from '../../standard/format-clause';
import { squeezed } from '../../text/fold';
import { seenText } from '../../text/seen';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const unfilledPlaceholder: Rule = {
  meta: {
    id: 'structure/unfilled-placeholder',
    severity: 'warning',
    title: '占位符没有填写',
    summary: '正文或标题里留有XX、××、____、【待填】一类的占位符，或者数字的位置空着（主动公开信息  条）。',
    why: '占位符说明套用模板后没有填完，发布后影响报告的严肃性，缺的内容读者也无从知道。',
    clause: formatClause,
    whatToDo: '填写实际的内容，或者删去这句话。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '日期和数字没有填',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。本年召开会议⟦structure/unfilled-placeholder: ____⟧次，报告于2023年⟦structure/unfilled-placeholder: X月X日⟧印发。',
          ],
        ],
      },
      {
        shows: '待填的内容',
        changes: [['没有其他需要报告的事项。', '没有其他需要报告的事项。⟦structure/unfilled-placeholder: 【待补充】⟧']],
      },
      {
        shows: '数字的位置空着',
        changes: [
          [
            '没有其他需要报告的事项。',
            '没有其他需要报告的事项。全年⟦structure/unfilled-placeholder: 主动公开信息  条⟧，其中政策解读2条。',
          ],
        ],
      },
      {
        shows: '机关名称没有填',
        changes: [['明确专人负责', '由⟦structure/unfilled-placeholder: XX县××镇⟧党政办公室专人负责']],
      },
    ],
    good: [
      {
        shows: '乘号、字母不是占位符',
        changes: [['明确专人负责', '开通7×24小时热线、QQ群和LED屏']],
        focus: '7×24',
      },
    ],
  },
  *check(report) {
    for (const span of placeholdersIn(report)) {
      const printed = squeezed(seenText(report.view, span.start, span.end), 20);
      yield {
        span,
        message: phrase`“${printed}”是没有填写的占位符，应填写实际的内容或者删去。`,
        about: { names: [printed] },
        key: printed,
      };
    }
  },
};
