/** The parts that the server has sent, and which of them the page has: neither is sent the same part twice. */
import type { PreviewAnswer, SentPart } from '../../../server/src/lsp/wire/preview-protocol';

interface KeptParts {
  /** The keys of the parts that need not come again. */
  known(): readonly string[];
  /** What is shown, in the document's order. */
  shown(): readonly SentPart[];
  /** Takes the server's answer and gives what the page is to be sent. */
  take(answer: PreviewAnswer): PreviewAnswer;
  /** The page shows nothing any more. */
  forgetShown(): void;
}

export function keptParts(): KeptParts {
  const parts = new Map<string, SentPart>();
  let order: readonly string[] = [];
  return {
    known: () => [...parts.keys()],
    shown: () => order.flatMap((key) => parts.get(key) ?? []),
    take: ({ version, parts: answered }) => {
      for (const { key, part } of answered) if (part !== undefined) parts.set(key, part);
      const drawn = new Set(order);
      order = answered.map(({ key }) => key);
      const wanted = new Set(order);
      for (const key of parts.keys()) if (!wanted.has(key)) parts.delete(key);
      const news = answered.map(({ key, line }) => {
        const part = drawn.has(key) ? undefined : parts.get(key);
        return part === undefined ? { key, line } : { key, line, part };
      });
      return { version, parts: news };
    },
    forgetShown: () => {
      order = [];
    },
  };
}
