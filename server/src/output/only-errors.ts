/** A result with nothing but its errors. */
import type { Result } from './result';

export function onlyErrors(result: Result): Result {
  const { record, frames, places } = result;
  const isError = (index: number): boolean => record.findings[index]?.severity === 'error';
  if (record.findings.every((_, index) => isError(index))) return result;
  return {
    ...result,
    record: { ...record, findings: record.findings.filter((_, index) => isError(index)) },
    frames: frames.filter((_, index) => isError(index)),
    ...(places && { places: places.filter((_, index) => isError(index)) }),
  };
}
