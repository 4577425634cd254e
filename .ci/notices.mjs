// The licences of the packages that are in the bundles, as esbuild accounts for them: their terms ask for them wherever the code goes.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Those that ask for nothing but their own text beside the code. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

const licenceFile = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;
const noticeFile = /^(?:notice|third-?party-?notices?)(?:\.(?:txt|md))?$/i;

/** The packages with code in the outputs of these metafiles, each `{ name, version, licence, texts }`, by name. Throws where one has no licence file, or another licence than may be bundled. */
export function bundledPackages(metafiles) {
  const folders = new Map();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
        if (folder === undefined || bytesInOutput === 0) continue;
        const within = folders.get(folder) ?? new Set();
        folders.set(folder, within.add(dirname(path)));
      }
    }
  }
  return [...folders].map(([folder, within]) => packageIn(folder, within)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `within`: the folders of what is bundled of it; parts that others wrote have their own terms beside them. */
function packageIn(folder, within) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).sort();
  const texts = [...names.filter((each) => licenceFile.test(each)), ...names.filter((each) => noticeFile.test(each))];
  if (!texts.some((each) => licenceFile.test(each))) throw new Error(`${name}, which is bundled, has no licence file`);
  if (!allowed.includes(license))
    throw new Error(`${name}, which is bundled, is under ${license}: allowed are ${allowed.join(', ')}`);
  const others = [...within]
    .filter((each) => each !== folder)
    .sort()
    .flatMap((each) =>
      readdirSync(each)
        .filter((file) => licenceFile.test(file))
        .map((file) => join(each, file)),
    );
  const files = [...texts.map((each) => join(folder, each)), ...others];
  return { name, version, licence: license, texts: files.map(textOf) };
}

function textOf(file) {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** All of them as one text; terms that several packages have word for word stand once. */
export function noticesText(packages) {
  const holders = new Map();
  for (const { name, version, licence, texts } of packages) {
    for (const text of texts) holders.set(text, [...(holders.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...holders].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `Disclosure Audit contains code of these packages.\n\n${[...parts].join(`\n${'-'.repeat(80)}\n\n`)}`;
}
