/** The buttons above the report. */

interface ToolbarActions {
  readonly open: (file: File) => void;
  readonly startAnew: () => void;
  readonly fixAll: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: (what: 'docx' | 'html' | 'txt' | 'findings') => void;
  readonly showText: (isShown: boolean) => void;
}

export function toolbar(actions: ToolbarActions): HTMLElement {
  const bar = document.createElement('nav');
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.hidden = true;
  chooser.accept = '.docx,.docm,.xlsx,.xlsm,.pdf,.html,.htm,.txt,.md';
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    if (file !== undefined) actions.open(file);
    chooser.value = '';
  });
  const text = button('文本', () => {
    const isShown = text.getAttribute('aria-pressed') !== 'true';
    text.setAttribute('aria-pressed', String(isShown));
    actions.showText(isShown);
  });
  text.setAttribute('aria-pressed', 'false');
  const name = document.createElement('strong');
  name.textContent = '年报审核';
  bar.append(
    name,
    button('打开', () => chooser.click()),
    button('新建', actions.startAnew),
    text,
    gap(),
    button('撤销', actions.undo),
    button('重做', actions.redo),
    button('安全修正', actions.fixAll),
    gap(),
    button('存为 Word', () => actions.save('docx')),
    button('存为网页', () => actions.save('html')),
    button('存为文本', () => actions.save('txt')),
    button('问题清单', () => actions.save('findings')),
    chooser,
  );
  return bar;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

function gap(): HTMLElement {
  const made = document.createElement('span');
  made.className = 'gap';
  return made;
}
