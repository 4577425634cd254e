// Running text as such reports have it: any length, no two sentences alike, and nothing that contradicts a table.
import { between, pick } from './random.mjs';

const bodies = [
  '党政办公室',
  '便民服务中心',
  '财政所',
  '社会事务办',
  '综合执法队',
  '村镇建设办',
  '经济发展办',
  '信息中心',
];
const fields = [
  '财政预决算',
  '乡村振兴',
  '义务教育',
  '医疗卫生',
  '生态环境',
  '安全生产',
  '养老服务',
  '农村危房改造',
  '就业帮扶',
  '食品安全',
  '征地补偿',
  '公共文化',
];
const channels = [
  '政府门户网站',
  '政务新媒体',
  '便民服务大厅的电子屏',
  '村务公开栏',
  '政务公开专区',
  '微信公众号',
  '广播和宣传车',
];
const measures = [
  '修订信息发布流程图',
  '逐条核对公开目录',
  '制作办事指南折页',
  '更新机构职能和联系方式',
  '开展季度自查',
  '邀请群众代表旁听会议',
  '清理长期不更新的栏目',
  '设置政策咨询台',
];
const results = [
  '群众查找信息更加方便',
  '公开内容更加完整',
  '办事环节明显减少',
  '栏目更新更加及时',
  '政策知晓率稳步提高',
  '发布差错有所减少',
];
const months = ['一季度', '上半年', '7月', '9月中旬', '三季度', '年底前'];

const sentences = [
  (r) =>
    `${pick(r, months)}，${pick(r, bodies)}围绕${pick(r, fields)}领域${pick(r, measures)}，形成工作台账${between(r, 2, 960)}条，${pick(r, results)}。`,
  (r) =>
    `通过${pick(r, channels)}发布${pick(r, fields)}信息${between(r, 3, 990)}条，其中图文解读${between(r, 1, 2)}篇，${pick(r, results)}。`,
  (r) =>
    `${pick(r, bodies)}牵头组织业务培训${between(r, 2, 40)}场，参训${between(r, 30, 2400)}人次，重点讲解${pick(r, fields)}信息的发布要求。`,
  (r) =>
    `全年受理12345热线工单${between(r, 20, 9800)}件，按时回应群众对${pick(r, fields)}、${pick(r, fields)}等问题的关切。`,
  (r) =>
    `一是在${pick(r, channels)}增设${pick(r, fields)}栏目；二是由${pick(r, bodies)}${pick(r, measures)}；三是每月抽查${between(r, 5, 80)}个页面。`,
  (r) =>
    `对涉及${pick(r, fields)}的${between(r, 4, 60)}份材料逐一登记来源、责任人和审核时间，做到内容有出处、责任可追溯。`,
  (r) =>
    `${pick(r, bodies)}与${pick(r, bodies)}建立会商机制，先后研究${pick(r, fields)}信息的发布口径${between(r, 3, 48)}次，${pick(r, results)}。`,
  (r) =>
    `坚持“谁起草、谁负责，谁审核、谁把关”，对${pick(r, channels)}的${between(r, 12, 700)}条历史信息开展复核，${pick(r, measures)}。`,
  (r) =>
    `办理代表建议、委员提案${between(r, 2, 70)}件，答复内容按要求在${pick(r, channels)}公布，${pick(r, results)}。`,
  (r) =>
    `在${pick(r, fields)}方面，公示项目${between(r, 2, 300)}个、资金${between(r, 10, 9000)}.${between(r, 1, 9)}万元，接受群众监督。`,
  (r) =>
    `全年接待群众来信来访${between(r, 3, 400)}件次，均转${pick(r, bodies)}研究处理并及时反馈，${pick(r, results)}。`,
  (r) =>
    `配合上级开展依申请公开模拟测评，涉及${between(r, 2, 30)}个村（社区），${pick(r, bodies)}对照问题${pick(r, measures)}。`,
];

/** Paragraphs of three to seven sentences, together about `bytes` bytes in UTF-8; none for 0. */
export function paragraphs(random, bytes) {
  const made = [];
  for (let left = bytes; left > 0; left -= 2) {
    let paragraph = '';
    for (let more = between(random, 3, 7); more > 0 && left > 0; more--) {
      const sentence = pick(random, sentences)(random);
      paragraph += sentence;
      left -= Buffer.byteLength(sentence);
    }
    made.push(paragraph);
  }
  return made;
}
