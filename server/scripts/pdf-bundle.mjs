// The reader of PDF files stands in a bundle of its own: pdfjs's core alone, in this thread, without what draws, decodes pictures or edits, with bounds on what a file may cost, and with the character maps of Chinese fonts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Its entry point for browsers, which can import nothing later: it puts itself at a global name. */
export const pdfWebEntries = { 'read-pdf': 'server/src/intake/pdf/global.ts' };

/** The predefined maps that Chinese fonts without their own refer to; those of other countries and UTF-8 and UTF-32, that no program writes, are named where a file asks for them. */
const characterMaps = [
  'Adobe-GB1-UCS2',
  ...['GB-EUC', 'GBK-EUC', 'GBK2K', 'GBKp-EUC', 'GBpc-EUC', 'UniGB-UCS2', 'UniGB-UTF16'].flatMap((name) => [
    `${name}-H`,
    `${name}-V`,
  ]),
];

/** Parts of pdfjs whose work is not needed, with what stands in their place: pictures are counted and never decoded, and nothing is edited. */
const leftOut = {
  './external/jbig2/jbig2.js': '',
  './src/core/jbig2.js': 'class Jbig2Image {}',
  './src/core/jbig2_ccittFax_wasm.js': 'class JBig2CCITTFaxWasmImage { static setOptions() {} static cleanup() {} }',
  './src/core/jpg.js': 'class JpegImage {}',
  './external/openjpeg/openjpeg.js': '',
  './src/core/jpx.js': 'class JpxImage { static setOptions() {} static cleanup() {} }',
  './external/brotli/decode.js': 'function BrotliDecode() {\n  throw new Error("Brotli is not read");\n}',
  './src/core/xfa_fonts.js': 'function getXfaFontName() {}\nfunction getXfaFontDict() {}',
  './src/core/xfa/template.js': '',
  './src/core/xfa/config.js': '',
  './src/core/xfa/builder.js': '',
  './src/core/xfa/setup.js': '',
  './src/core/xfa/unknown.js': '',
  './src/core/xfa/parser.js': '',
  './src/core/xfa/factory.js': 'class XFAFactory {\n  static getRichTextAsHtml() {\n    return null;\n  }\n}',
  './src/core/editor/pdf_editor.js': '',
  './src/core/worker.js': 'class WorkerTask {\n  terminated = false;\n  ensureNotTerminated() {}\n  finish() {}\n}',
};

/** What is put in another's place, each once in the source. */
const changes = [
  // What pdfjs passes over is told, not printed.
  ['function warn(msg) {', 'function warn(msg) {\n  spending.warned(msg);\n  return;'],
  // What is unpacked is counted before it is there.
  [
    'const buffer2 = new Uint8Array(size);',
    'spending.unpacks(size, size - buffer.byteLength);\n    const buffer2 = new Uint8Array(size);',
  ],
  [
    '        totalLength += chunk.byteLength;\n      }\n      const data = new Uint8Array(totalLength);',
    '        totalLength += chunk.byteLength;\n        spending.unpacks(totalLength, chunk.byteLength);\n      }\n      const data = new Uint8Array(totalLength);',
  ],
  // Every step of a page's drawing, in whatever is drawn within it.
  [
    'const obj = this.parser.getObj();\n      if (obj instanceof Cmd) {\n        const cmd = obj.cmd;\n        const opSpec',
    'spending.step();\n      const obj = this.parser.getObj();\n      if (obj instanceof Cmd) {\n        const cmd = obj.cmd;\n        const opSpec',
  ],
  // A drawing within a drawing costs more than a step.
  [
    '                self.buildFormXObject(resources, xobj, null,',
    '                spending.draws();\n                self.buildFormXObject(resources, xobj, null,',
  ],
  // A picture is where it is and how large; its bytes stay packed.
  [
    '    const imageMask = dict.get("IM", "ImageMask") || false;\n    let imgData, fn, args;',
    '    operatorList.addImageOps(OPS.paintImageXObject, ["", w, h], optionalContent);\n    return;\n    const imageMask = false;\n    let imgData, fn, args;',
  ],
  // The font itself goes along instead of being made ready for a screen.
  ['translated.send(this.handler);', ''],
  // Nor are the drawings that the letters of some fonts are made of.
  ['await translated.loadType3Data(this, resources, task);', ''],
  ['operatorList.addDependencies(translated.type3Dependencies);\n    }\n    state.font', '}\n    state.font'],
  [
    'operatorList.addOp(OPS.setFont, [loadedName, fontSize]);',
    'operatorList.addOp(OPS.setFont, [stateManager.state.font, fontSize]);',
  ],
  ['gStateObj.push([key, [loadedName, value[1]]]);', 'gStateObj.push([key, [stateManager.state.font, value[1]]]);'],
  // A page that cannot be had is told where it is asked for: a promise that nobody awaits ends a process of Node.
  [
    'pageDictCache.put(lastKid, xref.fetchAsync(lastKid));',
    'const ahead = xref.fetchAsync(lastKid);\n          ahead.catch(() => {});\n          pageDictCache.put(lastKid, ahead);',
  ],
  // Pages are found at once, not by walking over all that come before; none is kept after it is read.
  [
    '      promise = catalog.getPageDict(pageIndex);',
    '      const known = this.knownPages?.get(pageIndex);\n      promise = known && !(known[0] instanceof Error) ? Promise.resolve(known) : catalog.getPageDict(pageIndex);',
  ],
  ['    this.#pagePromises.set(pageIndex, promise);\n    return promise;', '    return promise;'],
];

const core = /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/;

/** pdfjs's core as it is needed here. @throws Error where the package is another than the one that this was written for. */
export function changedCore(source) {
  let text = source.slice(0, source.lastIndexOf(';// ./src/pdf.worker.js'));
  for (const [path, stand] of Object.entries(leftOut)) {
    const from = text.indexOf(`;// ${path}\n`);
    if (from < 0) throw new Error(`pdfjs-dist has no ${path}`);
    const end = text.indexOf('\n;// ./', from);
    text = `${text.slice(0, from)}${stand}\n${end < 0 ? '' : text.slice(end)}`;
  }
  for (const [old, now] of changes) {
    if (text.split(old).length !== 2) throw new Error(`pdfjs-dist has not once: ${old}`);
    text = text.replace(old, () => now);
  }
  const maps = characterMaps.map((name, i) => `import map${i} from '../../cmaps/${name}.bcmap';`);
  const named = characterMaps.map((name, i) => `${JSON.stringify(name)}: map${i}`);
  return [
    ...maps,
    'export const spending = { warned() {}, unpacks() {}, step() {}, draws() {} };',
    text,
    `export const characterMaps = { ${named.join(', ')} };`,
    'export { LocalPdfManager, OPS, PasswordException, WorkerTask, XRefParseException };',
  ].join('\n');
}

/** Gives pdfjs's core changed, and its character maps as they are. */
export const pdfCore = {
  name: 'pdf-core',
  setup(build) {
    build.onLoad({ filter: core }, ({ path }) => ({
      contents: changedCore(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
    build.onLoad({ filter: /\.bcmap$/ }, ({ path }) => ({ contents: readFileSync(path), loader: 'base64' }));
  },
};

/** The changed core as a module of its own, for tests that import the sources as they are. The path of its file. */
export async function builtCore(root) {
  const folder = join(root, 'node_modules', '.cache', 'pdf-core');
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [join(root, 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    plugins: [pdfCore],
    logLevel: 'error',
  });
  const file = join(folder, 'pdf-core.mjs');
  writeFileSync(file, outputFiles[0].contents);
  return file;
}
