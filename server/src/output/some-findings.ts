/** A result with some of its findings only. */
import type { FindingRecord, Result } from './result';

export function onlyErrors(result: Result): Result {
  return withFindings(result, ({ severity }) => severity === 'error');
}

/** With those that `keeps` keeps, which is asked about each once; itself where these are all. */
export function withFindings(result: Result, keeps: (finding: FindingRecord) => boolean): Result {
  const { record, frames, places } = result;
  const kept = record.findings.map(keeps);
  if (!kept.includes(false)) return result;
  return {
    ...result,
    record: { ...record, findings: record.findings.filter((_, index) => kept[index]) },
    frames: frames.filter((_, index) => kept[index]),
    ...(places && { places: places.filter((_, index) => kept[index]) }),
  };
}
