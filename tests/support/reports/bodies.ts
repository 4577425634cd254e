/** Invented bodies of every administrative level. */
import type { Random } from './random';

type BodyKind =
  | 'township'
  | 'subdistrict'
  | 'county'
  | 'county-department'
  | 'municipal'
  | 'municipal-department'
  | 'provincial'
  | 'provincial-department';

export interface Body {
  readonly kind: BodyKind;
  /** As in the title, e.g. `岚溪县青禾镇人民政府`. */
  readonly name: string;
  /** As in running text, e.g. `青禾镇`. */
  readonly short: string;
  /** How it calls itself, e.g. `我镇`. */
  readonly self: string;
  /** Whether its own administrative rules (规章) may be other than 0. */
  readonly mayMakeRules: boolean;
}

const counties = ['岚溪县', '云梧县', '临沅县', '澄泉县', '东岫县', '锦川县', '栗阳区', '望湖区', '安渡区', '北屏区'];
const cities = ['景安市', '汀源市', '南棠市', '宁陵市'];
const places = ['青禾', '石桥', '白鹿', '长岗', '柳溪', '双槐', '大湾', '丰乐', '梅坑', '永安', '杨梅岭', '官渡'];
const streets = ['城东', '新华', '凤凰山', '解放路', '滨江', '学府', '太平'];
const departments: readonly (readonly [string, string])[] = [
  ['教育局', '我局'],
  ['交通运输局', '我局'],
  ['自然资源局', '我局'],
  ['卫生健康局', '我局'],
  ['市场监督管理局', '我局'],
  ['住房和城乡建设局', '我局'],
  ['水务局', '我局'],
  ['民政局', '我局'],
  ['发展和改革委员会', '我委'],
];
const provinces = ['云岭省', '澜江省'];
const provincialOffices: readonly (readonly [string, string])[] = [
  ['教育厅', '我厅'],
  ['生态环境厅', '我厅'],
  ['交通运输厅', '我厅'],
];

type Draw = (random: Random) => Omit<Body, 'kind'>;

const draws: Readonly<Record<BodyKind, Draw>> = {
  township: (random) => {
    const unit = random.pick(['镇', '乡']);
    const short = random.pick(places) + unit;
    const county = random.chance(0.85) ? random.pick(counties) : '';
    return { name: `${county}${short}人民政府`, short, self: `我${unit}`, mayMakeRules: false };
  },
  subdistrict: (random) => {
    const short = `${random.pick(streets)}街道`;
    const county = random.pick(counties);
    const ending = random.chance(0.8) ? '办事处' : '';
    return { name: `${county}${short}${ending}`, short, self: '我街道', mayMakeRules: false };
  },
  county: (random) => {
    const short = random.pick(counties);
    return { name: `${short}人民政府`, short, self: short.endsWith('县') ? '我县' : '我区', mayMakeRules: false };
  },
  'county-department': (random) => {
    const [office, self] = random.pick(departments);
    const short = random.chance(0.5) ? `县${office}` : office;
    const county = random.pick(short === office ? counties : counties.filter((name) => name.endsWith('县')));
    return { name: county + office, short, self, mayMakeRules: false };
  },
  municipal: (random) => {
    const short = random.pick([...cities, '苍南州', '青河州']);
    const full = short.endsWith('州') ? `${short.slice(0, -1)}彝族自治州` : short;
    return { name: `${full}人民政府`, short, self: short.endsWith('州') ? '全州' : '我市', mayMakeRules: true };
  },
  'municipal-department': (random) => {
    const [office, self] = random.pick(departments);
    return { name: random.pick(cities) + office, short: `市${office}`, self, mayMakeRules: false };
  },
  provincial: (random) => {
    const short = random.pick(provinces);
    return { name: `${short}人民政府`, short, self: '我省', mayMakeRules: true };
  },
  'provincial-department': (random) => {
    const [office, self] = random.pick(provincialOffices);
    return { name: random.pick(provinces) + office, short: `省${office}`, self, mayMakeRules: false };
  },
};

const frequencies: readonly (readonly [BodyKind, number])[] = [
  ['township', 40],
  ['subdistrict', 15],
  ['county-department', 22],
  ['county', 10],
  ['municipal', 4],
  ['municipal-department', 5],
  ['provincial', 2],
  ['provincial-department', 2],
];

/** A body of a random kind, or of the given one. */
export function drawBody(random: Random, kind?: BodyKind): Body {
  const drawn = kind ?? drawKind(random);
  return { kind: drawn, ...draws[drawn](random) };
}

/** Another body of the same kind. */
export function otherBody(random: Random, body: Body): Body {
  for (;;) {
    const other = drawBody(random, body.kind);
    if (other.short !== body.short && other.name !== body.name) return other;
  }
}

/** Whether the body is a government (人民政府), not a department or an office of one. */
export function isGovernment({ kind }: Body): boolean {
  return kind === 'township' || kind === 'county' || kind === 'municipal' || kind === 'provincial';
}

/** Whether the body is a department of a government. */
export function isDepartment({ kind }: Body): boolean {
  return kind.endsWith('department');
}

function drawKind(random: Random): BodyKind {
  let ticket = random.int(1, 100);
  for (const [kind, weight] of frequencies) {
    ticket -= weight;
    if (ticket <= 0) return kind;
  }
  return 'township';
}
