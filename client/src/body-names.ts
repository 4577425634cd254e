/** What of a title or of a file's name is the name of a body, and what a place's name lacks to be one. */
import { levelOf } from '../../server/src/report/title/issuer';

/** A name and the year behind it. */
const nameBeforeYear = /([\p{Script=Han}（）()·]{3,60})\s{0,9}20\d{2}\s{0,9}年/u;
/** What people write before a name: the kind of file, its state, whom it is about. */
const before =
  /^(?:.{0,200}(?:年度报告|年报|报告)|关于|附件|附|新建|复件|副本|拷贝|草稿|初稿|定稿|终稿|最终稿?|修改稿?|正式稿?|（[^（）]{0,100}）|\([^()]{0,100}\))/u;
/** No body is called so, whatever its last character says. */
const noName = /^(?:[本我全各该某]|文本文档|文档|工作表|工作簿|模板|样本|示例报告)/u;
const shortest = 3;

/** The body that a title or a file's name begins with, before the year; `undefined` where no body is called so. */
export function bodyNamedIn(text: string): string | undefined {
  let name = nameBeforeYear.exec(text)?.[1] ?? '';
  for (let rest = name.replace(before, ''); rest !== name; rest = name.replace(before, '')) name = rest;
  return [...name].length >= shortest && !noName.test(name) && isBody(name) ? name : undefined;
}

function isBody(name: string): boolean {
  return levelOf(name) !== 'unknown' || /(?:市|政府|(?:管理|工作)委员会|管委会|[^社小园校学分专]区)$/u.test(name);
}

/** The name with the office that it lacks, where a place alone is named: 青河镇 → 青河镇人民政府; `undefined` for any other. */
export function withOffice(name: string): string | undefined {
  if (/街道$/u.test(name)) return `${name}办事处`;
  if (/街道办$/u.test(name)) return `${name}事处`;
  if (/(?:[镇乡县旗省]|苏木|自治区|自治州)$/u.test(name)) return `${name}人民政府`;
  if (/[^城超门夜]市$/u.test(name)) return `${name}人民政府`;
  // Zones have committees.
  return /[^社小园校景地库林矿牧湖新发术试验示范保税合作护闲览]区$/u.test(name) ? `${name}人民政府` : undefined;
}
