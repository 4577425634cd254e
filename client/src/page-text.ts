/** One part of a page of many, as a page of its own. */

/** The part under the anchor `id`, up to the next anchor, its heading the page's; `undefined` where there is no such anchor. */
export function partUnder(page: string, id: string): string | undefined {
  const opening = `<a id="${id}"></a>`;
  const lines = page.split(/\r?\n/);
  const start = lines.indexOf(opening);
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => /^<a id="[^"]*"><\/a>$/.test(line));
  const own = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return `${own.join('\n').replace(/^## /gm, '# ').trim()}\n`;
}
