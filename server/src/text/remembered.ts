/** Memory of what was worked out from a text: while a report is edited, most of its paragraphs stay the same words. */

/** Longer texts are worked out each time. */
const longest = 20_000;

/** `make` with its results for the last texts kept; it must be a pure function, and its results must not be changed. */
export function remembered<T>(make: (text: string) => T, most = 256): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return make(text);
    let result = recent.get(text);
    if (result === undefined) {
      result = older.get(text) ?? make(text);
      if (recent.size >= most) {
        older = recent;
        recent = new Map();
      }
      recent.set(text, result);
    }
    return result;
  };
}
