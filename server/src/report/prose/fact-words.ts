/** The fragments that the phrasings of facts are composed of, as sources of regular expressions. */

/** No count has more characters; what has is no number that could be read, see `noFigureAfter`. */
const numeral = '(?:[0-9][0-9,]{0,20}|[〇零一二两三四五六七八九十百千]{1,20})';
const unit = '(?:件次|件|份|条|宗|例|起|个(?!工作日|自然日|月|年|镇|乡|村|部门|单位|栏目|方面)|项|次|部)';

/** A figure that a phrase begins with; `n` is the figure alone. What stands before it is looked at in facts.ts. */
export const leadFigure = `(?<n>${numeral})(?<inside>余|多)?${unit}(?<after>余|多)?`;

/** A figure within a phrase. */
export const figure = `(?:约|近|逾|超过|超|不足|不到)?${leadFigure}`;

/** What before a figure makes it an approximation, and what makes it part of another number or none at all. */
export const approximation = /(?:约|近|逾|超过|超|不足|不到)$/;
export const noFigureAfter = '0123456789.〇零一二两三四五六七八九十百千第';

/** A figure that is only looked at. */
export const anyFigure = `(?:约|近)?${numeral}(?:余|多)?${unit}`;

/** Up to `most` characters of the same clause, no figure among them. */
export const within = (most: number): string => `[^，。；0-9]{0,${most}}?`;

/** Words between a thing's name and its number. */
export const joined = '(?:的)?(?:数量|案件|申请|情形|情况)?(?:共计|共有|合计|共|为|有|计|：)?';

export const request =
  '(?:政府信息公开的?(?:申请|案件)|信息公开的?申请|公开申请|申请(?:要求)?公开[^，。；]{0,8}政府信息|申请公开的?(?:政府)?信息|要求公开(?:政府)?信息的申请|申请的(?:政府)?信息|依申请公开|依申请(?:政府|政务)?信息公开|依申请(?=件|事项))';
export const requestNoun = `${request}(?:的?(?:申请书|申请表|申请|(?:政府|政务)?信息(?:申请|事项|件)?|办理事项|事项|案件|项目|件|信件|来信|请求))?`;

/** Whether a sentence speaks of requests for disclosure. */
export const aboutRequests = /公开的?申请|申请公开|依申请|申请办结|办结的?申请|申请的?政府信息|信息的申请|信息公开案件/;
/** Whether a sentence speaks of disclosure at all. */
export const aboutDisclosure = /信息公开|政务公开|公开申请|依申请|公开答复|不服[^，。；]{0,8}答复/;

/** Things that are received and handled too, but are no requests for disclosure. */
export const otherBusiness =
  /行政许可申请|许可事项|热线|信箱|留言|提案|建议|咨询|投诉|信访件|工单|诉求|模拟|测评|来电|网民|问题(?:[0-9]|共)|公文|文件属性|主动公开(?<!已经?主动公开)[0-9]|公示/;
/** Speaks of other bodies than the report's own. */
export const otherBodies = /全县|全市|全区|全省|各部门|各乡镇|各镇|各街道|各单位/;
/** Only some of the requests: one way in which they came in, one kind of applicant. */
export const someOnly =
  /(?:通过|以|经)(?![^，。；]{0,24}等(?:[^，。；0-9]{0,4}(?:方式|形式|渠道|途径)))[^，。；]{0,12}(?:网络|网上|互联网|网站|平台|信函|邮件|邮寄|邮政|当面|现场|在线|窗口)[^，。；]{0,8}(?:收到|接收|提交|提出|受理|办理|答复)|其中|自然人|商业企业|法律服务机构|科研机构|公益组织/;

/** Words that make a clause speak of another time than the report's year. */
export const otherTimes =
  /去年|上(?<!结转上|转结上)一?年度?(?:共计?|累计|全年)?(?:新收|收到|接到|受理|办理|办结|答复|处理|制发|发生)|前年|同比|比上年|较上年|上年同期|往年|历年|累计|以来|近[三五0-9]年|上半年|下半年|季度|[0-9]月份|日均|月均|年均/;

/** All bodies of an area are the subject, and a count follows. */
export const othersSubject =
  /(?:全[县市区省州旗]|各(?:部门|单位|乡镇|镇|街道|职能部门))(?:[^，。；0-9]{0,16}(?:部门|单位|乡镇|街道|镇街|机关|系统))?[^，。；0-9]{0,12}(?:收到|新收|受理|办理|接到|接收|处理|答复|办结|制发|制定)[^，。；0-9]{0,30}[0-9]/;
/** The report's own body is the subject again. */
export const ownSubject = /我[局镇乡办委县市区院校街]|本(?:机关|单位|级|局|镇|乡|办|街道)|办公室|政府办/;

/** What may stand before a sentence's first word: tags, an ordinal, marks, 在. */
export const sentenceLead = '^(?:<[^<>]{0,200}>|[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]|[*_#]){0,9}(?:在)?';
