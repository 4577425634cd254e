/** The initials of the pinyin of the characters that the standard's wordings are written with: 主动公开 is `zdgk`. */

/** Characters by the initial of their usual reading here (行 as in 行政, 重 as in 重点, 调 as in 协调). */
const byInitial: Readonly<Record<string, string>> = {
  a: '安按案',
  b: '八白板版办保报被本编便遍标表别并补不布步部',
  c: '采策查产彻撤称成程持充出处次存磋措',
  d: '大待单当到道的登等第点定动督度段对多',
  e: '额二',
  f: '发罚法反范方访废费分份服符府负复',
  g: '改概高稿告格个各更工公供共勾构购够关管贯规国果过',
  h: '含函好号合和核后互护华回会或获',
  j: '机基稽及级集计记际济继加家监减检见件建健交缴接结金进禁经纠究九举句具据卷决均',
  k: '开考科可空款况',
  l: '栏类里理力立例量料列令另流六录律论落',
  m: '没每门秘密面民名明模末目',
  n: '纳内能年',
  p: '培平评普七',
  q: '期其企起前强勤清情请求区渠取全权缺确群',
  r: '然人认任仍日容如入',
  s: '三商上尚少设社申审生失施十时实示式事试是适收属束述竖数水说私四讼诉所索他它',
  t: '台讨提题体填条贴厅听通统投托',
  w: '外万网危维尾为未位文稳问握无五务物',
  x: '息系下先县现线限相项消小效写新信行形性需许序续询训',
  y: '严研要也业一依已以义议益意因引隐应用由有于逾与予元员院约月阅',
  z: '再在责增粘展站张章掌障照者这真镇正政之知织执直止只至制置中种众重逐主注专转追准资自综总足组作做',
};

/** Words in which a character is read otherwise than usual. */
const otherReadings: readonly (readonly [word: string, initials: string])[] = [
  ['重复', 'cf'],
  ['重新', 'cx'],
];

const initials = new Map<string, string>();
for (const [initial, chars] of Object.entries(byInitial)) for (const char of chars) initials.set(char, initial);

/** The initial of each character of `words`; an empty one for what is no character of the standard's wordings. */
export function initialsIn(words: string): readonly string[] {
  const found = Array.from({ length: words.length }, (_, i) => initials.get(words.charAt(i)) ?? '');
  for (const [word, letters] of otherReadings) {
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + word.length)) {
      for (let i = 0; i < word.length; i++) found[at + i] = letters.charAt(i);
    }
  }
  return found;
}
