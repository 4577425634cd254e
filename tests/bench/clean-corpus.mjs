// The clean reports of tests/corpus/clean under other names: prose that the benchmark's own generator did not write.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../corpus/clean/', import.meta.url));
const title = /年政府信息公开工作年度报告\s/g;
const county = /([一-鿿]{2})[县区](?:人民政府|[一-鿿]{2,8}(?:人民政府|办事处|局))/;
const town = /[县区]([一-鿿]{2,3})(?=[镇乡]人民政府|街道办事处)/;

const texts = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => /\.(txt|md)$/.test(name))
      .sort()
      .map((name) =>
        readFileSync(join(folder, name), 'utf8')
          .replace(/^\ufeff/, '')
          .replace(/\r\n?/g, '\n'),
      )
      .filter((text) => text.match(title)?.length === 1 && county.test(text.slice(0, 300)))
  : [];

/** How many of the clean reports stand for themselves and can be renamed. */
export const cleanCount = texts.length;

/** The clean report number `seed`, its county and its town renamed throughout. */
export function renamedReport(seed, names) {
  const text = texts[seed % texts.length];
  const beginning = text.slice(0, 300);
  const renamed = text.replaceAll(county.exec(beginning)[1], names.county);
  const [, own] = town.exec(beginning) ?? [];
  return own === undefined ? renamed : renamed.replaceAll(own, names.town);
}
