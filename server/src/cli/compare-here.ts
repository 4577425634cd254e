/** The comparison with all that it needs of the process. */
import { textLines } from '../files/lines';
import { fileChunks } from '../files/node-files';
import type { CompareCommand } from './command';
import { compare } from './compare-command';
import { environmentOf } from './environment';
import type { ExitStatus } from './exit-status';
import type { Host } from './host';
import type { Pieces } from './streams';

export async function compareHere(command: CompareCommand, host: Host): Promise<Pieces<ExitStatus>> {
  const linesOf = (path: string) => textLines(path === '-' ? host.stdin : fileChunks(path));
  const named = command.paths.map((path) => ({ path }));
  return compare(command, await environmentOf(command, host, named), linesOf);
}
