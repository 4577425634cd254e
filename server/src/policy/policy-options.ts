/** How a report is audited under a policy and what its user has chosen besides. */
import type { AuditOptions } from '../findings/finding';
import type { Policy } from './policy';

/**
 * The options for one file. What `chosen` states wins over the policy.
 *
 * @param file the file's path from the policy's folder, with `/`; `null` where it has none.
 */
export function optionsUnder(policy: Policy, chosen: AuditOptions, file: string | null): AuditOptions {
  const edition = chosen.edition ?? policy.edition;
  const waivers = policy.waivers.filter((waiver) => waiver.file === undefined || waiver.file === file);
  return {
    ...chosen,
    ...(edition === undefined ? {} : { edition }),
    rules: { ...policy.rules, ...chosen.rules },
    ...(policy.requiredHeadings.length === 0 ? {} : { requiredHeadings: policy.requiredHeadings }),
    ...(policy.aliases === undefined ? {} : { aliases: policy.aliases }),
    ...(waivers.length === 0 ? {} : { waivers }),
  };
}
