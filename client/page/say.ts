/** The words that the extension says itself, in Chinese: this page knows no other language. */
import chinese from '../../l10n/client.zh-cn.json';

const texts: Readonly<Record<string, string>> = chinese;

/** As in the extension: `{0}`, `{1}`… are the arguments. */
export function say(text: string, ...given: readonly (string | number)[]): string {
  return (texts[text] ?? text).replace(/\{(\d+)\}/gu, (whole, index: string) => String(given[Number(index)] ?? whole));
}
