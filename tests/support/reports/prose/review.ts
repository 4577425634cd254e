/** What the prose says on reconsideration and litigation, and on documents and decisions. */
import { caseCount, countAt, outcomes } from '../facts';
import { tagged } from '../marks';
import type { Writer } from './words';
import { count, inTheYear, selfOf } from './words';

/** Reconsideration and litigation over disclosure, agreeing with table four. */
export function caseSentence(writer: Writer): string {
  const { facts } = writer;
  const reviews = caseCount(facts, 'reconsideration', 'total');
  const direct = caseCount(facts, 'direct-litigation', 'total');
  const after = caseCount(facts, 'litigation-after-reconsideration', 'total');
  if (reviews + direct + after === 0) return `${noCases(writer)}。`;
  return `${reviewClause(writer, reviews)}；${litigationClause(writer, direct, after)}。`;
}

/** Neither the one nor the other; tagged so that a fault may say otherwise. */
function noCases(writer: Writer): string {
  const self = selfOf(writer);
  return tagged(
    'none:cases',
    writer.random.pick([
      `${inTheYear(writer)}未发生因政府信息公开引起的行政复议、行政诉讼`,
      `${self}没有因政府信息公开工作被申请行政复议或者提起行政诉讼`,
      `${inTheYear(writer)}政府信息公开行政复议0件、行政诉讼0件`,
      `${inTheYear(writer)}因政府信息公开引发的行政复议、行政诉讼均为0件`,
      `${inTheYear(writer)}无涉及政府信息公开的行政复议和行政诉讼案件`,
      `${self}政府信息公开答复未引起行政复议和行政诉讼`,
      `${inTheYear(writer)}未收到涉及政府信息公开的行政复议申请，也没有因此被提起行政诉讼`,
    ]),
  );
}

const outcomeNames: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherwise: '其他结果',
  pending: '尚未审结',
};

function reviewClause(writer: Writer, total: number): string {
  const { random, facts } = writer;
  if (total === 0) {
    return tagged(
      'none:reconsideration',
      random.pick(['未发生因政府信息公开引起的行政复议', '没有因政府信息公开被申请行政复议']),
    );
  }
  const told = count(writer, 'reconsideration', total);
  const first = random.pick([
    `${inTheYear(writer)}因政府信息公开被申请行政复议${told}`,
    `${inTheYear(writer)}因政府信息公开引起的行政复议案件${told}`,
    `${inTheYear(writer)}被申请政府信息公开行政复议${told}`,
  ]);
  if (caseCount(facts, 'reconsideration', 'upheld') === total && random.chance(0.6)) {
    return `${first}，${tagged('all-upheld', random.pick(['均获维持', '结果均为维持', '复议机关均维持了原答复']))}`;
  }
  const pending = caseCount(facts, 'reconsideration', 'pending');
  if (pending === 0 && random.chance(0.3)) return `${first}，${total === 1 ? '' : '均'}已审结`;
  if (pending > 0 && pending < total && random.chance(0.3)) {
    return `${first}，已审结${count(writer, 'reconsideration:closed', total - pending)}，尚未审结${count(writer, 'reconsideration:pending', pending)}`;
  }
  return first + (random.chance(0.6) ? `，其中${outcomeList(writer, 'reconsideration')}` : '');
}

function outcomeList(writer: Writer, group: string): string {
  return outcomes
    .map((outcome) => [outcome, caseCount(writer.facts, group, outcome)] as const)
    .filter(([, value]) => value > 0)
    .map(([outcome, value]) => `${outcomeNames[outcome]}${count(writer, `${group}:${outcome}`, value)}`)
    .join('，');
}

function litigationClause(writer: Writer, direct: number, after: number): string {
  const { random } = writer;
  const total = direct + after;
  if (total === 0)
    return tagged('none:litigation', random.pick(['未发生行政诉讼', '没有被提起行政诉讼', '行政诉讼0件']));
  const told = count(writer, 'litigation', total);
  const first = random.pick([`因政府信息公开被提起行政诉讼${told}`, `政府信息公开行政诉讼案件${told}`]);
  if (random.chance(0.5)) return first;
  if (direct > 0 && after > 0) {
    const parts = `未经复议直接起诉${count(writer, 'litigation:direct', direct)}、复议后起诉${count(writer, 'litigation:after', after)}`;
    return `${first}，其中${parts}`;
  }
  return `${first}，${total === 1 ? '' : '均'}为${direct > 0 ? '未经复议直接起诉' : '复议后起诉'}`;
}

/** Normative documents, agreeing with table two. */
export function documentSentence(writer: Writer): string | undefined {
  const { random, facts } = writer;
  const normative = (column: string): number => countAt(facts, 'disclosure', 'normative-documents', column);
  if (facts.edition.id === '2019') {
    const made = normative('made');
    if (made === 0) return `${inTheYear(writer)}${tagged('none:issued', '未制发规范性文件')}。`;
    return `${inTheYear(writer)}制发规范性文件${count(writer, 'issued', made)}，均已主动公开。`;
  }
  const issued = normative('issued');
  const repealed = normative('repealed');
  const force = count(writer, 'in-force', normative('in-force'));
  if (issued + repealed === 0) {
    const stock = random.chance(0.5) && normative('in-force') > 0 ? `，现行有效的行政规范性文件${force}` : '';
    return `${inTheYear(writer)}${tagged('none:documents', random.pick(['未制发或废止行政规范性文件', '没有制定或者废止行政规范性文件', '未制发行政规范性文件']))}${stock}。`;
  }
  const made = issued === 0 ? '未制发行政规范性文件' : `制发行政规范性文件${count(writer, 'issued', issued)}`;
  const gone = `废止${count(writer, 'repealed', repealed)}`;
  return random.pick([
    `${inTheYear(writer)}${made}${repealed > 0 ? `，${gone}` : ''}，现行有效${force}。`,
    `${inTheYear(writer)}${made}${repealed > 0 ? `、${gone}` : ''}；截至年底，现行有效的行政规范性文件共${force}。`,
    `规范性文件管理方面，${inTheYear(writer)}${made}${repealed > 0 ? `，${gone}` : ''}。`,
    `对行政规范性文件进行全面清理，本年度制发${count(writer, 'issued', issued)}，${gone}，现行有效${force}。`,
    `${inTheYear(writer)}制定发布规范性文件${count(writer, 'issued', issued)}，清理${gone}，现行有效文件${force}。`,
  ]);
}

/** Decisions and fees, agreeing with table two; of the 2021 edition only. */
export function decisionSentence(writer: Writer): string | undefined {
  const { facts, random } = writer;
  if (facts.edition.id === '2019' || random.chance(0.5)) return undefined;
  const rows: readonly (readonly [string, string])[] = [
    ['licences', '行政许可'],
    ['penalties', '行政处罚'],
    ['coercion', '行政强制'],
  ];
  const decisions = rows.map(([row, name]) => [row, name, countAt(facts, 'disclosure', row, 'decisions')] as const);
  const some = decisions.filter(([, , value]) => value > 0);
  if (some.length === 0) return '全年未作出行政许可、行政处罚、行政强制决定。';
  const told = some.map(([row, name, value]) => `${name}决定${count(writer, row, value)}`);
  return `${inTheYear(writer)}作出${told.join('、')}，结果均按规定公示。`;
}
