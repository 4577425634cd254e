import type { Plugin } from 'esbuild';

export const officeEntries: Readonly<Record<string, string>>;
export const officeWebEntries: Readonly<Record<string, string>>;
export const officeApart: Plugin;
