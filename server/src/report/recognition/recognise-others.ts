/** Texts that are near to the annual reports and none of them: what they call themselves, and how they are told. */
import type { Wording } from '../../text/wording';
import { phrase } from '../../text/wording';
import type { TitleLine } from '../title/title-lines';

interface OtherKind {
  readonly reason: Wording;
  /** The line that says it. */
  readonly line: number;
  /** Speaks about annual reports, so that headings or labels of theirs prove nothing. */
  readonly isSure: boolean;
}

interface KindPattern {
  readonly pattern: RegExp;
  readonly reason: Wording;
}

const no = (what: Wording): Wording => phrase`不是政府信息公开工作年度报告：${what}`;
const onReports = '(?:年度(?:工作)?报告|年报)';

/** Titles of texts about annual reports. */
const sureKinds: readonly KindPattern[] = [
  {
    pattern: new RegExp(
      `^(?:文字|图文|图片|政策|文件|一图|视频|动画|专家)?(?:解读|读懂|图解)[：:丨|—-].{0,60}${onReports}|${onReports}[》”）]{0,4}(?:的)?(?:文字|图文|图片|政策|一图)?(?:解读|图解|说明)$|一图(?:读懂|看懂).{0,40}${onReports}`,
    ),
    reason: no(phrase`是解读`),
  },
  {
    pattern: new RegExp(`${onReports}.{0,24}(?:通知|通报|函|请示|批复|公告|方案|意见|办法)$`),
    reason: no(phrase`是通知、通报一类的公文`),
  },
  {
    pattern: new RegExp(
      `${onReports}.{0,12}(?:指南|格式|格式（试行）|须知|填报说明|编制说明|编写说明|填写说明|编制要求|编写要求|问答|模[板版]|范[本例]|样[式本例]|参考文本)$|${onReports}.{0,12}范文.{0,8}$`,
    ),
    reason: no(phrase`是编制指南或者格式说明`),
  },
  {
    pattern: new RegExp(
      `${onReports}.{0,16}(?:培训班?|会议?|推进会|部署会|工作|评估情况|评估|自查报告|整改报告|新闻|发布会)$`,
    ),
    reason: no(phrase`是关于年度报告的新闻或者工作情况`),
  },
  {
    pattern: /(?:政务公开|信息公开).{0,8}工作(?:总结|要点|计划|方案|安排|台账)$/,
    reason: no(phrase`是工作总结或者计划`),
  },
  {
    pattern: /学年度?.{0,8}信息公开(?:工作)?(?:年度)?(?:报告|年报)$/,
    reason: no(phrase`是学校按学年编制的信息公开报告`),
  },
  {
    pattern:
      /(?:法治政府|法治建设|依法行政|政府网站|网站工作|政务新媒体|党务公开|财政|预算|决算|绩效|行政执法|行政复议|政府工作|国民经济|统计).{0,24}(?:报告|报表|年报|公报)(?:[（(].{1,12}[）)])?$/,
    reason: no(phrase`是另一种报告`),
  },
];

/** Titles that say what a text is, but prove nothing where it shows a report's own headings: a menu has such words, too. */
const likelyKinds: readonly KindPattern[] = [
  { pattern: /(?:信息公开|政务公开)(?:工作)?指南(?:[（(].{1,12}[）)])?$/, reason: no(phrase`是指南`) },
  {
    pattern: /(?:信息公开|政务公开)(?:工作)?(?:基本|标准)?(?:目录|清单)$|年报(?:列表|目录|汇总)$/,
    reason: no(phrase`是目录或者列表`),
  },
  { pattern: /(?:信息公开|政务公开)(?:工作)?(?:条例|办法|规定|制度|细则)$/, reason: no(phrase`是法规或者制度`) },
  { pattern: /解读$|图解$/, reason: no(phrase`是解读`) },
  { pattern: /通知$|通报$|公告$/, reason: no(phrase`是通知、通报一类的公文`) },
];

const linesLooked = 80;
const longestTitle = 80;

/** What the first lines say the text is; surer kinds first. `undefined` where they do not say. */
export function otherKindIn(lines: readonly TitleLine[]): OtherKind | undefined {
  return kindAmong(lines, sureKinds, true) ?? kindAmong(lines, likelyKinds, false);
}

function kindAmong(lines: readonly TitleLine[], kinds: readonly KindPattern[], isSure: boolean): OtherKind | undefined {
  const end = Math.min(lines.length, linesLooked);
  for (let line = 0; line < end; line++) {
    const { text } = lines[line] as TitleLine;
    if (text.length > longestTitle || /[。；，]/.test(text)) continue;
    const broken = joinedTitle(lines, line);
    const kind = kinds.find(({ pattern }) => pattern.test(text) || (broken !== undefined && pattern.test(broken)));
    if (kind !== undefined) return { reason: kind.reason, line, isSure };
  }
  return undefined;
}

/** `关于做好……年度报告⏎编制和发布工作的通知`: this line with up to two above it that belong to one title. */
function joinedTitle(lines: readonly TitleLine[], last: number): string | undefined {
  let text = (lines[last] as TitleLine).text;
  for (let i = last - 1; i >= 0 && last - i <= 2; i--) {
    const { text: above, lineNumber } = lines[i] as TitleLine;
    if (above.length > 50 || /[。；，：:]/.test(above) || (lines[i + 1] as TitleLine).lineNumber - lineNumber > 2)
      return undefined;
    text = above + text;
    if (above.startsWith('关于')) return text;
  }
  return undefined;
}

/** Whether it is written in traditional characters, which the format's words are not looked for in. */
export function isTraditional(lines: readonly TitleLine[]): boolean {
  return lines.some(({ text }) => /信息公開|政務公開|年度報告|總體情況/.test(text));
}
