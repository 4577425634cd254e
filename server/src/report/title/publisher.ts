/** Whom article 49 of the regulation binds to publish by a day, told from the issuer's name. */
import type { Report } from '../report';

/** A people's government from the county level up (or its office, which publishes for it), or a department of one. */
export type BoundPublisher = 'government' | 'department';

/** `undefined` for bodies that the article does not name, or that their name does not tell. */
export function boundPublisher({ issuer, level }: Report): BoundPublisher | undefined {
  if (issuer === null) return undefined;
  if (level === 'township' || level === 'subdistrict') return undefined;
  if (/(?:省|自治区|市|州|盟|县|区|旗)(?:人民)?政府(?:办公[室厅])?$/.test(issuer)) return 'government';
  return level === 'department' && isDepartment(issuer) ? 'department' : undefined;
}

/** 管委会, stations, schools and the like are no departments of a people's government. */
function isDepartment(issuer: string): boolean {
  return (
    /(?:局|厅|委员会|委|办公室)$/.test(issuer) && !/管理委员会|管委会|(?<!城)[镇乡](?!村)|街道|居民|村民/.test(issuer)
  );
}
