/** Office files made of their parts' text. */
import { strToU8, type Zippable, zipSync } from 'fflate';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Packed; the same parts give the same bytes. */
export function packed(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: new Date('2024-01-02T00:00:00Z') }];
  }
  return zipSync(files);
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function relationsPart(relations: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = relations.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Says of each part what it is: other programs open no file without. */
export function typesPart(types: Readonly<Record<string, string>>): string {
  const each = Object.entries(types).map(
    ([name, type]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}
