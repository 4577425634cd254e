/** Section five lacks the problems or the improvements, or says that there are none. */
import type { Fix } from '../../findings/finding';
import { insertLines } from '../../fixes/templates';
import type { Report, Section } from '../../report/report';
import { sectionSentences } from '../../standard/blank-form';
import { article50 } from '../../standard/clauses';
import { lineStart, nextLine } from '../../text/lines';
import { seenText } from '../../text/seen';
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { Problem, Rule } from '../rule';
import { squeezed } from '../wording';

/** Words that tell of a fault, and words that tell of a remedy. */
const faults =
  /问题|不足|差距|短板|薄弱|困难|难点|有待|不够|不及时|不到位|不全面|不规范|不完善|不熟|不高|不强|不深|不多|不准|欠缺|滞后|单一|仍需|尚未|缺少|缺乏/;
const remedies =
  /改进|整改|改正|下一步|今后|将|针对|对此|为此|措施|加强|强化|加大|完善|健全|提升|提高|优化|规范|拓宽|深化|推进|建立|制定|编制|开展|培训|已改|改为|统一|增设|明确|充实/;
/** Faults told in words of remedies. */
const hopes = /(?:有待|仍需|还需|需要?|不够)(?:进一步)?(?:加强|强化|完善|健全|提升|提高|优化|规范|改进|深化)/g;
/** What is left of the text when nothing is said. */
const labels = /[（(]?[一二12][）)、]|存在的?|主要|问题|及|和|与|改进|整改|情况|措施|本部分|本年度|暂|[：:，,；;]/g;
/** A text of no other characters than such a one has. */
const labelLike = /^[无没有（(一二12）)、存在的主要问题及和与改进整情况措施本部分年度暂：:，,；;]*$/;
const noFaults =
  /(?:无|不存在|没有|未发现|未出现)(?:存在)?(?:明显|突出|重大|较大|任何|主要)?的?(?:不足(?:和|与|、)?)?问题/;

export const problemsAndImprovements: Rule = {
  meta: {
    id: 'prose/problems-and-improvements',
    severity: 'warning',
    title: '第五部分内容不全',
    summary: '第五部分没有写存在的主要问题，或者没有写改进情况，或者只写“无”。',
    why: '条例第五十条要求报告工作存在的主要问题及改进情况，两方面都要写，不能敷衍。',
    clause: () => article50,
    whatToDo: '结合本机关实际写明主要问题，并逐项写明改进情况。',
    fixes: ['插入待改写的参考文句。'],
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
          [
            '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。',
            '改进情况：一是健全信息发布工作机制，及时更新公开内容；二是加强业务培训，提高工作水平。\n\n无。',
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
        ],
      },
    ],
    good: [{ shows: '问题和改进都有', focus: '存在的主要问题' }],
  },
  *check(report) {
    const sections = report.sections.filter((section) => section.id === 'problems');
    const section = sections.find(({ prose }) => prose.length > 0);
    const first = section?.prose[0];
    if (section === undefined || first === undefined) return;
    const said = sections.flatMap(({ prose }) => prose.map(({ start, end }) => seenText(report.view, start, end)));
    const text = said.join('').replace(/<[^>]*>|[\s\u3000*。．.]/g, '');
    const flaw = sectionFlaw(text);
    if (flaw === undefined) return;
    const problem: Problem = {
      span: first,
      message: phrase`第五部分${flaw.words}，条例第五十条要求报告工作存在的主要问题及改进情况，两方面都要写。`,
      about: { names: flaw.names ?? [] },
      key: flaw.key,
      fixes: () => [insertSentences(report, section, flaw)],
    };
    yield problem;
  },
};

interface SectionFlaw {
  readonly key: 'nothing' | 'problems' | 'improvements';
  readonly words: Wording;
  /** What the text says. */
  readonly names?: readonly string[];
}

function sectionFlaw(text: string): SectionFlaw | undefined {
  if (labelLike.test(text) && /^(?:无|没有)*$/.test(text.replace(labels, ''))) {
    const said = squeezed(text, 20);
    return { key: 'nothing', words: phrase`只写“${said}”`, names: [said] };
  }
  const bare = text.replace(noFaults, '');
  if (bare !== text && !faults.test(bare.replace(/问题/g, '')))
    return { key: 'problems', words: phrase`说没有存在的问题` };
  if (!faults.test(text)) return { key: 'problems', words: phrase`没有写存在的主要问题` };
  if (!remedies.test(text.replace(hopes, ''))) return { key: 'improvements', words: phrase`没有写改进情况` };
  return undefined;
}

/** The reference sentences of the half that is missing: problems before the text, improvements after it. */
function insertSentences(report: Report, section: Section, { key }: SectionFlaw): Fix {
  const spec = report.edition.sections.find((each) => each.id === 'problems');
  const all = spec === undefined ? [] : sectionSentences(spec, report.issuer ?? '本机关', report.year ?? 0);
  const [problems = '', improvements = ''] = all;
  const chosen = key === 'nothing' ? all : [key === 'problems' ? problems : improvements];
  const block = chosen.map((sentence) => sentence + report.eol).join(report.eol);
  const last = section.prose[section.prose.length - 1]?.end ?? section.span.end;
  const first = section.prose[0]?.start ?? section.span.start;
  const at = key === 'improvements' ? nextLine(report.text, last) : lineStart(report.text, first);
  return { title: phrase`插入待改写的参考文句`, applicability: 'suggested', edits: [insertLines(report, at, block)] };
}
