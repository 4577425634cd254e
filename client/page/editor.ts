/** What the preview's page takes for its editor: its messages lead to the desk, and the desk's changes back to it. */
import type { FromPage, ToPage } from '../src/preview/messages';
import { pageWords } from '../src/preview/words';
import type { Desk } from './desk';

export interface PageEditor {
  /** Shows what is on the desk. */
  draw(): void;
  /** Scrolls to a place of the text. */
  follow(line: number, character: number): void;
}

interface Actions {
  /** The text has changed by a cell that was written into. */
  readonly changed: () => void;
  /** The user has gone to a place. */
  readonly went: (start: number, end: number) => void;
  readonly print: () => void;
}

declare global {
  interface Window {
    /** As VS Code gives it to a page of its own. */
    acquireVsCodeApi?: () => { postMessage(message: FromPage): void; setState(state: unknown): void };
  }
}

/** To be called before the preview's page is loaded. */
export function pageEditor(desk: Desk, { changed, went, print }: Actions): PageEditor {
  let known: readonly string[] = [];
  const post = (message: ToPage): void => {
    window.dispatchEvent(new MessageEvent('message', { data: message }));
  };
  const draw = (): void => {
    const answer = desk.preview(new Set(known));
    known = answer.parts.map(({ key }) => key);
    if (desk.text() === '') {
      known = [];
      post({ type: 'empty', reason: 'refused', words: welcome(), sentence: '' });
    } else post({ type: 'model', answer, words: pageWords() });
  };
  const hear = (message: FromPage): void => {
    if (message.type === 'ready') draw();
    else if (message.type === 'print') print();
    else if (message.type === 'undo' || message.type === 'redo') {
      desk[message.type]();
      changed();
    } else if (message.type === 'reveal') {
      const [line, character, endLine, endCharacter] = message.place;
      went(desk.offsetAt(line, character), desk.offsetAt(endLine, endCharacter));
      post({ type: 'cursor', line, character, reason: 'moved' });
    } else if (message.type === 'write') {
      const refusal = desk.write(message.cells, message.source);
      if (refusal === undefined) {
        post({ type: 'written', version: desk.version() });
        changed();
      } else post({ type: 'unwritten', sentence: refusal });
    }
  };
  window.acquireVsCodeApi = () => ({
    // Never within the call: an editor answers later.
    postMessage: (message) => queueMicrotask(() => hear(message)),
    setState: () => undefined,
  });
  return {
    draw,
    follow: (line, character) => post({ type: 'cursor', line, character, reason: 'moved' }),
  };
}

function welcome(): ReturnType<typeof pageWords> {
  return {
    ...pageWords(),
    refused: '把年报文件拖到这里，或者点“打开”；也可以点“文本”后直接粘贴。一切都在本机进行，不连网。',
  };
}
