/** The audit as one page that opens from a disk, for machines on which nothing can be installed. */
import './page.css';
import { printReport } from '../../server/src/standard/blank-form';
import { editionFor } from '../../server/src/standard/editions';
import { worded } from '../../server/src/text/wording';
import { newDesk } from './desk';
import { pageEditor } from './editor';
import type { Opened } from './files';
import { openedFile, openedPage, saveFindings, saveReport } from './files';
import { toolbar } from './toolbar';

const desk = newDesk();
const draft = document.createElement('textarea');
draft.spellcheck = false;
draft.placeholder = '在这里输入或粘贴年报全文。';
draft.setAttribute('aria-label', '年报文本');
const told = document.createElement('output');
told.className = 'told';
const offers = document.createElement('div');
offers.className = 'offers';

const editor = pageEditor(desk, {
  changed: () => changed(),
  went: (start, end) => offer(start, end),
  print: () => window.print(),
});

/** In milliseconds: the audit waits until the typing pauses. */
const pause = 250;
let typing: ReturnType<typeof setTimeout> | undefined;

function changed(): void {
  if (draft.value !== desk.text()) draft.value = desk.text();
  offers.replaceChildren();
  editor.draw();
}

function tell(words: string): void {
  told.textContent = words;
}

function take(opened: Opened, name: string): void {
  if ('refusal' in opened) {
    tell(`${name}：${opened.refusal}`);
    return;
  }
  desk.put(opened.text);
  tell(opened.changed.length === 0 ? '' : `${name}：没有照样带过来的：${opened.changed.join('；')}`);
  changed();
  scrollTo(0, 0);
}

async function open(file: File): Promise<void> {
  tell(`正在读取 ${file.name}…`);
  take(await openedFile(file), file.name);
}

/** The fixes of what stands at a place. */
function offer(start: number, end: number): void {
  offers.replaceChildren(
    ...desk.fixesAt({ start, end }).map(({ title, edits }) => {
      const button = document.createElement('button');
      button.textContent = worded(title);
      button.addEventListener('click', () => {
        desk.apply(edits);
        changed();
      });
      return button;
    }),
  );
  draft.setSelectionRange(start, end);
}

function startAnew(): void {
  const year = new Date().getFullYear() - 1;
  const edition = editionFor(year);
  desk.put(
    printReport(edition, { layout: 'markdown', issuer: '××县××镇人民政府', year, figures: 'blank', sentences: 'open' }),
  );
  tell('');
  changed();
}

async function save(what: 'docx' | 'html' | 'txt' | 'findings'): Promise<void> {
  if (desk.text() === '') return tell('请先打开一份年报。');
  try {
    if (what === 'findings') saveFindings(desk.text());
    const lost = what === 'findings' ? [] : await saveReport(desk.text(), what);
    tell(lost.length === 0 ? '已保存到下载文件夹。' : `已保存到下载文件夹。没有照样带过去的：${lost.join('；')}`);
  } catch (error) {
    tell(`没有保存：${error instanceof Error ? error.message : String(error)}`);
  }
}

draft.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    desk.type(draft.value);
    changed();
  }, pause);
});
draft.addEventListener('paste', (event) => {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!/<table\b/i.test(html)) return;
  event.preventDefault();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  void openedPage(html).then((opened) => {
    const text = opened !== undefined && 'text' in opened ? opened.text : plain;
    draft.setRangeText(text, draft.selectionStart, draft.selectionEnd, 'end');
    desk.type(draft.value);
    changed();
  });
});
// Where nothing is on the desk, whatever is pasted anywhere is the report.
document.addEventListener('paste', (event) => {
  if (desk.text() !== '' || event.target === draft) return;
  event.preventDefault();
  const [file] = event.clipboardData?.files ?? [];
  if (file !== undefined) return void open(file);
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  void openedPage(event.clipboardData?.getData('text/html') ?? '').then((opened) =>
    take(opened ?? { text: plain, changed: [] }, '粘贴的内容'),
  );
});
for (const type of ['dragover', 'drop'] as const) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (type === 'drop' && file !== undefined) void open(file);
  });
}
document.body.append(
  toolbar({
    open: (file) => void open(file),
    startAnew,
    fixAll: () => {
      const count = desk.fixAll();
      tell(count === 0 ? '没有可以安全修正的。' : `修正了 ${count} 处，没有改动数字。`);
      changed();
    },
    undo: () => {
      desk.undo();
      changed();
    },
    redo: () => {
      desk.redo();
      changed();
    },
    save: (what) => void save(what),
    showText: (isShown) => document.body.classList.toggle('with-text', isShown),
  }),
  told,
  offers,
  draft,
);
// It draws into the page as soon as it is loaded, and asks its editor then.
void import('../webview/main');
