// Runs npm scripts at once, and shows what each printed, in the order given; ends with a failure if one of them fails.
// The last is the one that is watched: its lines come as they are printed once the others are done, and the others make room for it.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

const scripts = process.argv.slice(2);
const children = scripts.map((name, index) => {
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  const last = index === scripts.length - 1;
  // An editor waits for answers with a limit; nothing else here does.
  if (!last && child.pid !== undefined) setPriority(child.pid, 5);
  return { name, ...held(child), ended: new Promise((done) => child.once('close', done)) };
});

for (const { name, show, ended } of children) {
  process.stdout.write(`\n> ${name}\n`);
  show();
  const status = await ended;
  if (status !== 0) {
    process.exitCode = 1;
    process.stderr.write(`${name} failed\n`);
  }
}

/** Keeps what the child prints until it is its turn. */
function held(child) {
  let pieces = [];
  const take = (stream) => (piece) => (pieces === null ? stream.write(piece) : pieces.push([stream, piece]));
  child.stdout.on('data', take(process.stdout));
  child.stderr.on('data', take(process.stderr));
  return {
    show: () => {
      for (const [stream, piece] of pieces) stream.write(piece);
      pieces = null;
    },
  };
}
