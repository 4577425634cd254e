/** What the command line needs of the process that it runs in. */
import type { Writable } from 'node:stream';

export interface Host {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the program's own file, which tells one build from another and runs in threads; absent where there is none. */
  readonly program?: string;
  /** URI of the folder with the rules' pages, with a slash at its end; absent where it is not known. */
  readonly pages?: string;
  /** From now on `stop` is called where the user wants the run to end (Ctrl+C), in place of ending the process. */
  readonly onInterrupt?: (stop: () => void) => void;
}
