// Loaded before a server (`node --expose-gc --require`): at SIGUSR2 it collects garbage and tells the heap that is left, in bytes, on stderr.
process.on('SIGUSR2', () => {
  globalThis.gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
