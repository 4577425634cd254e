import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it. */
  readonly licence: string;
  readonly texts: readonly string[];
}

export function bundledPackages(metafiles: readonly Pick<Metafile, 'outputs'>[]): readonly BundledPackage[];
export function noticesText(packages: readonly BundledPackage[]): string;
