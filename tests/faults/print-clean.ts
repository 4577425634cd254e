/** Clean reports: nothing above information may be found. */
import type { Finding } from '../../server/src/findings/finding';
import { worded } from '../../server/src/text/wording';
import { logicalReport } from '../support/reports/logical-report';
import { layoutOf, render } from '../support/reports/render';
import { audited, isGrave } from './measure';

/** A false alarm, or a report that was not read. */
interface Alarm {
  readonly seed: number;
  readonly rule: string;
  readonly message: string;
  /** The accused text. */
  readonly quote: string;
}

const longestQuote = 60;

/** What the audit of the clean report of `seed` wrongly says. */
export function alarmsOf(seed: number): { readonly alarms: readonly Alarm[]; readonly findings: readonly Finding[] } {
  const { text } = render(logicalReport(seed), layoutOf(seed));
  try {
    const findings = audited(text);
    const alarms = findings.filter(isGrave).map(({ rule, message, span }) => ({
      seed,
      rule,
      message: worded(message),
      quote: text.slice(Math.max(0, span.start - 20), Math.min(span.end, span.start + longestQuote) + 20),
    }));
    return { alarms, findings };
  } catch (error) {
    return { alarms: [{ seed, rule: 'not read', message: String(error), quote: '' }], findings: [] };
  }
}

const examples = 3;

/** Audits the clean reports of `count` seeds and prints the false alarms, a few of each rule. */
export function printClean(from: number, count: number): void {
  const alarms: Alarm[] = [];
  const informed = new Map<string, number>();
  for (let seed = from; seed < from + count; seed++) {
    const result = alarmsOf(seed);
    alarms.push(...result.alarms);
    for (const { rule, severity } of result.findings) {
      if (severity === 'information') informed.set(rule, (informed.get(rule) ?? 0) + 1);
    }
  }
  const seeds = new Set(alarms.map(({ seed }) => seed));
  console.log(`clean reports: ${count}, with a finding above information: ${seeds.size}`);
  for (const [rule, times] of [...informed].sort()) console.log(`  information only: ${rule} ${times}`);
  for (const rule of new Set(alarms.map((alarm) => alarm.rule))) {
    const own = alarms.filter((alarm) => alarm.rule === rule);
    console.log(`  ${rule}: ${own.length} false alarms`);
    for (const { seed, message, quote } of differing(own)) {
      console.log(`    seed ${seed} ${layoutOf(seed)} …${quote.replace(/\s+/g, ' ')}…\n      ${message.slice(0, 160)}`);
    }
  }
}

/** The first few whose accused texts differ in more than their figures. */
function differing(alarms: readonly Alarm[]): Alarm[] {
  const kinds = new Map<string, Alarm>();
  for (const alarm of alarms) {
    const kind = alarm.quote.replace(/[^\u4e00-\u9fff]|[一二三四五六七八九十两]/g, '').slice(12, 26);
    if (!kinds.has(kind)) kinds.set(kind, alarm);
  }
  return [...kinds.values()].slice(0, examples);
}
