export function graveAdvisories(report: unknown, names: readonly string[]): readonly string[] | undefined;
export function noticedPackages(notices: string): readonly string[];
