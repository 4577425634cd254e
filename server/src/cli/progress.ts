/** How far a run has come, on one line of a terminal that is written over. */

export interface Progress {
  /** How many files there are. */
  expects(total: number): void;
  /** One file more is begun: what to write now; empty where the line was written a moment ago. */
  next(): string;
  /** What takes the line away, so that another can be written; empty where none stands. */
  cleared(): string;
}

/** In milliseconds: more often nobody can read it. */
const pause = 100;
/** What is done at once needs no progress. */
const quietStart = 500;

const eraseLine = '\r\x1b[K';

/** @param now milliseconds of a clock. */
export function progressOver(now: () => number): Progress {
  const start = now();
  let [total, done, last] = [0, 0, start + quietStart - pause];
  let stands = false;
  return {
    expects: (count) => {
      total = count;
    },
    next: () => {
      const at = now();
      const begun = done++;
      if (at - last < pause || begun === 0) return '';
      last = at;
      stands = true;
      return `${eraseLine}${progressLine(begun, total, (at - start) / 1000)}`;
    },
    cleared: () => {
      if (!stands) return '';
      stands = false;
      return eraseLine;
    },
  };
}

/** E.g. `审核 120/500 份（24%），每秒 40 份，还要 10 秒`. */
export function progressLine(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const share = Math.floor((100 * done) / Math.max(total, 1));
  const shownRate = rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1);
  return `审核 ${done}/${total} 个文件（${share}%），每秒 ${shownRate} 个，还要 ${duration((total - done) / rate)}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}
