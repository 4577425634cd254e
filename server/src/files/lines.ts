/** A long text line by line, as it is read. */
import { largerThan } from './unreadable';

/** Characters that a line may have, in millions of 2^20. */
const longestLine = 16;

/**
 * The lines of UTF-8 `chunks`, without their ends.
 *
 * @throws Unreadable for a line that never ends.
 */
export async function* textLines(chunks: AsyncIterable<unknown>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of chunks) {
    const lines =
      `${begun}${typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true })}`.split(
        '\n',
      );
    begun = lines.pop() ?? '';
    yield* lines;
    if (begun.length > longestLine * 1024 * 1024) throw largerThan(longestLine * 1024 * 1024);
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}
