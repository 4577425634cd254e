/** Parts exceed the stated whole, or a closed list of parts differs from it. */
import type { Amount, Tally } from '../../report/prose/prose';
import type { Report } from '../../report/report';
import { fold } from '../../standard/label-folding';
import { seenText } from '../../text/seen';
import type { Wording } from '../../text/wording';
import { listed, phrase } from '../../text/wording';
import type { Rule } from '../rule';

export const narrativeSum: Rule = {
  meta: {
    id: 'prose/narrative-sum',
    severity: 'warning',
    title: '正文分项与总数不符',
    summary:
      '正文“共几件，其中……”的分项之和超过总数，或者分项已经列全（有“其他”“其余”“分别”）而与总数不等；只列举一部分的不报。',
    why: '分项加起来应当等于总数，不等则必有一处写错。',
    clause: null,
    whatToDo: '对照台账核实总数和各分项，改正写错的一处；分项只是举例的，用“等”字写明。',
    fixes: [],
  },
  examples: {
    bad: [
      {
        shows: '分项之和超过总数',
        changes: [
          [
            '及时主动公开应当公开的政府信息。',
            '全年公开政府信息⟦prose/narrative-sum: 120⟧条，其中政务动态70条、财政信息30条、惠农政策25条。',
          ],
        ],
      },
      {
        shows: '分项已列全，与总数不等',
        changes: [
          [
            '及时主动公开应当公开的政府信息。',
            '全年公开政府信息⟦prose/narrative-sum: 120⟧条，其中政务动态70条、财政信息30条、其他15条。',
          ],
        ],
      },
    ],
    good: [
      {
        shows: '只列举一部分',
        changes: [['及时主动公开应当公开的政府信息。', '全年公开政府信息120条，其中政务动态70条、财政信息30条。']],
        focus: '财政信息30条',
      },
      {
        shows: '分项相加等于总数',
        changes: [
          ['及时主动公开应当公开的政府信息。', '全年公开政府信息120条，其中政务动态70条、财政信息30条、其他20条。'],
        ],
        focus: '其他20条',
      },
    ],
  },
  *check(report) {
    for (const tally of report.prose.tallies) {
      const flaw = tallyFlaw(tally);
      if (flaw === undefined) continue;
      const { whole, parts } = tally;
      yield {
        span: whole.span,
        message: phrase`正文写总数${printedAmount(report, whole)}，${flaw}，必有一处写错。`,
        key: fold(seenText(report.view, tally.clause.start, tally.clause.end)),
        related: parts.map((part) => ({ span: part.span, message: phrase`分项：${printedAmount(report, part)}` })),
      };
    }
  },
};

/** What is wrong, in words; parts of another unit than the whole's are left out of account. */
function tallyFlaw({ whole, others, parts, extent, alike }: Tally): Wording | undefined {
  const counted = parts.filter((part) => part.unit === whole.unit);
  const sum = counted.reduce((total, part) => total + part.value, 0);
  const most = Math.max(whole.value, ...others);
  const largest = counted.find((part) => part.value > most);
  if (largest !== undefined) return phrase`而其中一项就有${largest.value}${largest.unit}，部分不能超过总数`;
  const isOver = alike && sum > most;
  const mayAddUp = extent !== 'closed' || counted.length < parts.length || [whole.value, ...others].includes(sum);
  if (!isOver && mayAddUp) return undefined;
  const addends = listed(
    counted.map(({ value, bound }) => (bound === 'least' ? phrase`${value}余` : String(value))),
    '＋',
  );
  if (isOver) {
    return counted.every((part) => part.bound === 'exact')
      ? phrase`而列出的各部分（${addends}）合计${sum}${whole.unit}，超过总数${sum - whole.value}${whole.unit}`
      : phrase`而列出的各部分（${addends}）至少合计${sum}${whole.unit}，超过总数`;
  }
  return phrase`而列全的各部分（${addends}）合计${sum}${whole.unit}，与总数相差${Math.abs(sum - whole.value)}${whole.unit}`;
}

function printedAmount(report: Report, amount: Amount): string {
  return `${seenText(report.view, amount.span.start, amount.span.end)}${amount.unit}`;
}
