/** Index records of many bodies of one year, of whom some have copied their section one and changed words of it. */
import type { IndexRecord } from '../../../server/src/series/index-record';
import { comparedOf, ownNamesOf, packPrints, printsOf } from '../../../server/src/series/prints';
import type { Entry } from '../../../server/src/series/series';
import { type Random, randomOf } from '../reports/random';

/** What is drawn. */
export interface CopiedReports {
  readonly seed: number;
  readonly reports: number;
  /** Characters of its own that a report has, or of the one it is copied from. */
  readonly length: number;
  /** The share of characters that a copy has changed. */
  readonly change: number;
  /** Whether single characters are replaced by others, or words are replaced, left out and made longer. */
  readonly unit: 'character' | 'word';
}

/** A report, and which one it is copied from. */
export interface CopiedReport {
  readonly entry: Entry;
  readonly from: number | undefined;
}

const characters = [
  ...'政府信息公开工作年度主动依法行受理办件群众服务平台网站栏目更新发布监督保障组织领导培训考核制度规范流程答复文书审查机制责任落实村居环境教育卫生交通水利农业住房资金项目计划标准宣传解读回应会议档案统计数据系统运维窗口咨询热线反馈意见整改提升',
];
const words = 100_000;
/** Characters that all have in common. */
const boilerplate = 800;
const oneIsCopied = 1 / 20;

export function copiedReports(wanted: CopiedReports): readonly CopiedReport[] {
  const random = randomOf(wanted.seed, 'copies');
  const vocabulary = Array.from({ length: words }, () => wordOf(random));
  const common = textOf(random, vocabulary, boilerplate);
  const texts: string[] = [];
  return Array.from({ length: wanted.reports }, (_, index) => {
    const from = index > 10 && random.chance(oneIsCopied) ? random.int(0, index - 1) : undefined;
    const source = from === undefined ? undefined : (texts[from] as string);
    const own =
      source === undefined ? textOf(random, vocabulary, wanted.length) : changed(random, vocabulary, source, wanted);
    texts.push(own);
    return { entry: { record: recordOf(index, `${common}${own}`), roster: null }, from };
  });
}

function wordOf(random: Random): string {
  return Array.from({ length: random.int(4, 11) }, () => random.pick(characters)).join('');
}

function textOf(random: Random, vocabulary: readonly string[], length: number): string {
  let text = '';
  while (text.length < length) text += `${random.pick(vocabulary)}，`;
  return text;
}

function changed(random: Random, vocabulary: readonly string[], text: string, { change, unit }: CopiedReports): string {
  if (unit === 'character') {
    return [...text].map((character) => (random.chance(change) ? random.pick(characters) : character)).join('');
  }
  const replaced = (): string => random.pick(vocabulary).slice(0, random.pick([0, 2, 4]));
  return (text.match(/.{1,3}/gu) ?? []).map((word) => (random.chance(change) ? replaced() : word)).join('');
}

function recordOf(index: number, text: string): IndexRecord {
  const issuer = `青岭县第${index}镇人民政府`;
  const compared = comparedOf(text, [{ start: 0, end: text.length }], ownNamesOf(issuer));
  const prints = printsOf(compared).map(({ hash, at, offset }) => ({
    hash,
    at,
    place: { line: 2, character: offset },
  }));
  return {
    version: 1,
    file: `${index}.txt`,
    index: 0,
    issuer,
    level: 'township',
    year: 2024,
    edition: '2021',
    date: null,
    digest: String(index),
    figures: { disclosure: {}, requests: {}, review: {} },
    places: '',
    prints: { overview: packPrints(prints, { line: 2, character: text.length }) },
  };
}

export interface Found {
  readonly copies: number;
  /** Copies of which a passage is told. */
  readonly found: number;
  /** Pairs of which neither is copied from the other, nor both from a third, each told once. */
  readonly invented: number;
}

export function countFound(
  reports: readonly CopiedReport[],
  othersOf: (report: CopiedReport) => readonly number[],
): Found {
  const origin = (index: number): number => {
    const { from } = reports[index] as CopiedReport;
    return from === undefined ? index : origin(from);
  };
  const invented = new Set<string>();
  let copies = 0;
  let found = 0;
  reports.forEach((report, index) => {
    const others = othersOf(report);
    if (report.from !== undefined) {
      copies++;
      if (others.some((other) => origin(other) === origin(index))) found++;
    }
    for (const other of others) {
      if (origin(other) !== origin(index)) invented.add([index, other].sort().join(' '));
    }
  });
  return { copies, found, invented: invented.size };
}
