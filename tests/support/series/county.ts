/** A county that is made up: 60 bodies with a roster, their reports of five years in every layout, and faults planted among them. */
import { applicantColumns } from '../../../server/src/standard/columns';
import { editionFor } from '../../../server/src/standard/editions';
import type { Body } from '../reports/bodies';
import { applicants, dispositionRows, drawFacts, type Facts, type Figures } from '../reports/facts';
import { reportOn } from '../reports/logical-report';
import { type Random, randomOf } from '../reports/random';
import { layoutOf, render } from '../reports/render';

export const countyYears = [2020, 2021, 2022, 2023, 2024] as const;

/** A fault, and where a rule has to tell of it. */
export interface Planted {
  readonly rule: string;
  readonly file: string;
}

export interface County {
  /** Texts by file name, the policy with the roster among them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly planted: readonly Planted[];
}

export const policyFile = '.disclosure-audit.json';

const syllables = [...'青白长石双梅永官云栗望安北柳丰杨清松竹桃'];
const endings = [...'禾桥岗坑渡溪湾岭塘坝'];
const offices = [
  '教育局',
  '民政局',
  '财政局',
  '水利局',
  '林业局',
  '司法局',
  '审计局',
  '统计局',
  '应急管理局',
  '农业农村局',
];

/** Thirty towns, ten departments of the county and twenty of its city: names that no other of them is part of. */
function bodies(): readonly Body[] {
  const towns = Array.from({ length: 30 }, (_, i): Body => {
    const short = `${syllables[i % 20]}${endings[(i * 3 + Math.floor(i / 20)) % 10]}镇`;
    return { kind: 'township', name: `岚溪县${short}人民政府`, short, self: '我镇', mayMakeRules: false };
  });
  const departmentOf =
    (county: string) =>
    (office: string): Body => ({
      kind: 'county-department',
      name: `${county}${office}`,
      short: `县${office}`,
      self: '我局',
      mayMakeRules: false,
    });
  return [...towns, ...['岚溪县', '云梧县', '临沅县'].flatMap((county) => offices.map(departmentOf(county)))];
}

interface Draft {
  readonly file: string;
  readonly facts: Facts;
  /** Instead of what it would say in section five. */
  problems?: string;
}

/** All is drawn from `seed`. */
export function county(seed: number): County {
  const random = randomOf(seed, 'county');
  const drafts = new Map<string, Draft>();
  for (const [index, body] of bodies().entries()) {
    let last: Facts | undefined;
    for (const year of countyYears) {
      const facts = factsOf(seed * 1000 + index * 10 + year - 2020, body, year, last);
      drafts.set(`${year}/${body.name}`, { file: `${year}/${body.name}.txt`, facts, problems: problemsOf(random) });
      last = facts;
    }
  }
  const planted = plant(random, drafts);
  const texts = new Map([...drafts.values()].map((draft) => [draft.file, textOf(draft)]));
  for (const { file, text } of planted.copies) texts.set(file, text(texts));
  texts.set(policyFile, rosterText(planted.listed));
  return { texts, planted: planted.faults };
}

/** What is carried in and what is in force follow from last year. */
function factsOf(seed: number, body: Body, year: number, last: Facts | undefined): Facts {
  const edition = editionFor(year);
  const facts: Facts = { ...drawFacts(seed), body, year, edition, figures: new Map() };
  const drawn = figuresFor(seed, year);
  for (const [key, value] of drawn) facts.figures.set(key, value);
  if (last === undefined) return facts;
  carry(facts, last);
  if (edition.id === last.edition.id) stock(facts.figures, last.figures);
  return facts;
}

/** Figures of a seed that draws one of the wanted edition. */
function figuresFor(seed: number, year: number): Figures {
  for (let i = 0; ; i++) {
    const { edition, figures } = drawFacts(seed + i * 1_000_003);
    if (edition.id === editionFor(year).id) return figures;
  }
}

function count(figures: Figures, key: string): number {
  return Number(figures.get(key) ?? 0);
}

/** In each column as much is carried in as last year carried out; what is handled grows where it has to. */
function carry({ figures, edition }: Facts, last: Facts): void {
  for (const column of applicants) {
    const into = count(last.figures, `requests/carried-out/${column}`);
    const key = (row: string): string => `requests/${row}/${column}`;
    const settled = () => count(figures, key('disposed')) + count(figures, key('carried-out'));
    const lacking = Math.max(0, into - settled());
    figures.set(key('granted'), String(count(figures, key('granted')) + lacking));
    figures.set(key('disposed'), String(count(figures, key('disposed')) + lacking));
    figures.set(key('carried-in'), String(into));
    figures.set(key('received'), String(settled() - into));
  }
  for (const { id } of edition.tables.requests.rows) {
    const total = applicants.reduce((sum, column) => sum + count(figures, `requests/${id}/${column}`), 0);
    figures.set(`requests/${id}/total`, String(total));
  }
}

function stock(figures: Figures, last: Figures): void {
  for (const row of ['administrative-rules', 'normative-documents']) {
    const key = (column: string): string => `disclosure/${row}/${column}`;
    const was = count(last, key('in-force'));
    const repealed = Math.min(count(figures, key('repealed')), was);
    figures.set(key('repealed'), String(repealed));
    figures.set(key('in-force'), String(was + count(figures, key('issued')) - repealed));
  }
}

const matters = [
  '惠农补贴',
  '低保评定',
  '征地补偿',
  '危房改造',
  '河道整治',
  '学校招生',
  '道路养护',
  '医保参保',
  '应急演练',
  '林权登记',
  '垃圾清运',
  '饮水工程',
  '殡葬改革',
  '养老服务',
  '执法检查',
  '项目招标',
  '财政决算',
  '人事招考',
  '环境整治',
  '灾后重建',
];
const faults = [
  '更新慢',
  '内容少',
  '格式乱',
  '没有附件',
  '找不到入口',
  '只转发上级文件',
  '解读太笼统',
  '答复超过了内部时限',
  '栏目长期空着',
  '公示期短',
  '数据前后不符',
  '口径不统一',
];
const reasons = [
  '经办人一年里换了三次',
  '各科室报送不及时',
  '审核流程环节多',
  '网站改版后没有迁移',
  '没有专职人员',
  '培训只办了一期',
  '业务系统不联通',
  '目录多年没有修订',
  '把关责任不清',
  '群众不会用网上渠道',
];
const remedies = [
  '重新排了值班表',
  '按月通报各科室',
  '把审核压缩到两天',
  '补录了往年信息',
  '请法律顾问逐件看答复',
  '在村口设了查阅点',
  '修订了目录',
  '每季度抽查一次',
  '与上级平台对接',
  '编了一本办事问答',
];

/** A section five of its own: of some millions of sentences six. */
function problemsOf(random: Random): string {
  const sentence = (): string =>
    `${random.pick(matters)}方面${random.pick(faults)}，主要是${random.pick(reasons)}，${random.pick(matters)}的材料也${random.pick(faults)}，${random.pick(['为此', '对此', '我们', '年内', '随后'])}${random.pick(remedies)}，并${random.pick(remedies)}。`;
  const say = (n: number): string => Array.from({ length: n }, sentence).join('');
  return `存在的主要问题：${say(4)}\n\n改进情况：${say(4)}`;
}

function textOf({ facts, problems }: Draft): string {
  const report = reportOn(facts);
  const sections = report.sections.map((section) =>
    section.id === 'problems' && problems !== undefined
      ? { ...section, parts: problems.split('\n\n').map((text) => ({ kind: 'paragraph' as const, text })) }
      : section,
  );
  return render({ ...report, sections }, layoutOf(facts.seed)).text;
}

interface Planting {
  readonly faults: readonly Planted[];
  /** Files that are made of others. */
  readonly copies: readonly { readonly file: string; text(texts: ReadonlyMap<string, string>): string }[];
  /** The bodies of the roster, as they stand in it. */
  readonly listed: readonly Readonly<Record<string, unknown>>[];
}

/** Each fault in bodies of its own, so that none brings another with it. */
function plant(random: Random, drafts: Map<string, Draft>): Planting {
  const names = random.shuffle(bodies().map(({ name }) => name));
  const next = (): string => names.pop() as string;
  const at = (year: number, name: string): Draft => drafts.get(`${year}/${name}`) as Draft;
  const found: Planted[] = [];
  const copies: Planting['copies'][number][] = [];

  // One in each column, with the total that it stands in.
  for (const { id: column } of applicantColumns.slice(0, -1)) {
    const draft = at(random.pick([2021, 2022, 2023, 2024]), next());
    const { figures } = draft.facts;
    for (const row of ['carried-in', 'granted', 'disposed']) {
      for (const each of [column, 'total']) {
        figures.set(`requests/${row}/${each}`, String(count(figures, `requests/${row}/${each}`) + 3));
      }
    }
    found.push({ rule: 'series/carry-over-mismatch', file: draft.file });
  }
  const stocked = at(2024, next());
  const inForce = 'disclosure/normative-documents/in-force';
  stocked.facts.figures.set(inForce, String(count(stocked.facts.figures, inForce) + 2));
  found.push({ rule: 'series/document-stock-mismatch', file: stocked.file });

  const absent = next();
  drafts.delete(`2023/${absent}`);
  found.push({ rule: 'series/missing-report', file: policyFile });
  // The years beside it have nothing to be compared with.

  const unlisted = next();
  for (const year of countyYears) found.push({ rule: 'series/unlisted-body', file: at(year, unlisted).file });

  const twice = at(2022, next());
  copies.push({ file: `2022/又一份.txt`, text: (texts) => texts.get(twice.file) as string });
  // By name the other one stands first.
  found.push({ rule: 'series/duplicate-report', file: `2022/又一份.txt` });

  const stale = next();
  const [before, after] = [at(2023, stale), at(2024, stale)];
  copyTable(before.facts, after.facts);
  found.push({ rule: 'series/copied-figures', file: after.file });
  found.push({ rule: 'series/carry-over-mismatch', file: after.file });

  const own = next();
  const copied = at(2024, own);
  copied.problems = reworded(at(2023, own).problems ?? '', random);
  found.push({ rule: 'series/copied-text', file: copied.file });
  const [first, second] = [at(2022, next()), at(2022, next())];
  second.problems = reworded(first.problems ?? '', random);
  found.push({ rule: 'series/copied-text', file: first.file }, { rule: 'series/copied-text', file: second.file });

  const listed = bodies()
    .filter(({ name }) => name !== unlisted)
    .map(({ name }) => ({ name }));
  return { faults: found, copies, listed };
}

/** Table three with figures that are not the same by chance, in both years; what is carried in is not what was carried out. */
function copyTable(before: Facts, after: Facts): void {
  const { figures } = before;
  const carriedIn = count(figures, 'requests/carried-in/natural-person');
  const isKept = (key: string): boolean => key.startsWith('requests/carried-in/');
  for (const key of figures.keys()) if (key.startsWith('requests/') && !isKept(key)) figures.set(key, '0');
  const rows = dispositionRows(before.edition);
  const counts = { received: 31, 'carried-out': carriedIn + 4, granted: 17, [rows[1] as string]: 10, disposed: 27 };
  for (const [row, value] of Object.entries(counts)) {
    figures.set(`requests/${row}/natural-person`, String(value));
    figures.set(`requests/${row}/total`, String(value));
  }
  for (const [key, value] of figures) if (key.startsWith('requests/')) after.figures.set(key, value);
}

/** A fifth of its words exchanged. */
function reworded(text: string, random: Random): string {
  const others = [...'办理公开信息工作群众机关条例答复流程'];
  return [...text]
    .map((character) => (/\p{sc=Han}/u.test(character) && random.chance(0.1) ? random.pick(others) : character))
    .join('');
}

function rosterText(listed: Planting['listed']): string {
  return JSON.stringify({ bodies: listed });
}
