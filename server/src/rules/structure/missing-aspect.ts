/** Section one says nothing on one of its five aspects. */
import { insertAspectFix } from '../../fixes/aspect-fixes';
import type { AspectsTold } from '../../report/prose/aspects-told';
import { aspectsTold } from '../../report/prose/aspects-told';
import type { Report } from '../../report/report';
import type { AspectSpec } from '../../standard/aspects';
import { aspects } from '../../standard/aspects';
import { formatClause } from '../../standard/format-clause';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';

export const missingAspect: Rule = {
  meta: {
    id: 'structure/missing-aspect',
    severity: 'warning',
    title: '总体情况内容不全',
    summary:
      '第一部分没有说明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面中的某一个方面；只看内容，不看小标题，几个方面合写也算。',
    why: '格式规定总体情况主要包括这五个方面；缺了一个方面，读者无从知道这方面做了什么、有没有做。',
    clause: formatClause,
    whatToDo: '补写这一方面的情况，没有发生的也写明；不必另设小标题，可以与其他方面合写。',
    fixes: ['在相应的位置插入这一方面的小标题，内容由人工补写。'],
  },
  examples: {
    bad: [
      {
        shows: '没有写政府信息管理',
        changes: [
          ['一、总体情况', '⟦structure/missing-aspect: 一、总体情况⟧'],
          ['（三）政府信息管理情况。严格执行先审查、后公开，做好政府信息的制作、保存和更新。\n\n', ''],
        ],
        fixed: [
          [
            '（三）政府信息管理情况。严格执行先审查、后公开，做好政府信息的制作、保存和更新。',
            '（三）政府信息管理情况',
          ],
        ],
      },
      {
        shows: '监督保障只在罗列时提到',
        changes: [
          ['一、总体情况', '⟦structure/missing-aspect: 一、总体情况⟧'],
          ['依法做好政府信息公开工作。', '在主动公开、平台建设、监督保障等方面取得新进展。'],
          ['\n\n（五）监督保障情况。明确专人负责，加强业务培训，未发生因政府信息公开工作被追究责任的情况。', ''],
        ],
      },
    ],
    good: [
      { shows: '五个方面都有', focus: '（三）政府信息管理情况' },
      {
        shows: '没有小标题，内容齐全',
        changes: [
          ['（一）主动公开情况。', ''],
          ['（二）依申请公开情况。', ''],
          ['（三）政府信息管理情况。', ''],
          ['（四）政府信息公开平台建设情况。', ''],
          ['（五）监督保障情况。', ''],
        ],
        focus: '严格执行先审查',
      },
      {
        shows: '两个方面合写',
        changes: [
          ['（四）政府信息公开平台建设情况。', '（四）平台建设和监督保障情况。'],
          ['。\n\n（五）监督保障情况。', '。'],
        ],
        focus: '平台建设和监督保障',
      },
    ],
  },
  *check(report) {
    const told = aspectsTold(report);
    if (told === undefined || told.section.body === null || told.section.prose.length === 0) return;
    const missing = told.isBare ? aspects : told.missing;
    if (missing.length === aspects.length) {
      if (told.section.images.length > 0) return;
      const problem = problemAt(report, told, missing, phrase`五个方面都没有说明`);
      yield told.isBare ? { ...problem, fixes: () => [] } : problem;
      return;
    }
    for (const aspect of missing) {
      yield problemAt(report, told, [aspect], phrase`没有说明${aspect.name}情况`);
    }
  },
};

function problemAt(report: Report, told: AspectsTold, missing: readonly AspectSpec[], flaw: Wording): Problem {
  const names = listed(aspects.map((aspect) => aspect.name));
  return {
    span: told.section.heading.span,
    message: phrase`总体情况${flaw}，格式规定这一部分主要包括${names}五个方面。`,
    key: missing.map((aspect) => aspect.id).join(' '),
    fixes: () => missing.slice(0, 1).flatMap((aspect) => insertAspectFix(report, told, aspect)),
  };
}
