/** A policy from the text of its file: whatever is valid is used, and everything else is told with its place. */
import { bodyName } from '../series/roster';
import { fold } from '../standard/label-folding';
import { nearest } from '../text/nearest';
import type { Wording } from '../text/wording';
import { listed, phrase } from '../text/wording';
import type { JsonMember, JsonNode } from './json-text';
import { countOf, memberOf, nodeAt, plainValue, readJson, shownValue } from './json-text';
import type { Policy, PolicyBody, PolicyProblem, PolicyReading } from './policy';
import { emptyPolicy } from './policy';
import type { PolicyData, PolicyIssue } from './policy-schema';

/** The part of the schema that reading needs; loaded only when there is a policy file. */
type Schema = typeof import('./policy-schema');

export interface PolicySource {
  /** How messages call the file. */
  readonly name: string;
  /** Whether waivers that name no file are for one report or for several. */
  readonly reports: 'one' | 'several';
}

/** Total: any text gives a policy, an unreadable one the empty policy. */
export async function readPolicy(text: string, source: PolicySource): Promise<PolicyReading> {
  const json = readJson(text);
  if (!json.ok) {
    const message = phrase`不是有效的 JSON：${json.message}，整个文件已忽略。`;
    return { policy: emptyPolicy, problems: [{ span: json.span, message }] };
  }
  if (countOf(json.root) > mostValues) {
    const message = phrase`内容过多：最多可有${mostValues}个值，整个文件已忽略。`;
    return { policy: emptyPolicy, problems: [{ span: problemSpan(json.root), message }] };
  }
  const schema = await import('./policy-schema');
  const { checkWordings } = await import('./policy-wordings');
  const repeated = repeatedKeys(json.root);
  const { root, data, problems } = usablePolicy(json.root, schema);
  if (data === undefined) return { policy: emptyPolicy, problems: told(problems) };
  const wordings = checkWordings(data, root, schema.rowNames);
  return {
    policy: policyOf(wordings.data, root, source, wordings),
    problems: told([...repeated, ...problems, ...wordings.problems, ...rosterFlaws(root, data.bodies ?? [])]),
  };
}

/** Ten thousand waivers, far more than a folder has findings; what comes after is linear in them. */
const mostValues = 50_000;

/** Nobody looks through more. */
const mostTold = 100;

/** A problem whose words are made only when it is told. */
interface Untold extends Pick<PolicyProblem, 'span'> {
  readonly tell: () => Omit<PolicyProblem, 'span'>;
}

/** In their order, as many as somebody looks through. */
function told(problems: readonly Untold[]): readonly PolicyProblem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  const shown = sorted.slice(0, mostTold).map(({ span, tell }) => ({ span, ...tell() }));
  const next = sorted[mostTold];
  if (next === undefined) return shown;
  const rest = phrase`从这里起还有${sorted.length - mostTold}处有误，不再逐一列出。`;
  return [...shown, { span: next.span, message: rest }];
}

/** What is left of the data without its invalid parts. */
interface Usable {
  readonly root: JsonNode;
  readonly data: PolicyData | undefined;
  readonly problems: readonly Untold[];
}

const mostRounds = 8;

function usablePolicy(whole: JsonNode, schema: Schema): Usable {
  const problems: Fault[] = [];
  let root = whole;
  for (let round = 0; round < mostRounds; round++) {
    const parsed = schema.policySchema.safeParse(plainValue(root));
    if (parsed.success) return { root, data: parsed.data, problems };
    const dropped = new Set<JsonNode>();
    for (const issue of parsed.error.issues) {
      for (const fault of faultsOf(root, issue, schema)) {
        if (!dropped.has(fault.drop)) problems.push(fault);
        dropped.add(fault.drop);
      }
    }
    if (dropped.has(root)) break;
    root = withoutNodes(root, dropped);
  }
  return { root, data: undefined, problems };
}

/** A problem with the value that is left out because of it. */
interface Fault extends Untold {
  readonly drop: JsonNode;
}

function faultsOf(root: JsonNode, issue: PolicyIssue, schema: Schema): readonly Fault[] {
  const { path } = issue;
  const list = path.length >= 2 ? path[0] : undefined;
  const entry = list === 'waivers' || list === 'bodies' ? nodeAt(root, path.slice(0, 2)) : undefined;
  const words = (what: Wording, meant: string | null): Omit<PolicyProblem, 'span'> => ({
    message: leftOut(what, list),
    ...(meant === null ? {} : { meant: JSON.stringify(meant) }),
  });
  if (issue.code !== 'unrecognized_keys') {
    const place = nodeAt(root, path);
    const tell = () => words(valueFlaw(root, issue), meantRule(root, issue));
    return [{ span: problemSpan(place), tell, drop: entry ?? place }];
  }
  const owner = nodeAt(root, path);
  return issue.keys.flatMap((name) => {
    const member = memberOf(owner, name);
    if (member === undefined) return [];
    const tell = () => {
      const meant = nearest(name, schema.namesAt(path));
      return words(unknownName(name, path, meant), meant);
    };
    return [{ span: member.key.span, tell, drop: entry ?? member.value }];
  });
}

function unknownName(name: string, path: readonly PropertyKey[], suggestion: string | null): Wording {
  const what =
    path[0] === 'rules'
      ? phrase`没有规则 ${shownValue(name)}`
      : phrase`${pathName(path)}中没有 ${shownValue(name)} 这一项`;
  return suggestion === null ? what : phrase`${what}（是否指 ${shownValue(suggestion)}？）`;
}

const kinds: Readonly<Record<string, Wording>> = {
  string: phrase`字符串`,
  array: phrase`数组`,
  object: phrase`对象`,
  record: phrase`对象`,
  int: phrase`整数`,
  number: phrase`整数`,
  boolean: phrase`true 或 false`,
};

/** What is wrong with one value. */
function leftOut(what: Wording, list: PropertyKey | undefined): Wording {
  if (list === 'waivers') return phrase`${what}，这项豁免不起作用。`;
  return list === 'bodies' ? phrase`${what}，名单中的这一项不起作用。` : phrase`${what}，该项已忽略。`;
}

function valueFlaw(root: JsonNode, issue: PolicyIssue): Wording {
  const name = pathName(issue.path);
  const last = issue.path.at(-1);
  const owner = nodeAt(root, issue.path.slice(0, -1));
  if (typeof last === 'string' && owner.kind === 'object' && memberOf(owner, last) === undefined) {
    return phrase`${pathName(issue.path.slice(0, -1))}缺少 ${shownValue(last)}`;
  }
  const value = plainValue(nodeAt(root, issue.path));
  if (issue.code === 'invalid_type')
    return phrase`${name}应为${kinds[issue.expected] ?? issue.expected}，而不是 ${shownValue(value)}`;
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return phrase`${name}应为2000至2200之间的年份，而不是 ${shownValue(value)}`;
  if (issue.code === 'custom') return phrase`${name}应为本文件所在文件夹以内的路径，不以 / 开头，不含 ..`;
  if (issue.code !== 'invalid_value') return phrase`${name}不能是空白`;
  const values = issue.values.map(String);
  if (last !== 'rule') return phrase`${name}的值 ${shownValue(value)} 无效，应为以下之一：${listed(values)}`;
  if (typeof value === 'string' && value.startsWith('internal/')) return phrase`规则 ${shownValue(value)} 不能豁免`;
  const suggestion = meantRule(root, issue);
  const what = phrase`没有规则 ${shownValue(value)}`;
  return suggestion === null ? what : phrase`${what}（是否指 ${shownValue(suggestion)}？）`;
}

/** The rule that is meant where a value should name one and does not. */
function meantRule(root: JsonNode, issue: PolicyIssue): string | null {
  if (issue.code !== 'invalid_value' || issue.path.at(-1) !== 'rule') return null;
  const value = plainValue(nodeAt(root, issue.path));
  if (typeof value !== 'string' || value.startsWith('internal/')) return null;
  return nearest(value, issue.values.map(String));
}

/** How a sentence that begins with it calls the place. */
function pathName(path: readonly PropertyKey[]): Wording {
  const steps = path.map((step, i) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[$\w]+$/.test(String(step)) ? `${i > 0 ? '.' : ''}${String(step)}` : `[${shownValue(String(step))}]`;
  });
  return steps.length === 0 ? phrase`本地要求文件` : phrase`${steps.join('')} `;
}

/** A value's own span; of an object or array its opening bracket. */
function problemSpan({ kind, span }: JsonNode): PolicyProblem['span'] {
  return kind === 'plain' ? span : { start: span.start, end: span.start + 1 };
}

function withoutNodes(node: JsonNode, dropped: ReadonlySet<JsonNode>): JsonNode {
  if (node.kind === 'array') {
    return {
      ...node,
      items: node.items.filter((item) => !dropped.has(item)).map((item) => withoutNodes(item, dropped)),
    };
  }
  if (node.kind === 'plain') return node;
  const kept = node.members.filter(({ value }) => !dropped.has(value));
  return { ...node, members: kept.map(({ key, value }) => ({ key, value: withoutNodes(value, dropped) })) };
}

function repeatedKeys(node: JsonNode): readonly Untold[] {
  if (node.kind === 'plain') return [];
  if (node.kind === 'array') return node.items.flatMap(repeatedKeys);
  const isRepeated = (member: JsonMember): boolean => memberOf(node, member.key.name) !== member;
  return node.members.flatMap((member) => {
    const tell = () => ({ message: phrase`${shownValue(member.key.name)} 写了不止一次，只有最后一次起作用。` });
    return [...(isRepeated(member) ? [{ span: member.key.span, tell }] : []), ...repeatedKeys(member.value)];
  });
}

function policyOf(
  { edition, rules = {}, requiredHeadings = [], waivers = [], bodies }: PolicyData,
  root: JsonNode,
  source: PolicySource,
  { aliases }: Pick<Policy, 'aliases'>,
): Policy {
  const settings = Object.entries(rules).flatMap(([id, setting]) => (setting === undefined ? [] : [[id, setting]]));
  return {
    ...(edition === undefined ? {} : { edition }),
    rules: Object.fromEntries(settings),
    ...(aliases === undefined ? {} : { aliases }),
    requiredHeadings: withoutAlikes(requiredHeadings),
    waivers: waivers.map(({ rule, quote, reason, file }, i) => ({
      rule,
      quote,
      reason,
      source: source.name,
      span: nodeAt(root, ['waivers', i]).span,
      ...(file === undefined ? { shared: source.reports === 'several' } : { file: normalPath(file) }),
    })),
    ...(bodies === undefined
      ? {}
      : { bodies: bodies.map((body, i) => bodyOf(body, nodeAt(root, ['bodies', i, 'name']))) }),
  };
}

function bodyOf(
  { name, aliases = [], level, parent, ownShare = false, since, until }: NonNullable<PolicyData['bodies']>[number],
  { span }: JsonNode,
): PolicyBody {
  return {
    name,
    aliases,
    ...(level === undefined ? {} : { level }),
    ...(parent === undefined ? {} : { parent }),
    isOwnShare: ownShare,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    span,
  };
}

/** Bodies that stand twice in the roster, and parents that do not stand in it. */
function rosterFlaws(root: JsonNode, bodies: NonNullable<PolicyData['bodies']>): readonly Untold[] {
  const listed = new Set(bodies.map(({ name }) => bodyName(name)));
  const seen = new Set<string>();
  return bodies.flatMap(({ name, parent }, i) => {
    const flaws: Untold[] = [];
    if (seen.has(bodyName(name))) {
      const { span } = nodeAt(root, ['bodies', i, 'name']);
      flaws.push({ span, tell: () => ({ message: phrase`名单中已有 ${shownValue(name)}，这里又出现一次。` }) });
    }
    seen.add(bodyName(name));
    if (parent !== undefined && !listed.has(bodyName(parent))) {
      const { span } = nodeAt(root, ['bodies', i, 'parent']);
      flaws.push({ span, tell: () => ({ message: phrase`上级 ${shownValue(parent)} 不在名单中，不能核对汇总。` }) });
    }
    return flaws;
  });
}

/** The first of those that differ in nothing that counts. */
function withoutAlikes(headings: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const heading of headings) if (!kept.has(fold(heading))) kept.set(fold(heading), heading);
  return [...kept.values()];
}

function normalPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
