/** Faults of the prose against itself: lists, balances, shares, statements that exclude one another. */

import type { LogicalReport } from '../../support/reports/logical-report';
import { placed, tagsIn } from '../../support/reports/marks';
import type { Random } from '../../support/reports/random';
import type { TagPlace } from '../change';
import { changeTag, tagPlaces, withoutFigures } from '../change';
import type { Fault } from '../fault';
import { leanOverview } from './content';
import { alongside } from './prose';
import { withParagraph } from './structure';

function listFault(
  name: string,
  change: (values: readonly number[], whole: number, random: Random) => number | undefined,
): Fault {
  return {
    name,
    rules: ['prose/narrative-sum'],
    put: (report, random) => {
      const isClosed = name.endsWith('short');
      const places = tagPlaces(report, (tag) => tag === 'list').filter(
        ({ tag }) => tag.text.includes('whole') && (!isClosed || /其他/.test(tag.text)),
      );
      if (places.length === 0) return undefined;
      const place = random.pick(places);
      const tags = tagsIn(place.tag.text);
      const whole = Number(tags.find((tag) => tag.name === 'whole')?.text);
      const parts = tags.filter((tag) => tag.name === 'part');
      const by = change(
        parts.map((tag) => Number(tag.text)),
        whole,
        random,
      );
      const part = parts[0];
      if (by === undefined || part === undefined) return undefined;
      const { span } = part;
      const text = place.tag.text;
      return {
        report: changeTag(
          place,
          placed(text.slice(0, span.start) + String(Number(part.text) + by) + text.slice(span.end)),
        ),
      };
    },
  };
}

export const narrativeFaults: readonly Fault[] = [
  listFault('prose/narrative-sum too much', (_, __, random) => random.int(1, 60)),
  listFault('prose/narrative-sum closed list short', (values, _, random) => {
    const first = values[0] ?? 0;
    return first > 1 ? -random.int(1, first - 1) : undefined;
  }),
  {
    name: 'prose/narrative-balance',
    rules: ['prose/narrative-balance'],
    allowed: ['table/table-as-image'],
    put: (report, random) => {
      const [n, c, x] = [random.int(5, 60), random.int(1, 4), random.int(1, 4)];
      const closed = n + c - x + random.pick([-2, -1, 1, 2]);
      const text = random.pick([
        `全年收到政府信息公开申请${n}件，上年结转${c}件，办结${closed}件，结转下年度继续办理${x}件`,
        `本年度新收政府信息公开申请${n}件，上年度结转${c}件；共办结${closed}件，结转下一年度办理${x}件`,
      ]);
      return { report: withParagraph(bare(report), 'overview', `（五）依申请公开。${placed(text)}。`, 9) };
    },
  },
  {
    name: 'prose/narrative-balance nothing carried in told',
    rules: ['prose/narrative-balance'],
    allowed: ['table/table-as-image'],
    put: (report, random) => {
      const [closed, left, lost] = [random.int(5, 60), random.int(1, 4), random.int(1, 4)];
      const received = closed + left + lost;
      const text = random.pick([
        `全年收到政府信息公开申请${received}件，办结${closed}件，结转${left}件`,
        `全年收到政府信息公开申请${received}件，其中${closed}件已按时答复，转至${report.facts.year + 1}年办理${left}件`,
      ]);
      return { report: withParagraph(bare(report), 'overview', `（五）依申请公开。${placed(text)}。`, 9) };
    },
  },
  {
    name: 'prose/narrative-share',
    rules: ['prose/narrative-share'],
    put: (report, random) => {
      const [place] = tagPlaces(report, (tag) => tag === 'share');
      if (place === undefined) return undefined;
      const truth = Number(place.tag.text);
      const wrong = truth > 50 ? truth - random.int(3, 20) : truth + random.int(3, 20);
      return { report: changeTag(place, placed(wrong.toFixed(1))) };
    },
  },
  {
    name: 'prose/self-contradiction all closed',
    rules: ['prose/self-contradiction'],
    allowed: alongside,
    put: (report, random) => {
      const [place] = tagPlaces(report, (tag) => tag === 'fact:carried-out');
      if (place === undefined || place.slot.section !== 'overview') return undefined;
      const claims = ['所有申请均已办结', '全部政府信息公开申请均已办结', '收到的政府信息公开申请均已答复完毕'];
      return { report: claimAfter(place, placed(random.pick(claims))) };
    },
  },
  {
    name: 'prose/self-contradiction all upheld',
    rules: ['prose/self-contradiction'],
    allowed: alongside,
    put: (report, random) => {
      const [place] = tagPlaces(report, (tag) => tag === 'fact:reconsideration:pending');
      if (place === undefined) return undefined;
      const claim = placed(random.pick(['行政复议结果均为维持', '行政复议均获维持', '复议机关均维持了原行政行为']));
      return { report: claimAfter(place, claim) };
    },
  },
  {
    name: 'prose/self-contradiction two figures',
    rules: ['prose/self-contradiction'],
    allowed: ['table/table-as-image'],
    put: (report, random) => {
      const n = random.int(4, 60);
      const one = `（五）依申请公开。全年收到政府信息公开申请${placed(String(n))}件。`;
      const two = `本年度共收到政府信息公开申请${placed(String(n + random.int(1, 9)))}件。`;
      const base = withParagraph(bare(report), 'overview', one, 9);
      return { report: withParagraph(base, random.pick(['overview', 'other', 'problems'] as const), two, 9) };
    },
  },
];

/** The report with a sentence put in after the one that the tag stands in. */
function claimAfter({ slot, tag }: TagPlace, claim: string): LogicalReport {
  const end = slot.text.indexOf('。', tag.span.end) + 1;
  return slot.put(`${slot.text.slice(0, end)}${claim}。${slot.text.slice(end)}`);
}

/** A report whose prose says nothing on requests and whose tables are images, so that only the prose can tell. */
function bare(report: LogicalReport): LogicalReport {
  return leanOverview(withoutFigures(report), 'requests');
}
