/** Wording that has no place in a finished report: the form's own instructions, and what web pages put around a text. */

/** A piece of the form's instructions or of a template, with the word by which it is quickly ruled out. */
export interface ResiduePattern {
  readonly word: string;
  /** Global; matches the piece to be removed, brackets included. */
  readonly pattern: RegExp;
}

/** Instructions of the official form and of templates made after it. */
export const templateResidue: readonly ResiduePattern[] = [
  { word: '表格形式报告', pattern: /[（(]?[该本此]部分(?:内容)?以表格形式报告[^。；\r\n（）()]{0,20}[）)]?。?/g },
  { word: '具体网址', pattern: /[（(【[]\s{0,9}具体网址\s{0,9}[）)】\]]/g },
  { word: '此处', pattern: /[（(【[]\s{0,9}此处[^（）()【】[\]\r\n]{0,40}[）)】\]]/g },
  {
    word: '请',
    pattern:
      /[（(【[]\s{0,9}请(?:在此|按|按照|根据|结合|对照|如实|具体|简要|详细)?(?:处|实际|情况|本单位|要求){0,4}(?:填写|填报|填入|注明|列明|说明|删除|修改|替换|补充)[^（）()【】[\]\r\n]{0,40}[）)】\]]/g,
  },
  {
    word: '名称',
    pattern:
      /[（(【〈<[]\s{0,9}(?:行政机关|机关|单位|本机关|本单位|部门|地区|网站|政府网站)(?:全称|名称|的名称)\s{0,9}[）)】〉>\]]/g,
  },
  { word: '文字描述', pattern: /[（(【[]\s{0,9}(?:以下)?(?:用|以|采用)?文字描述[^（）()【】[\]\r\n]{0,16}[）)】\]]/g },
  { word: '文字说明', pattern: /[（(【[]\s{0,9}(?:用|以|采用)?文字说明\s{0,9}[）)】\]]/g },
  {
    word: '字以内',
    pattern: /[（(【[]\s{0,9}(?:不超过|控制在|限)?[0-9一二三四五六七八九十百千]{1,6}字(?:以内|左右)\s{0,9}[）)】\]]/g,
  },
  {
    word: '第五十条第四项规定的各级人民政府',
    pattern:
      /[（(]?含(?:《[^《》]{2,24}》|[^《》（）()，。]{0,12}条例)?第五十条第四项规定的各级人民政府[“"]?工作考核、社会评议和责任追究结果[”"]?(?:情况)?[”"]?[）)]?/g,
  },
  { word: '示例', pattern: /[（(【[]\s{0,9}示例[^（）()【】[\]\r\n]{0,20}[）)】\]]/g },
  {
    word: '填',
    pattern:
      /[（(【[]\s{0,9}(?:没有|无)[^（）()【】[\]\r\n]{0,12}填[“"]?(?:0|零|无)[”"]?[^（）()【】[\]\r\n]{0,8}[）)】\]]/g,
  },
  { word: '填表说明', pattern: /(?<=^|[\r\n])[ \t\u3000]{0,40}(?:附[:：])?填表说明[:：]?[^\r\n]{0,2000}/g },
  { word: '填报说明', pattern: /(?<=^|[\r\n])[ \t\u3000]{0,40}(?:附[:：])?填报说明[:：]?[^\r\n]{0,2000}/g },
  {
    word: '包括主动公开、依申请公开',
    pattern: /[（(](?:主要)?(?:内容)?(?:应当?)?包括主动公开、依申请公开[^（）()\r\n]{0,60}[）)]/g,
  },
];

/** Words of a web page's frame; a short line that one of them begins, or that holds nothing but such, is no text of the report. */
export const menuWords: readonly string[] = [
  '当前位置',
  '首页 >',
  '首页>',
  '您的位置',
  '您现在的位置',
  '所在位置',
  '打印本页',
  '关闭窗口',
  '关闭本页',
  '分享到',
  '【打印】',
  '【关闭】',
  '联系我们',
  '上一篇',
  '下一篇',
  '扫一扫',
  '网站地图',
  '版权所有',
  'ICP备',
  '公网安备',
  '网站标识码',
  '设为首页',
  '加入收藏',
  '返回顶部',
  '返回首页',
  '浏览次数',
  '无障碍浏览',
];

/** Names of betting houses and sites that hacked pages and mirrors put amid a text; they mean nothing else. */
export const spamWords: readonly string[] = [
  'bet365',
  '365bet',
  'bwin',
  '威尼斯人',
  '葡京',
  '美高梅',
  '金沙娱乐',
  '澳门金沙',
  '太阳城集团',
  '凯发娱乐',
  '凯发k8',
  '亚博体育',
  '开云体育',
  '乐鱼体育',
  '必威体育',
  '皇冠体育',
  '沙巴体育',
  '娱乐城',
  '娛樂城',
  '老虎机',
  '百家乐',
];

/** Words of betting and of app shops that have an ordinary sense, too: they tell only where they stand before a body's name. */
export const bettingWords: readonly string[] = [
  '博彩',
  '菠菜',
  '投注',
  '赌场',
  '棋牌',
  '真人',
  '体育',
  '娱乐',
  '电子游戏',
  '电玩',
  '游戏',
];
export const appWords: readonly string[] = [
  'app',
  '官网',
  '官方网站',
  '官方',
  '手机版',
  '网页版',
  '最新版',
  '登录',
  '登陆',
  '注册',
  '下载',
  '安装',
  '入口',
  '平台',
  '网址',
];

/** Ends of the hosts whose addresses a government's report may well give. */
export const trustedHosts: readonly string[] = [
  'gov.cn',
  'gov',
  '政务',
  '政务.cn',
  '公益',
  'mil.cn',
  'edu.cn',
  'weixin.qq.com',
  'weibo.com',
  'weibo.cn',
  'people.com.cn',
  'people.cn',
  'xinhuanet.com',
  'news.cn',
  'cctv.com',
  'xuexi.cn',
  'toutiao.com',
  'douyin.com',
  'kuaishou.com',
  '12345.cn',
  '12371.cn',
  'chinacourt.org',
];

/** Latin letters and digits that ordinary text has beside a body's name. */
export const ordinaryLatin = /^(?:app|led|qq|vx|wifi|oa|ip|pc|vr|ar|ai|gis|ofd|pdf|sms|ems|cctv|h5|5g|4g|3d)$/i;

/** What a body's name ends with. */
export const bodyEndings: readonly string[] = [
  '人民政府',
  '办事处',
  '管理委员会',
  '管委会',
  '办公室',
  '办公厅',
  '镇政府',
  '乡政府',
];
