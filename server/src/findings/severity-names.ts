/** Severities: which is graver, and how people call them. */
import type { Severity } from './finding';

/** The gravest first. */
export const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether the first is graver than the second. */
export function isGraver(first: Severity, second: Severity): boolean {
  return severityOrder.indexOf(first) < severityOrder.indexOf(second);
}

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};
