/** Work that is asked for more often than it can be done: one at a time, and the newest is never left out. */

interface Newest {
  now(): void;
  /** After the delay, which each call begins anew. */
  later(): void;
  stop(): void;
}

/** `work` must not reject; `delay` is in milliseconds. */
export function newest(work: () => Promise<void>, delay: number): Newest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStale = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    isStale = isBusy;
    if (isBusy || isStopped) return;
    isBusy = true;
    await work();
    isBusy = false;
    if (isStale) later();
  };
  const later = (): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void run(), delay);
  };
  return {
    now: () => void run(),
    later,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
