import type { Plugin } from 'esbuild';

export const pdfWebEntries: Readonly<Record<string, string>>;
export const pdfCore: Plugin;
export function changedCore(source: string): string;
export function builtCore(root: string): Promise<string>;
