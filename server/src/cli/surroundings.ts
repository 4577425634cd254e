/** What a command that gives findings needs to know of the world beside its words. */
import type { Files } from '../files/files';
import type { FileOutput } from '../files/node-output';
import type { TakenIn } from '../intake/taken-in';
import type { Baseline } from '../output/baseline';
import type { Tool } from '../output/output-format';
import type { Paint } from '../output/paint';
import type { Auditors } from './auditors';
import type { FilePolicies } from './policies';
import type { NamedPath } from './targets';

export interface Environment {
  readonly tool: Tool;
  /** Whether a person reads standard output as it comes. */
  readonly output: 'terminal' | 'file';
  /** The same of the error stream. */
  readonly errors: 'terminal' | 'file';
  /** Columns of a line of text. */
  readonly width: number;
  readonly paint: Paint;
  readonly files: Files;
  /** Opens a file that results are written to. */
  readonly openFile: (path: string) => FileOutput;
  readonly policies: FilePolicies;
}

/** What the audit of files needs. */
export interface Surroundings extends Environment {
  /** What the words and their list name. */
  readonly named: readonly NamedPath[];
  /** Standard input, read to its end; `null` when `-` is not among the paths. */
  readonly stdin: TakenIn | null;
  /** Puts other bytes in a file's place. */
  readonly replaceFile: (path: string, bytes: Uint8Array) => void;
  /** Hears of every folder, its URI, before anything is read there. */
  readonly lookedAt?: (folder: string) => void;
  /** Who audits the files. */
  readonly auditors: Auditors;
  /** What was found before; `null`: nothing is known. */
  readonly baseline: Baseline | null;
}
