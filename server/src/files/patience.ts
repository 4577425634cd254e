/** How long is waited for what was asked of a client or a disk. */

/** The answer, or `undefined` when it takes longer than `milliseconds`; the wait keeps no process alive. */
export function withinTime<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  let stop = (): void => undefined;
  const limit = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    stop = () => clearTimeout(timer);
    // In a browser it is a number, and there is no process.
    if (typeof timer === 'object') timer.unref();
  });
  return Promise.race([answer, limit]).finally(stop);
}
