/** What of pdfjs's core is used, as server/scripts/pdf-bundle.mjs changes it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** Called by the core as it works; a throw ends the work at hand. */
  export const spending: {
    warned(message: string): void;
    /** A stream would have `size` unpacked bytes, `more` than before. */
    unpacks(size: number, more: number): void;
    step(): void;
    /** A drawing within a drawing begins. */
    draws(): void;
  };

  /** Character maps by name, packed, in base 64. */
  export const characterMaps: Readonly<Record<string, string>>;
  export const OPS: Readonly<Record<string, number>>;
  export class PasswordException extends Error {}
  export class XRefParseException extends Error {}
  export class WorkerTask {
    constructor(name: string);
  }

  interface CorePage {
    readonly view: readonly [number, number, number, number];
    readonly rotate: number;
    readonly userUnit: number;
    getOperatorList(request: {
      readonly handler: CoreHandler;
      readonly sink: CoreSink;
      readonly task: WorkerTask;
      readonly intent: number;
      readonly cacheKey: string;
    }): Promise<unknown>;
  }

  interface CoreHandler {
    send(action: string, data: unknown): void;
    sendWithPromise(action: string, data: { readonly kind: string; readonly filename: string }): Promise<Uint8Array>;
  }

  interface CoreSink {
    readonly desiredSize: number;
    readonly ready: Promise<void>;
    enqueue(chunk: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }): void;
  }

  interface LayerConfig {
    readonly baseState: string | null;
    readonly on: readonly string[] | undefined;
    readonly off: readonly string[] | undefined;
  }

  export class LocalPdfManager {
    constructor(args: {
      readonly source: Uint8Array;
      readonly docId: string;
      readonly handler: CoreHandler;
      readonly password: string;
      readonly enableXfa: boolean;
      readonly evaluatorOptions: Readonly<Record<string, unknown>>;
    });
    readonly pdfDocument: {
      checkHeader(): void;
      parseStartXRef(): void;
      parse(recovery: boolean): void;
      checkFirstPage(recovery: boolean): Promise<void>;
      checkLastPage(recovery: boolean): Promise<void>;
      readonly numPages: number;
      readonly catalog: {
        readonly optionalContentConfig: LayerConfig | null;
        getAllPageDicts(recovery: boolean): Promise<ReadonlyMap<number, unknown>>;
      };
      /** Where the pages are, as `getAllPageDicts` has found them. */
      knownPages?: ReadonlyMap<number, unknown>;
      getPage(index: number): Promise<CorePage>;
    };
    cleanup(all: boolean): Promise<void>;
  }
}
