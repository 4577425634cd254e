/** The names of the formats that depend on nothing but the results; text for the terminal does. */
export const formatNames = [
  'json',
  'jsonl',
  'sarif',
  'html',
  'csv',
  'xlsx',
  'docx',
  'github',
  'junit',
  'index',
] as const;
export type FormatName = (typeof formatNames)[number];
