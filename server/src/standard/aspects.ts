/** The five aspects of section one (总体情况), and the words by which reports speak of each. */

export type AspectId = 'active' | 'requests' | 'management' | 'platform' | 'supervision';

export interface AspectSpec {
  readonly id: AspectId;
  /** As the format calls it. */
  readonly name: string;
  /** What a paragraph or item on this aspect is headed by. */
  readonly head: RegExp;
  /** Words that say something on the aspect wherever they stand, enumerations apart. */
  readonly strong: RegExp;
  /** Words that do so in text that is not parted by aspects. */
  readonly weak: RegExp;
}

/** 政府信息管理 with words of manner or object between: 信息全链条管理, 信息规范管理. */
const managed =
  '信息(?:资源|全链条|全流程|全过程|全周期|全生命周期|规范化?|标准化?|精细化?|科学化?|常态化?|制度化?|动态|分类|分级|日常|审核|发布|更新|内容|的){0,4}管理';

/** All patterns are for text without white space. */
export const aspects: readonly AspectSpec[] = [
  {
    id: 'active',
    name: '主动公开',
    head: /主动公开|法定公开|重点领域|政策解读/,
    strong:
      /主动(?:地)?公开|(?:公开|发布|更新|推送)(?:各类|政府|政务)?(?:信息|消息)[^，,。；;]{0,6}[0-9]|重点领域信息公开|政策解读/,
    weak: /公开|公示|发布/,
  },
  {
    id: 'requests',
    name: '依申请公开',
    head: /依申请|申请公开|公开申请|信息申请/,
    strong: /依申请|申请公开|公开申请(?!(?:的)?(?:行政)?复议)/,
    weak: /依申请|申请公开|公开申请(?!(?:的)?(?:行政)?复议)|(?:收到|受理|答复|办理|办结)[^，,。；;]{0,12}申请/,
  },
  {
    id: 'management',
    name: '政府信息管理',
    head: new RegExp(`${managed}|信息资源|文件管理|目录管理|审[核查]|保密`),
    strong: new RegExp(
      `${managed}|保密审查|三审|先审|审核(?:制度|机制|流程|程序|发布)|发布审核|审查(?:制度|机制)|公开属性|(?:公开|事项|信息)目录|动态(?:调整|更新|管理)|规范性文件(?:管理|清理|集中|统一)|归档|台账`,
    ),
    weak: new RegExp(
      `${managed}|审[核查签校稿]|校[对验审]|核[对稿实]|复核|目录|档案|归档|台账|属性|脱敏|隐私|个人信息|更正|清理|保密|涉密|泄密|登记|编号|编码|口径|原稿|底稿|留存|留痕|保存|撤下|注明|遮蔽`,
    ),
  },
  {
    id: 'platform',
    name: '政府信息公开平台建设',
    head: /平台|网站|载体|渠道|阵地|新媒体|专区|专栏/,
    strong:
      /平台(?:的)?(?:建设|管理|维护|功能|运维)|建设平台|网站(?:的)?(?:建设|改版|升级|维护|集约|平台)|(?:专栏|栏目)(?:建设|设置|改版|优化|维护)|新媒体(?:建设|管理|账号|矩阵)|公开专区|查阅(?:点|场所|中心)/,
    weak: /平台|网站|网页|专栏|栏目|公众号|微信|微博|新媒体|公开栏|公示栏|公告栏|公示牌|公开牌|橱窗|大屏|电子屏|显示屏|公开屏|触摸屏|查阅|查询|广播|专区|二维码|小程序|频道|系统|公开点|窗口/,
  },
  {
    id: 'supervision',
    name: '监督保障',
    head: /监督|保障|考核|评议|问责|追究|组织领导|队伍|培训|督[查导促]/,
    strong:
      /监督(?:保障|考核|检查|机制|力度|评价|管理|渠道)|(?:强化|加强|开展|专项)监督|考核|评议|责任追究|追责|问责|督[查导促]/,
    weak: /监督|考核|评议|追究|追责|问责|督[查导促]|培训|领导小组|组织领导|检查|抽查|通报|专人|汇报|例会|纪检|纪委/,
  },
];

/** How a paragraph or heading on each aspect begins, behind its ordinal. */
export const aspectHeadings: readonly { readonly id: AspectId; readonly begin: RegExp }[] = [
  { id: 'active', begin: begins('(?:政府信息)?主动公开') },
  { id: 'requests', begin: begins('(?:政府信息)?依申请公开') },
  { id: 'management', begin: begins(`(?:政府|政务)?${managed}`) },
  { id: 'platform', begin: begins('(?:政府信息公开|政务公开|信息公开|公开)?平台(?:的)?建设') },
  { id: 'supervision', begin: begins('(?:政府信息公开|政务公开)?(?:工作)?监督(?:保障|考核)') },
];

function begins(words: string): RegExp {
  return new RegExp(
    `^(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六]是|第[一二三四五六][,，、]|[0-9]{1,2}[.、．])?(?:关于|加强|做好|推进|深化|规范|强化|持续|扎实|着力|严格|坚持|不断|优化|完善){0,6}${words}`,
  );
}
