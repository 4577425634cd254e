/** The conversion with all that it needs of the process. */
import { nodeFiles as files } from '../files/node-files';
import { fileOutput } from '../files/node-output';
import type { ConvertCommand } from './command';
import { convert } from './convert-command';
import type { ExitStatus } from './exit-status';
import type { Host } from './host';
import type { Pieces } from './streams';

export function convertHere(command: ConvertCommand, { stdin, stdout }: Host): Pieces<ExitStatus> {
  const output = stdout.isTTY === true ? 'terminal' : 'file';
  return convert(command, { files, stdin: () => stdin, output, openFile: fileOutput });
}
