/** Whether two names may be those of one body: in full and in short, a government's and its office's. */

/** Whether one name's core can be short for the other's: its characters stand in the other's in the same order. */
export function mayBeOneBody(name: string, other: string): boolean {
  const cores = [core(name), core(other)] as const;
  const [short, long] = cores[0].length <= cores[1].length ? cores : [cores[1], cores[0]];
  if (short === '' || !isWithin(short, long)) return false;
  const isSubordinate =
    /[县市区省州旗]$/.test(short) && long.startsWith(short) && /(?:[镇乡局厅]|街道|委员会)$/.test(long);
  return !isSubordinate;
}

function core(name: string): string {
  return name
    .replace(/[\s《》“”（）()]/g, '')
    .replace(/街道办事处|街道办$/, '街道')
    .replace(/人民政府|政府|(?:机关|部门)$/g, '');
}

function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (at < short.length && char === short.charAt(at)) at++;
  return at === short.length;
}
