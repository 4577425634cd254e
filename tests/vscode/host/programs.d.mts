/** The types of programs.mjs for tests in TypeScript. */
export function findProgram(names: readonly string[]): string | undefined;
export function findChromium(): string | undefined;
export function findDesktop(): string | undefined;
