/** What the process is to a command that gives findings: its streams, disk and colours. */
import { name, version } from '../../../package.json';
import { nodeFilesAtOnce as files } from '../files/node-files';
import { fileOutput } from '../files/node-output';
import { ansiPaint, plainPaint } from '../output/paint';
import type { AuditCommand } from './command';
import type { Host } from './host';
import { filePoliciesOf } from './policies';
import type { Environment } from './surroundings';
import type { NamedPath } from './targets';

/** Columns of a line of text where no terminal tells its own. */
const plainWidth = 100;

/** `named`: the paths that the command is about. */
export async function environmentOf(
  command: Pick<AuditCommand, 'colour' | 'config'>,
  host: Host,
  named: readonly NamedPath[],
): Promise<Environment> {
  const { stdout, stderr, pages } = host;
  const terminal = stdout.isTTY === true;
  return {
    tool: { name, version, ...(pages === undefined ? {} : { pages }) },
    output: terminal ? 'terminal' : 'file',
    errors: stderr.isTTY === true && host.env.TERM !== 'dumb' ? 'terminal' : 'file',
    width: terminal ? Math.min(160, Math.max(60, stdout.columns || plainWidth)) : plainWidth,
    paint: isColoured(command, host) ? ansiPaint : plainPaint,
    files,
    openFile: fileOutput,
    policies: await filePoliciesOf(files, command.config, named),
  };
}

/** What the words ask for wins over the environment, and `FORCE_COLOR` over `NO_COLOR`; else a terminal is coloured. */
function isColoured({ colour }: Pick<AuditCommand, 'colour'>, { stdout, env }: Host): boolean {
  if (colour !== 'auto') return colour === 'always';
  const { FORCE_COLOR: forced = '', NO_COLOR: refused = '', TERM: term } = env;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return refused === '' && stdout.isTTY === true && term !== 'dumb';
}
