/** Writes the page and the reader beside it into the folder; `dist` where none is named. */
export function buildPage(folder?: string): Promise<void>;
