/** The body that issues a report and its administrative level, told from its name. */
import { before } from '../../text/tail';
import type { Level } from '../report';

/**
 * Whether the body is a people's government, which states 工作考核、社会评议、责任追究 besides (article 50, item 4):
 * no department, no subdistrict office, no zone.
 */
export function isGovernment(issuer: string | null): boolean {
  const level = levelOf(issuer);
  return (
    level !== 'department' && level !== 'institution' && level !== 'subdistrict' && bodyOf(issuer).kind === 'government'
  );
}

/** What a body is, as far as it decides what its report has to say; departments stand for every other body, too. */
export const reportingLevels = ['government', 'department', 'subdistrict'] as const;
export type ReportingLevel = (typeof reportingLevels)[number];

/** The likeliest by the name; whoever writes the report knows better. */
export function reportingLevelOf(issuer: string): ReportingLevel {
  if (isGovernment(issuer)) return 'government';
  return levelOf(issuer) === 'subdistrict' ? 'subdistrict' : 'department';
}

/** Zones and committees in charge of them: no government, and no department of one either. */
const zone = /(?:开发|高新|新|园|景|示范|试验|保税|合作)区$|管(?:理)?委(?:员)?会$/;

/** 公共企事业单位 of article 55 and their like: they serve the public, and no department is called so. */
const publicInstitution =
  /(?:医院|卫生院|保健院|妇幼保健(?:计划生育)?服务中心|福利院|敬老院|养老院|学校|[小中]学|幼儿园|大学|[^法察]学院|职业学院|公司|集团|自来水厂|电视台|广播电台|图书馆|博物馆|文化馆|体育馆|银行|供电局|供电所|俱乐部|门诊部)$/;

/** Organisations of the people (群团), and trading centres: bodies that owe no report as a department does. */
const organisation =
  /(?:残疾人联合会|残联|总工会|工会(?:委员会)?|妇女联合会|妇联|共青团.{0,12}委员会|团委|红十字会|工商业联合会|工商联|文学艺术界联合会|文联|科学技术协会|科协|社会科学界联合会|社科联|归国华侨联合会|侨联|计划生育协会|(?:公共资源|产权|农村产权)?交易中心)$/;

/**
 * Whether the body is a public enterprise or institution (公共企事业单位), which article 55 of the regulation puts under rules of
 * its own. A name that only may mean one tells nothing.
 */
export function isPublicInstitution(issuer: string | null): boolean {
  return issuer !== null && publicInstitution.test(nameWithoutNote(issuer));
}

/** Level by the end of the name, most telling first. */
const levels: readonly (readonly [RegExp, Level])[] = [
  [/街道(?:办事处|办)?$/, 'subdistrict'],
  [/(?:镇|乡|苏木)(?:人民政府|政府)?$/, 'township'],
  [publicInstitution, 'institution'],
  [organisation, 'institution'],
  [zone, 'unknown'],
  [/(?:办公室|办公厅|局|委员会|委|厅|部|署|院|处|中心|队|所|站|馆|总队|支队|大队)$/, 'department'],
  [/(?:县|旗)(?:人民政府|政府)?$/, 'county'],
  [/(?:省|自治区)(?:人民政府|政府)?$/, 'provincial'],
  [/(?:自治州|盟)(?:人民政府|政府)?$/, 'municipal'],
  [/(?:^|[^自治])区(?:人民政府|政府)?$/, 'county'],
];

/** `unknown` where the name does not tell: a 市 may be a county-level city, a municipality, or anything between. */
export function levelOf(issuer: string | null): Level {
  if (issuer === null) return 'unknown';
  const name = nameWithoutNote(issuer);
  return levels.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
}

/** What a government or one of its departments belongs to; `city` for a 市 of whatever level. */
type Division = 'national' | 'provincial' | 'municipal' | 'city' | 'county' | 'township' | 'unknown';

/** A body: a government (or its office, which may report for it), or a department or institution, subordinate to one. */
export interface Body {
  readonly kind: 'government' | 'department' | 'unknown';
  readonly division: Division;
}

const unknownBody: Body = { kind: 'unknown', division: 'unknown' };

/** A division's last character, where it is no part of another word. */
const marker =
  /自治区|自治州|自治县|自治旗|省(?!直|级)|(?<![城都超门])市(?!场|政|容|级|直)|县(?!城(?![市乡镇管建])|域|级|直)|(?<![社园景地库山林校小灾牧矿])区(?!域|划|级|直)|旗(?!舰)/g;
const divisions: Readonly<Record<string, Division>> = {
  自治区: 'provincial',
  省: 'provincial',
  自治州: 'municipal',
  市: 'city',
  自治县: 'county',
  自治旗: 'county',
  县: 'county',
  区: 'county',
  旗: 'county',
};
const office = /(?:人民)?政府(?:办公室|办公厅|办)$/;

/** Which government the body is, or is a department of. Nothing is guessed: what the name leaves open is `unknown`. */
export function bodyOf(issuer: string | null): Body {
  if (issuer === null) return unknownBody;
  const name = nameWithoutNote(issuer).replace(office, '人民政府');
  const level = levelOf(name);
  if (level === 'township' || level === 'subdistrict') return { kind: 'government', division: 'township' };
  if (/^(?:国家|国务院|中华人民共和国|中国)/.test(name)) return { kind: 'department', division: 'national' };
  if (zone.test(name) || /(?:开发|高新|新|园)区/.test(name)) return unknownBody;
  const last = [...name.matchAll(marker)].filter(({ index }) => index > 0).at(-1);
  if (last === undefined) return unknownBody;
  const division = divisions[last[0]] ?? 'unknown';
  const rest = name.slice(last.index + last[0].length);
  if (/^(?:人民)?(?:政府)?$/.test(rest)) return { kind: 'government', division };
  const isSubordinate = level === 'department' || level === 'institution';
  return isSubordinate ? { kind: 'department', division } : unknownBody;
}

/** The name without what stands in brackets after it. */
function nameWithoutNote(issuer: string): string {
  return before(issuer, /[\s（(]/);
}
