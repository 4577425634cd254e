/** What a file may cost at most, whatever it claims of itself. */

const megabyte = 1024 * 1024;

/** Past any of these a file is refused, with the reason. The longest reports have some twenty pages and a megabyte of pictures. */
export const intakeLimits = {
  /** Entries of a zip archive. */
  entries: 10_000,
  /** Unpacked bytes of one part that is read, and of all of them. */
  part: 64 * megabyte,
  parts: 128 * megabyte,
  /** Elements of XML in one file, and those that are held in memory at once. */
  elements: 2_000_000,
  heldElements: 300_000,
  /** Nested elements of XML and HTML. */
  depth: 512,
  /** Cells of one grid after their spans are spread, and columns of one. */
  cells: 200_000,
  columns: 512,
  /** Characters of text taken from one file: as many as the largest text that is audited. */
  characters: 8 * megabyte,
  pages: 5_000,
} as const;
