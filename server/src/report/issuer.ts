/** The body that issues a report and its administrative level, told from its name. */
import type { Level } from './report';

/** Level by the end of the name, most telling first. */
const levels: readonly (readonly [RegExp, Level])[] = [
  [/街道(?:办事处|办)?$/, 'subdistrict'],
  [/(?:镇|乡|苏木)(?:人民政府|政府)?$/, 'township'],
  [/(?:办公室|办公厅|局|委员会|委|厅|院|处|中心|队|所|站|馆|总队|支队|大队)$/, 'department'],
  [/(?:县|旗)(?:人民政府|政府)?$/, 'county'],
  [/(?:省|自治区)(?:人民政府|政府)?$/, 'provincial'],
  [/(?:自治州|盟)(?:人民政府|政府)?$/, 'municipal'],
  [/(?:^|[^自治])区(?:人民政府|政府)?$/, 'county'],
];

/** `unknown` where the name does not tell: a 市 may be a county-level city, a municipality, or anything between. */
export function levelOf(issuer: string | null): Level {
  if (issuer === null) return 'unknown';
  const name = issuer.replace(/[\s（(].*$/, '');
  return levels.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
}
