/** The only caller of the policy's reader in its tests. */
import type { PolicyReading } from '../../server/src/policy/policy';
import type { PolicySource } from '../../server/src/policy/read-policy';
import { readPolicy } from '../../server/src/policy/read-policy';
import { textOf } from '../../server/src/text/span';
import { worded } from '../../server/src/text/wording';

interface CheckedPolicy extends Omit<PolicyReading, 'problems'> {
  /** With their messages in Chinese. */
  readonly problems: readonly (PolicyReading['problems'][number] & { readonly message: string })[];
  /** Each problem as `⟦words it stands at⟧ message`. */
  readonly told: readonly string[];
}

const own: PolicySource = { name: '.disclosure-audit.json', reports: 'one' };

/** Reads a policy from its text or from the value that the text would state. */
export async function checkPolicy(content: unknown, source: Partial<PolicySource> = {}): Promise<CheckedPolicy> {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const reading = await readPolicy(text, { ...own, ...source });
  const problems = reading.problems.map(({ span, message }) => ({ span, message: worded(message) }));
  const told = problems.map(({ span, message }) => `⟦${textOf(text, span)}⟧ ${message}`);
  return { ...reading, problems, told };
}
