/** What a character is printed as: programs leave other code points that look the same, and some that nobody sees. */

/** Radicals that PDF readers give for whole characters, and that Unicode does not call compatible with them. */
const radicals = [
  ...'\u2e81\u2e87\u2e88\u2e8a\u2e8c\u2e8d\u2e92\u2e93\u2e97\u2e9c\u2e9d\u2ea0\u2ea7\u2ea9\u2eab\u2eac\u2eae\u2eb6\u2ebb\u2ebc\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2eca\u2ecb\u2ed1\u2ed3\u2ed4\u2ed5\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee1\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eec\u2eee\u2ef0',
];
const wholes = [
  ...'厂几刀卜小小巳幺心日月民牛王目示竹羊聿肉虎西见角贝足车長长门阜雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙',
];

/** Compatibility forms of ideographs as the ideographs; nothing for what nobody sees. */
export function printedForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (code < 0x2e80) return isInvisible(code) ? '' : character;
  if (code <= 0x2fd5 || (code >= 0xf900 && code <= 0xfaff)) {
    const radical = radicals.indexOf(character);
    if (radical >= 0) return wholes[radical] as string;
    const plain = character.normalize('NFKC');
    return plain.length === 1 ? plain : character;
  }
  return isInvisible(code) ? '' : character;
}

/** Soft hyphen, zero-width marks, direction marks, byte order marks, variation selectors, noncharacters. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    code >= 0xfffe
  );
}
