/** What is told of a rule that failed: `internal/rule-crashed`, in place of its findings. */
import type { Finding, RuleSetting } from '../findings/finding';
import { fingerprintOf } from '../findings/fingerprint';
import { phrase } from '../text/wording';

const crashed = 'internal/rule-crashed';

/** A finding but for its place. `undefined` where the settings silence it. */
export function crashOf(
  rule: string,
  error: unknown,
  settings: Readonly<Record<string, RuleSetting>> | undefined,
): Pick<Finding, 'rule' | 'severity' | 'message' | 'about' | 'fingerprint'> | undefined {
  const setting = settings?.[crashed];
  if (setting === 'off') return undefined;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: crashed,
    severity: setting ?? 'error',
    message: phrase`规则 ${rule} 运行失败（${reason}），它检查的内容这次没有核对，其他规则的结果有效。`,
    about: { rule },
    fingerprint: fingerprintOf(`${crashed}\n${rule}`),
  };
}

/** The fingerprint of a rule's problem; `times`: the how-manieth of its key, from 1. */
export function problemFingerprint(rule: string, key: string, times = 1): string {
  return fingerprintOf(`${rule}\n${key}${times > 1 ? `\n${times}` : ''}`);
}
