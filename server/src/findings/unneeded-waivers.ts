/** Waivers that nothing needs any more, told as findings of their own at the head of a document's first report. */

import type { Report } from '../report/report';
import { withoutTail } from '../text/tail';
import { phrase } from '../text/wording';
import type { AuditOptions, Finding, Waived, Waiver } from './finding';
import { fingerprintOf } from './fingerprint';

const id = 'internal/unneeded-waiver';
const crashed = 'internal/rule-crashed';

/** One report of a document with what its audit gave. */
export interface AuditedPart {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

/** The waivers that no report of the document needed, where that could be told. */
export function unneededWaivers(parts: readonly AuditedPart[], options: AuditOptions): readonly Waiver[] {
  const needed = new Set(parts.flatMap(({ waived }) => waived.map(({ waiver }) => waiver)));
  const crashes = parts.flatMap(({ findings }) => findings.filter(({ rule }) => rule === crashed));
  // A rule that did not run, or not over one document alone, says nothing of its waivers.
  const ran = (rule: string): boolean =>
    options.rules?.[rule] !== 'off' && !rule.startsWith('series/') && !crashes.some(({ about }) => about.rule === rule);
  return (options.waivers ?? []).filter((waiver) => !needed.has(waiver) && ran(waiver.rule));
}

/** One finding for each of `waivers`, at the title or the start of `report`. */
export function unneededFindings(
  waivers: readonly Waiver[],
  report: Report,
  { rules }: AuditOptions,
): readonly Finding[] {
  const setting = rules?.[id];
  if (setting === 'off') return [];
  return waivers.map(({ rule, quote, reason, source = '.disclosure-audit.json' }) => {
    const said = withoutTail(reason, /[。\s]/);
    const message = phrase`${source} 中对规则 ${rule} 的豁免（引文“${quote}”，理由：${said}）已没有对应的问题，可以删除。`;
    return {
      rule: id,
      severity: setting ?? 'information',
      message,
      about: { rule },
      span: report.title?.span ?? { start: 0, end: 0 },
      related: [],
      fingerprint: keyOf({ rule, quote }),
    };
  });
}

/** The waiver that such a finding tells of; `undefined` for any other finding. */
export function waiverToldOf(finding: Finding, { waivers = [] }: AuditOptions): Waiver | undefined {
  return finding.rule === id ? waivers.find((waiver) => keyOf(waiver) === finding.fingerprint) : undefined;
}

function keyOf({ rule, quote }: Pick<Waiver, 'rule' | 'quote'>): string {
  return fingerprintOf(`${id}\n${rule}\n${quote}`);
}
