/** Elements of the page. Words of reports go in as text only. */

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', name = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name !== '') made.className = name;
  return made;
}

export function button(text: string, act: () => void, name = ''): HTMLButtonElement {
  const made = element('button', text, name);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** `{0}`, `{1}` … are the arguments. */
export function filled(text: string, ...given: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(given[Number(index)] ?? place));
}
