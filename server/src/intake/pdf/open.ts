/** A PDF file opened by pdfjs's core in this thread, and the marks of its pages; what the file may cost is bounded. */
import {
  characterMaps,
  LocalPdfManager,
  PasswordException,
  spending,
  WorkerTask,
  XRefParseException,
} from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { intakeLimits } from '../limits';
import { startDrawing } from './drawing';
import type { PageMarks } from './marks';
import { pageMatrix } from './matrix';

/** Drawing steps of a file. The longest reports take some 50,000. */
const mostSteps = 4_000_000;
/** Letters, lines and pictures of a page. A full one has 3,000, a map some 100,000. */
const mostMarks = 200_000;
/** Drawings within drawings, and how many more for each page: a mark or a stamp is one. */
const mostDrawings = 3_000;
const drawingsOfPage = 3;

/** Why a file is not read. */
export type Trouble = 'encrypted' | 'damaged' | 'too-large';

export interface OpenPdf {
  readonly pages: number;
  /** The marks of a page, from 0; undefined where it cannot be read. Rejects with a `Trouble` where the file costs too much. */
  marks(index: number): Promise<PageMarks | undefined>;
  /** Parts that were passed over because they are damaged, so far. */
  passedOver(): number;
  /** Character maps that were asked for and are not at hand, so far. */
  missingMaps(): readonly string[];
  close(): Promise<void>;
}

/** Rejects with a `Trouble`. Only one file may be open at a time. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const missing = new Set<string>();
  const counted = startCounting();
  const handler = {
    send() {},
    async sendWithPromise(_action: string, { kind, filename }: { readonly kind: string; readonly filename: string }) {
      const packed = kind === 'cMapUrl' ? characterMaps[filename.replace('.bcmap', '')] : undefined;
      if (packed !== undefined) return Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      if (kind === 'cMapUrl') missing.add(filename.replace('.bcmap', ''));
      throw new Error(`${filename} is not at hand`);
    },
  };
  const manager = new LocalPdfManager({
    // The core takes the whole buffer for the file.
    source: bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes),
    docId: 'pdf',
    handler,
    password: '',
    enableXfa: false,
    evaluatorOptions: { ...evaluatorOptions },
  });
  const { pdfDocument } = manager;
  try {
    await load(pdfDocument);
    await findPages(pdfDocument);
    counted.allowPages(pdfDocument.numPages);
  } catch (reason) {
    throw counted.isOver() ? 'too-large' : troubleOf(reason);
  }
  const showsLayer = layersOf(pdfDocument.catalog.optionalContentConfig);
  const marks = async (index: number): Promise<PageMarks | undefined> => {
    try {
      const page = await pdfDocument.getPage(index);
      const { view, rotate } = page;
      const isTurned = rotate % 180 !== 0;
      const [x0, y0, x1, y1] = view;
      const drawing = startDrawing({
        width: isTurned ? y1 - y0 : x1 - x0,
        height: isTurned ? x1 - x0 : y1 - y0,
        matrix: pageMatrix(view, rotate),
        showsLayer,
      });
      const sink = {
        desiredSize: 1,
        ready: Promise.resolve(),
        enqueue({
          fnArray,
          argsArray,
        }: {
          readonly fnArray: readonly number[];
          readonly argsArray: readonly unknown[];
        }) {
          if (drawing.size() > mostMarks) counted.give();
          for (let i = 0; i < fnArray.length; i++) drawing.step(fnArray[i] as number, argsArray[i]);
        },
      };
      await page.getOperatorList({ handler, sink, task: new WorkerTask('page'), intent: asDisplayed, cacheKey: '' });
      if (counted.isOver()) throw 'too-large';
      return drawing.marks();
    } catch {
      if (counted.isOver()) throw 'too-large' satisfies Trouble;
      return undefined;
    }
  };
  return {
    pages: pdfDocument.numPages,
    marks,
    passedOver: counted.passedOver,
    missingMaps: () => [...missing],
    close: () => manager.cleanup(true).catch(() => {}),
  };
}

/** What a reader sees on a screen, with annotations and the values of forms. */
const asDisplayed = 2;

const evaluatorOptions = {
  maxImageSize: -1,
  disableFontFace: true,
  ignoreErrors: true,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  canvasMaxAreaInBytes: -1,
  fontExtraProperties: false,
  useSystemFonts: true,
  useWasm: false,
  useWorkerFetch: false,
  cMapUrl: '',
  cMapPacked: true,
  iccUrl: '',
  standardFontDataUrl: '',
  wasmUrl: '',
} as const;

async function load(document: LocalPdfManager['pdfDocument']): Promise<void> {
  const attempt = async (recovery: boolean): Promise<void> => {
    document.checkHeader();
    document.parseStartXRef();
    document.parse(recovery);
    await document.checkFirstPage(recovery);
    await document.checkLastPage(recovery);
  };
  try {
    await attempt(false);
  } catch (reason) {
    if (!(reason instanceof XRefParseException)) throw reason;
    await attempt(true);
  }
}

/** A file of many pages is not walked through for each of them. */
async function findPages(document: LocalPdfManager['pdfDocument']): Promise<void> {
  const { numPages, catalog } = document;
  if (numPages < 20 || numPages > intakeLimits.pages) return;
  const found = await catalog.getAllPageDicts(false).catch(() => undefined);
  if (found !== undefined) document.knownPages = found;
}

function troubleOf(reason: unknown): Trouble {
  if (reason instanceof PasswordException) return 'encrypted';
  return reason instanceof Error && /encrypt/i.test(reason.message) ? 'encrypted' : 'damaged';
}

/** What pdfjs says when it leaves out something of what a page shows. */
const leftOut = /^(?:getOperatorList - ignoring|loadFont|translateFont|Font ".*" is not available|Type3|Error during)/;

interface Counting {
  /** The file costs too much: from now on all work at it ends. */
  readonly give: () => never;
  readonly allowPages: (pages: number) => void;
  readonly isOver: () => boolean;
  readonly passedOver: () => number;
}

function startCounting(): Counting {
  let unpacked = 0;
  let taken = 0;
  let drawings = 0;
  let allowed = mostDrawings;
  let isOver = false;
  let passedOver = 0;
  const give = (): never => {
    isOver = true;
    throw new Error('the file costs too much');
  };
  spending.unpacks = (size, more) => {
    unpacked += more;
    if (isOver || size > intakeLimits.part || unpacked > intakeLimits.parts) give();
  };
  spending.step = () => {
    if (isOver || ++taken > mostSteps) give();
  };
  spending.draws = () => {
    if (isOver || ++drawings > allowed) give();
  };
  spending.warned = (message) => {
    if (leftOut.test(message)) passedOver++;
  };
  return {
    give,
    allowPages: (pages) => {
      allowed = mostDrawings + drawingsOfPage * Math.min(pages, intakeLimits.pages);
    },
    isOver: () => isOver,
    passedOver: () => passedOver,
  };
}

/** Whether a layer is on when the file is opened. */
function layersOf(
  config: LocalPdfManager['pdfDocument']['catalog']['optionalContentConfig'],
): (layer: unknown) => boolean {
  if (config === null) return () => true;
  const on = new Set(config.on);
  const off = new Set(config.off);
  const shows = (id: string): boolean => (config.baseState === 'OFF' ? on.has(id) : !off.has(id));
  return (layer) => {
    const { id, ids } = (layer ?? {}) as { readonly id?: unknown; readonly ids?: unknown };
    if (typeof id === 'string') return shows(id);
    return !Array.isArray(ids) || ids.length === 0 || ids.some((each) => typeof each === 'string' && shows(each));
  };
}
