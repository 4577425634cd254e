/** What section five (存在的主要问题及改进情况) tells of problems and of improvements. */
import { seenText } from '../../text/seen';
import type { Report, Section } from '../report';

export interface ProblemsTold {
  /** The first of the sections that says anything. */
  readonly section: Section;
  /** All that such sections say, without white space and full stops. */
  readonly text: string;
  /** `nothing`: labels and 无 are all there is. `denied`: it says that there are none. */
  readonly problems: 'told' | 'untold' | 'denied' | 'nothing';
  readonly improvements: 'told' | 'untold';
}

/** `undefined` where no such section has running text. */
export function problemsTold({ view, sections }: Report): ProblemsTold | undefined {
  const own = sections.filter((section) => section.id === 'problems');
  const section = own.find(({ prose }) => prose.length > 0);
  if (section === undefined) return undefined;
  const said = own.flatMap(({ prose }) => prose.map(({ start, end }) => seenText(view, start, end)));
  const text = said.join('').replace(/<[^<>]*>|[\s\u3000*。．.]/g, '');
  const improvements = remedies.test(text.replace(hopes, '')) ? 'told' : 'untold';
  return { section, text, problems: problemsIn(text), improvements };
}

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

function problemsIn(text: string): ProblemsTold['problems'] {
  if (labelLike.test(text) && /^(?:无|没有)*$/.test(text.replace(labels, ''))) return 'nothing';
  const bare = text.replace(noFaults, '');
  if (bare !== text && !faults.test(bare.replace(/问题/g, ''))) return 'denied';
  return faults.test(text) ? 'told' : 'untold';
}
