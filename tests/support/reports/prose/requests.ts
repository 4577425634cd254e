/** What the prose says on requests: received, carried over, closed, how they were decided, who asked. */
import { applicants, dispositionGroups, groupCount, requestCount } from '../facts';
import { tagged } from '../marks';
import type { Writer } from './words';
import { closedList, count, inTheYear, loose, selfOf, share, split } from './words';

/** The clauses of the aspect 依申请公开, agreeing with table three. */
export function requestSentences(writer: Writer): string[] {
  const { random, facts } = writer;
  const received = requestCount(facts, 'received');
  const carriedIn = requestCount(facts, 'carried-in');
  const none = received + carriedIn + requestCount(facts, 'disposed') + requestCount(facts, 'carried-out') === 0;
  if (none) return [nothing(writer)];
  const sentences = received === 0 ? [onlyCarriedIn(writer)] : [`${intake(writer)}。`];
  sentences.push(`${outcome(writer)}。`);
  if (random.chance(0.6)) sentences.push(...decided(writer));
  if (random.chance(0.3)) sentences.push(...comparison(writer));
  return sentences;
}

/** None received, none carried in: tagged so that a fault may say otherwise. */
function noRequests(writer: Writer): string {
  const { random } = writer;
  const self = selfOf(writer);
  return tagged(
    'none:received',
    random.pick([
      `${inTheYear(writer)}未收到政府信息公开申请`,
      `${inTheYear(writer)}没有收到公民、法人或者其他组织提出的政府信息公开申请`,
      `${self}未收到任何形式的政府信息公开申请`,
      `${inTheYear(writer)}${self}未接到依申请公开事项`,
      `${inTheYear(writer)}收到政府信息公开申请0件`,
      `${inTheYear(writer)}新收政府信息公开申请0件，上年结转0件`,
      `${inTheYear(writer)}没有人提出政府信息公开申请`,
      `${self}依申请公开渠道畅通，${inTheYear(writer)}未收到公众关于政府信息公开的申请`,
      `${inTheYear(writer)}未收到要求公开政府信息的申请`,
      `${inTheYear(writer)}${self}依申请公开政府信息0件`,
      `${inTheYear(writer)}未受理政府信息公开申请`,
    ]),
  );
}

function nothing(writer: Writer): string {
  const { random } = writer;
  const more = random.pick(['', '', '，也没有上年结转的申请', '，无结转下年度继续办理的申请', '，零报告']);
  return `${noRequests(writer)}${more}。`;
}

function onlyCarriedIn(writer: Writer): string {
  const { random, facts } = writer;
  const carriedIn = count(writer, 'carried-in', requestCount(facts, 'carried-in'));
  return random.pick([
    `${inTheYear(writer)}未收到新的政府信息公开申请，上年结转${carriedIn}。`,
    `${inTheYear(writer)}新收政府信息公开申请0件，上年度结转政府信息公开申请${carriedIn}。`,
  ]);
}

function intake(writer: Writer): string {
  const { random, facts } = writer;
  const received = requestCount(facts, 'received');
  const carriedIn = requestCount(facts, 'carried-in');
  const first = receivedClause(
    writer,
    count(writer, 'received', received, random.pick(['件', '件', '件', '件', '宗', '例', '件次'])),
  );
  const detail = random.chance(0.5) ? breakdown(writer) : '';
  if (carriedIn === 0) return first + detail + random.pick(['', '', '', '，无上年结转申请']);
  const told = count(writer, 'carried-in', carriedIn);
  const all = count(writer, 'in-all', received + carriedIn);
  return random.pick([
    `${first}${detail}；另有上年结转${told}`,
    `${first}，上年度结转${told}`,
    `${inTheYear(writer)}共办理政府信息公开申请${all}（含上年结转${told}）`,
    `${first}${detail}。加上上年结转的${told}，全年应当办理${all}`,
    `${first}，上年结转政府信息公开申请${told}`,
    `${inTheYear(writer)}共处理政府信息公开申请${all}，其中本年新收${count(writer, 'received', received)}，上年结转${told}`,
  ]);
}

function receivedClause(writer: Writer, told: string): string {
  const self = selfOf(writer);
  const when = inTheYear(writer);
  return writer.random.pick([
    `${when}共收到政府信息公开申请${told}`,
    `${when}新收政府信息公开申请${told}`,
    `${when}${self}收到信息公开申请${told}`,
    `${when}收到依申请公开事项${told}`,
    `${when}收到要求公开政府信息的申请${told}`,
    `${when}共收到${told}政府信息公开申请`,
    `${when}接到公民、法人和其他组织提出的政府信息公开申请${told}`,
    `${when}${self}共受理政府信息公开申请${told}`,
    `${when}${self}共承办依申请公开政府信息事项${told}`,
    `${when}收到各种形式的依申请公开${told}`,
    `${when}受理依申请政府信息公开事项${told}`,
    `从受理情况看，${when}收到申请公开政府信息的来件${told}`,
  ]);
}

/** Who asked, or by which way: closed lists that add up to the requests received. */
function breakdown(writer: Writer): string {
  const { random, facts } = writer;
  const received = requestCount(facts, 'received');
  const persons = requestCount(facts, 'received', 'natural-person');
  if (persons === received && received === 1) return random.pick(['，为自然人申请', '，由自然人提出']);
  if (persons === received) return random.pick(['，均为自然人申请', '，申请人均为自然人', channels(writer, received)]);
  if (random.chance(0.35)) return channels(writer, received);
  if (random.chance(0.5)) {
    const told = count(writer, 'received:natural-person', persons);
    const others = count(writer, 'received:organisations', received - persons);
    return `，其中自然人申请${told}，法人或其他组织申请${others}`;
  }
  const all = random.chance(0.2);
  const listed = applicants
    .map((id) => [id, requestCount(facts, 'received', id)] as const)
    .filter(([, value]) => all || value > 0)
    .map(([id, value]) => `${applicantNames[id]}${count(writer, `received:${id}`, value)}`);
  return `，其中${listed.join('、')}`;
}

const applicantNames: Readonly<Record<string, string>> = {
  'natural-person': '自然人',
  enterprise: '商业企业',
  research: '科研机构',
  'public-welfare': '社会公益组织',
  'legal-service': '法律服务机构',
  other: '其他',
};

function channels(writer: Writer, received: number): string {
  const { random } = writer;
  const ways = random.some(['网络申请', '信函申请', '当面申请', '电子邮件申请'], random.int(2, 3));
  const parts = split(random, received, ways.length);
  const items = parts.map((value, i) => [ways[i] as string, value] as const);
  return tagged('list', `，其中${closedList(writer, items, '件')}`);
}

function outcome(writer: Writer): string {
  const { random, facts } = writer;
  const disposed = requestCount(facts, 'disposed');
  const open = requestCount(facts, 'carried-out');
  const told = count(writer, 'disposed', disposed);
  const left = count(writer, 'carried-out', open);
  if (open === 0) {
    return random.pick([
      `${inTheYear(writer)}办结${told}，无结转下年度继续办理的申请`,
      `已全部办结，答复率100%`,
      `${tagged('all-closed', '所有申请均已在法定期限内答复')}`,
      `共办结政府信息公开申请${told}，均在20个工作日内答复`,
      `年内办结${told}，结转下年度办理0件`,
    ]);
  }
  if (disposed === 0) return random.pick([`年内均未到答复期限，${left}结转下年度继续办理`, `结转下年度办理${left}`]);
  const carriedIn = requestCount(facts, 'carried-in');
  if (carriedIn > 0 && random.chance(0.2)) {
    return `${inTheYear(writer)}答复政府信息公开申请${told}（含上年度结转${count(writer, 'carried-in', carriedIn)}，另有${left}结转下年度继续办理）`;
  }
  return random.pick([
    `${inTheYear(writer)}办结政府信息公开申请${told}，结转下年度继续办理${left}`,
    `截至年底办结${told}，其余${left}尚在办理期限内，结转下年度继续办理`,
    `除${left}结转下年度继续办理外，其余${told}均已办结`,
    `已办结${told}，剩余${left}结转至下一年度办理`,
    `申请办结数${told}，转至${facts.year + 1}年办理${left}`,
    `其中${told}已经按时按规完成答复，剩余${left}顺延至下一年办理`,
    `${told}已按照规定时限和程序进行了答复，${left}转下年度继续办理`,
    `到期的申请均按期答复，共办结${told}；未到期的${left}结转下年度办理`,
  ]);
}

function decided(writer: Writer): string[] {
  const { random, facts } = writer;
  const disposed = requestCount(facts, 'disposed');
  if (disposed === 0) return [];
  const groups = dispositionGroups
    .map(([name, label, prefix]) => ({ name, label, value: groupCount(facts, prefix) }))
    .filter(({ value }) => value > 0 || random.chance(0.1));
  const lead = random.pick([
    '办理结果为：',
    '从办理结果看，',
    '其中，',
    '按处理结果分，',
    '已办结件中，',
    '已办结的申请中，',
  ]);
  const way = random.chance(0.25) ? '答复' : '';
  const told = groups.map(({ name, label, value }) => `${label}${way}${count(writer, `group:${name}`, value)}`);
  const sentences = [`${lead}${told.join(random.pick(['，', '、']))}。`];
  const granted = groupCount(facts, 'granted');
  const partly = groupCount(facts, 'partly-granted');
  if (random.chance(0.35)) {
    sentences.push(
      `予以公开和部分公开合计${count(writer, 'group:granted-in-all', granted + partly)}，占办结总数的${share(writer, granted + partly, disposed)}。`,
    );
  }
  sentences.push(...reasons(writer));
  return sentences;
}

/** Single rows told in free words. */
function reasons(writer: Writer): string[] {
  const { random, facts } = writer;
  const row = (id: string): number => requestCount(facts, id);
  const sentences: string[] = [];
  const told = (id: string): string => count(writer, id, row(id));
  if (row('declined-repeated') > 0 && random.chance(0.3)) {
    sentences.push(`有${told('declined-repeated')}因重复申请不予处理，已告知申请人。`);
  }
  if (row('refused-enforcement') > 0 && random.chance(0.3)) {
    sentences.push(`申请内容属于行政执法案卷信息的${told('refused-enforcement')}，依法不予公开。`);
  }
  if (facts.edition.id === '2021' && row('other-rest') > 0 && random.chance(0.3)) {
    sentences.push(`申请人主动撤回申请的${told('other-rest')}，按其他处理统计。`);
  }
  const notHeld = row('unable-not-held');
  if (notHeld > 0 && random.chance(0.4)) {
    sentences.push(
      `因本机关不掌握相关政府信息而无法提供的有${count(writer, 'unable-not-held', notHeld)}，均已向申请人说明理由。`,
    );
  }
  return sentences;
}

/** Last year's figures and topics: right, and no facts of this year. */
function comparison(writer: Writer): string[] {
  const { random, facts } = writer;
  const received = requestCount(facts, 'received');
  const more = random.int(1, 6);
  const topics = random.some(['征地补偿', '房屋拆迁', '财政资金', '工程招标', '林权登记', '教育经费'], 2).join('和');
  return [
    random.pick([
      `申请量较上年增加${loose(writer, more, '件')}，内容集中在${topics}方面。`,
      `与${facts.year - 1}年的${received + more}件相比，申请量有所下降。`,
      `申请内容主要涉及${topics}。`,
      `申请数量同比增长${random.int(3, 40)}%。`,
      ...(received > 20 && received % 10 !== 0
        ? [`近三年每年收到的申请都在${Math.floor(received / 10) * 10}件以上。`]
        : []),
      `${facts.year - 1}年收到政府信息公开申请${received + more}件，${facts.year}年有所减少。`,
      `上一年度收到政府信息公开申请${received + more}件。`,
      `全县各单位共收到政府信息公开申请${received + more}件，办结${received + more}件。其中，予以公开${more}件。`,
    ]),
  ];
}
