import type { Facts, Figures } from '../../support/reports/facts';
import { caseCount, dispositionGroups, dispositionRows, groupCount, requestCount } from '../../support/reports/facts';
import type { LogicalReport } from '../../support/reports/logical-report';
import { paragraphs, reportOn, tablePart } from '../../support/reports/logical-report';
import { placed } from '../../support/reports/marks';
import type { Random } from '../../support/reports/random';
import { changeTag, sectionOf, tagPlaces, withSection } from '../change';
import type { Fault } from '../fault';

/** What may rightly be said besides, once one number of the prose is wrong. */
export const alongside = [
  'prose/count-conflict',
  'prose/zero-conflict',
  'prose/narrative-sum',
  'prose/narrative-balance',
  'prose/narrative-share',
  'prose/self-contradiction',
];

/** Every figure that some statement may rightly mean. */
function plausible(facts: Facts): Set<number> {
  const values = [...facts.figures.values()].map(Number);
  const groups = dispositionGroups.map(([, , prefix]) => groupCount(facts, prefix));
  const disposed = requestCount(facts, 'disposed');
  const rows = dispositionRows(facts.edition).map((row) => requestCount(facts, row));
  const intake = requestCount(facts, 'received') + requestCount(facts, 'carried-in');
  const less = [...groups, ...rows].map((value) => disposed - value);
  const litigation = caseCount(facts, 'direct-litigation', 'total');
  const both = litigation + caseCount(facts, 'litigation-after-reconsideration', 'total');
  return new Set([...values, ...groups, ...less, intake, both, both + caseCount(facts, 'reconsideration', 'total')]);
}

function wrongNumber(random: Random, truth: number, avoid: ReadonlySet<number>): string {
  let wrong = truth + random.int(1, 9);
  while (avoid.has(wrong)) wrong++;
  return String(wrong);
}

const factGroups: Readonly<Record<string, (name: string) => boolean>> = {
  received: (name) => name === 'fact:received',
  'carried in': (name) => name === 'fact:carried-in' || name === 'fact:in-all',
  closed: (name) => name === 'fact:disposed',
  'carried out': (name) => name === 'fact:carried-out',
  dispositions: (name) => name.startsWith('fact:group:') || name === 'fact:unable-not-held',
  applicants: (name) => name.startsWith('fact:received:'),
  cases: (name) => /^fact:(?:reconsideration|litigation)/.test(name),
  documents: (name) => /^fact:(?:issued|repealed|in-force)/.test(name),
  decisions: (name) => /^fact:(?:licences|penalties|coercion)/.test(name),
};

function countConflict(group: string): Fault {
  return {
    name: `prose/count-conflict ${group}`,
    // A wrong part that may also be read of another row is told against its own whole.
    rules: group === 'applicants' ? ['prose/count-conflict', 'prose/narrative-sum'] : ['prose/count-conflict'],
    allowed: alongside,
    put: (report, random) => {
      const places = tagPlaces(report, (name) => factGroups[group]?.(name) === true).filter(({ tag }) =>
        /^[1-9][0-9,]*$/.test(tag.text),
      );
      if (places.length === 0) return undefined;
      const place = random.pick(places);
      const truth = Number(place.tag.text.replace(/,/g, ''));
      return { report: changeTag(place, placed(wrongNumber(random, truth, plausible(report.facts)))) };
    },
  };
}

/** The report on these figures, but with the tables of others. */
function withOtherTables(facts: Facts, figures: Figures): LogicalReport {
  let report = reportOn(facts);
  for (const id of ['disclosure', 'requests', 'review'] as const) {
    report = withSection(report, id, (section) => ({ ...section, parts: [tablePart({ ...facts, figures }, id)] }));
  }
  return report;
}

/** The figures with those of some rows set to 0. */
function emptied(figures: Figures, wanted: RegExp): Figures {
  return new Map([...figures].map(([key, value]) => [key, wanted.test(key) ? '0' : value]));
}

/** What the prose and the tables speak of, told by the keys of the figures and by the tags of the statements. */
interface Subject {
  readonly name: string;
  /** The figures that are 0 where there is none. */
  readonly figures: RegExp;
  /** The figures of which one at least must be other than 0 for the statement to be false. */
  readonly decisive: RegExp;
  readonly none: RegExp;
  readonly some: RegExp;
}

const subjects: readonly Subject[] = [
  {
    name: 'requests',
    figures: /^requests\//,
    decisive: /^requests\/received\/total$/,
    none: /^none:received$/,
    some: /^fact:received$/,
  },
  {
    name: 'cases',
    figures: /^review\//,
    decisive: /total$/,
    none: /^none:cases$/,
    some: /^fact:(?:reconsideration|litigation)$/,
  },
  {
    name: 'documents',
    figures: /\/normative-documents\//,
    decisive: /\/(?:issued|made)$/,
    none: /^none:(?:documents|issued)$/,
    some: /^fact:issued$/,
  },
];

function zeroConflicts({ name, figures, decisive, none, some }: Subject): Fault[] {
  const fault = (variant: string, wanted: RegExp, build: (facts: Facts) => LogicalReport): Fault => ({
    name: `prose/zero-conflict ${name}, ${variant}`,
    rules: ['prose/zero-conflict'],
    allowed: alongside,
    put: ({ facts }, random) => {
      const stated = [...facts.figures].filter(([key]) => figures.test(key) && decisive.test(key));
      if (stated.every(([, value]) => value === '0')) return undefined;
      const places = tagPlaces(build(facts), (tag) => wanted.test(tag));
      if (places.length === 0) return undefined;
      const place = random.pick(places);
      return { report: changeTag(place, placed(place.tag.text)) };
    },
  });
  return [
    fault('prose none', none, (facts) =>
      withOtherTables({ ...facts, figures: emptied(facts.figures, figures) }, facts.figures),
    ),
    fault('table none', some, (facts) => withOtherTables(facts, emptied(facts.figures, figures))),
  ];
}

export const conflictFaults: readonly Fault[] = [
  ...subjects.flatMap(zeroConflicts),
  ...Object.keys(factGroups).map(countConflict),
];

export const statedFaults: readonly Fault[] = [
  {
    name: 'prose/wrong-citation',
    rules: ['prose/wrong-citation'],
    put: (report, random) => {
      const wrong = placed(
        random.pick([
          '《中华人民共和国政府信息公开条例》（国务院令第771号）',
          '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕13号）',
          '《政府信息公开信息处理费管理办法》（国办函〔2020〕190号）',
          '《中华人民共和国政府信息公开条列》',
        ]),
      );
      return { report: { ...report, preface: [...report.preface, `${wrong}是编制本报告的依据。`] } };
    },
  },
  {
    name: 'prose/stale-year',
    rules: ['prose/stale-year'],
    put: (report, random) => {
      const places = tagPlaces(report, (tag) => tag === 'year');
      if (places.length === 0) return undefined;
      return { report: changeTag(random.pick(places), placed(`${report.facts.year - 1}年`)) };
    },
  },
  {
    name: 'prose/fee-not-reported',
    rules: ['prose/fee-not-reported'],
    put: (report, random) => {
      // The fee and the duty to report it came with 国办函〔2020〕109号, in force from 2021.
      if (report.facts.year < 2021) return undefined;
      const told = placed(random.pick(['无。', '没有其他需要报告的事项。', '无其他需要报告的事项。']));
      const other = sectionOf(report, 'other');
      return {
        report: withSection(report, 'other', () => ({
          ...other,
          title: placed(other.title),
          parts: paragraphs([told]),
        })),
      };
    },
  },
  {
    name: 'prose/problems-and-improvements',
    rules: ['prose/problems-and-improvements'],
    put: (report, random) => ({
      report: withSection(report, 'problems', (section) => ({
        ...section,
        title: placed(section.title),
        parts: paragraphs([
          placed(
            random.pick([
              '无。',
              '存在的主要问题：一是部分栏目更新不够及时；二是政策解读形式较为单一。',
              '下一步，将完善信息发布责任清单，运用图解、短视频等方式开展政策解读。',
            ]),
          ),
        ]),
      })),
    }),
  },
];
