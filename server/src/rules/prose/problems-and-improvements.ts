/** Section five lacks the problems or the improvements, or says that there are none. */
import type { Fix } from '../../findings/finding';
import { insertLines } from '../../fixes/templates';
import type { ProblemsTold } from '../../report/prose/problems-told';
import { problemsTold } from '../../report/prose/problems-told';
import type { Report, Section } from '../../report/report';
import { openSentences } from '../../standard/blank-form';
import { article50 } from '../../standard/clauses';
import { squeezed } from '../../text/fold';
import { lineStart, nextLine } from '../../text/lines';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const problemsAndImprovements: Rule = {
  meta: {
    id: 'prose/problems-and-improvements',
    severity: 'warning',
    title: '第五部分内容不全',
    summary: '第五部分没有写存在的主要问题，或者没有写改进情况，或者只写“无”。',
    why: '条例第五十条要求报告工作存在的主要问题及改进情况，两方面都要写，不能敷衍。',
    clause: () => article50,
    whatToDo: '结合本机关实际写明主要问题，并逐项写明改进情况。',
    fixes: ['插入文句，要写的地方是【待填】。'],
  },
  examples: {
    bad: [
      {
        shows: '只写“无”',
        changes: [
          [
            '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
            '⟦prose/problems-and-improvements: 无。⟧',
          ],
          ['\n\n改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。', ''],
        ],
        fixed: [
          ['存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。', '存在的主要问题：【待填】。'],
          [
            '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
            '改进情况：【待填】。\n\n无。',
          ],
        ],
      },
      {
        shows: '没有写改进情况',
        changes: [
          [
            '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
            '⟦prose/problems-and-improvements: 存在的主要问题：一是个别信息公开不够及时；二是工作人员业务不熟。⟧',
          ],
          ['\n\n改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。', ''],
        ],
        fixed: [
          [
            '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务能力有待提高。',
            '存在的主要问题：一是个别信息公开不够及时；二是工作人员业务不熟。',
          ],
          [
            '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
            '改进情况：【待填】。',
          ],
        ],
      },
    ],
    good: [{ shows: '问题和改进都有', focus: '存在的主要问题' }],
  },
  *check(report) {
    const told = problemsTold(report);
    const [first] = told?.section.prose ?? [];
    if (told === undefined || first === undefined) return;
    const flaw = flawOf(told);
    if (flaw === undefined) return;
    yield {
      span: first,
      message: phrase`第五部分${flaw.words}，条例第五十条要求报告工作存在的主要问题及改进情况，两方面都要写。`,
      about: { names: flaw.names ?? [] },
      key: flaw.key,
      fixes: () => [insertSentences(report, told.section, flaw)],
    };
  },
};

interface SectionFlaw {
  readonly key: 'nothing' | 'problems' | 'improvements';
  readonly words: Wording;
  /** What the text says. */
  readonly names?: readonly string[];
}

function flawOf({ text, problems, improvements }: ProblemsTold): SectionFlaw | undefined {
  switch (problems) {
    case 'nothing': {
      const said = squeezed(text, 20);
      return { key: 'nothing', words: phrase`只写“${said}”`, names: [said] };
    }
    case 'denied':
      return { key: 'problems', words: phrase`说没有存在的问题` };
    case 'untold':
      return { key: 'problems', words: phrase`没有写存在的主要问题` };
    case 'told':
      return improvements === 'told' ? undefined : { key: 'improvements', words: phrase`没有写改进情况` };
  }
}

/** Sentences to be completed for the half that is missing: problems before the text, improvements after it. */
function insertSentences(report: Report, section: Section, { key }: SectionFlaw): Fix {
  const spec = report.edition.sections.find((each) => each.id === 'problems');
  const all = spec === undefined ? [] : openSentences(spec, report.issuer ?? '本机关', report.year ?? 0);
  const [problems = '', improvements = ''] = all;
  const chosen = key === 'nothing' ? all : [key === 'problems' ? problems : improvements];
  const block = chosen.map((sentence) => sentence + report.eol).join(report.eol);
  const last = section.prose[section.prose.length - 1]?.end ?? section.span.end;
  const first = section.prose[0]?.start ?? section.span.start;
  const at = key === 'improvements' ? nextLine(report.text, last) : lineStart(report.text, first);
  return { title: phrase`插入待填写的文句`, applicability: 'suggested', edits: [insertLines(report, at, block)] };
}
