/** Converters that are npm packages: turndown with its table plugins, node-html-markdown, html-to-text, mammoth, html-to-markdown. */
import { readFileSync } from 'node:fs';

const text = (path) => readFileSync(path, 'utf8');

/** The package's default export or the module; `undefined`, and told, where it is not installed. */
async function packageOf(name, told) {
  try {
    const module = await import(name);
    return module.default ?? module;
  } catch (error) {
    told(`${name} (npm): ${String(error.message).split('\n')[0]}`);
    return undefined;
  }
}

export async function packageConverters(told) {
  return [...(await turndownConverters(told)), ...(await htmlConverters(told)), ...(await mammothConverters(told))];
}

async function turndownConverters(told) {
  const Turndown = await packageOf('turndown', told);
  if (Turndown === undefined) return [];
  const plugins = [
    ['turndown', undefined, true],
    ['turndown-gfm', 'turndown-plugin-gfm', true],
    ['turndown-truto-gfm', '@truto/turndown-plugin-gfm', true],
    ['turndown-joplin-gfm', '@joplin/turndown-plugin-gfm', true],
  ];
  const converters = [];
  for (const [name, plugin, isCommon] of plugins) {
    const module = plugin === undefined ? undefined : await packageOf(plugin, told);
    if (plugin !== undefined && module === undefined) continue;
    const service = () => {
      const turndown = new Turndown({ headingStyle: 'atx' });
      turndown.remove(['style', 'script', 'title']);
      if (module !== undefined) turndown.use(module.gfm ?? module);
      return turndown;
    };
    converters.push({
      id: `page.${name}`,
      ext: 'md',
      source: 'page',
      isCommon,
      convert: (path) => service().turndown(text(path)),
    });
  }
  return converters;
}

async function htmlConverters(told) {
  const markdown = await packageOf('node-html-markdown', told);
  const plain = await packageOf('html-to-text', told);
  const kreuzberg = await packageOf('@kreuzberg/html-to-markdown-node', told);
  const converters = [];
  const add = (name, ext, isCommon, convert) => {
    converters.push({
      id: `page.${name}`,
      ext,
      source: 'page',
      isCommon,
      convert: async (path) => convert(text(path)),
    });
  };
  if (markdown !== undefined) {
    const { NodeHtmlMarkdown } = markdown.NodeHtmlMarkdown === undefined ? { NodeHtmlMarkdown: markdown } : markdown;
    add('node-html-markdown', 'md', true, (html) => NodeHtmlMarkdown.translate(html));
  }
  if (plain !== undefined) {
    const tables = { selectors: [{ selector: 'table', format: 'dataTable' }], wordwrap: false };
    add('html-to-text', 'txt', true, (html) => plain.convert(html));
    add('html-to-text-tables', 'txt', true, (html) => plain.convert(html, tables));
  }
  if (kreuzberg !== undefined) {
    add('kreuzberg', 'md', true, (html) => {
      const result = kreuzberg.convert(html);
      return typeof result === 'string' ? result : result.content;
    });
  }
  return converters;
}

async function mammothConverters(told) {
  const mammoth = await packageOf('mammoth', told);
  if (mammoth === undefined) return [];
  const ways = [
    ['mammoth-html', 'html', 'convertToHtml'],
    ['mammoth-markdown', 'md', 'convertToMarkdown'],
    ['mammoth-text', 'txt', 'extractRawText'],
  ];
  return ['word', 'office'].flatMap((source) =>
    ways.map(([name, ext, method]) => ({
      id: `${source}.${name}`,
      ext,
      source,
      isCommon: source === 'word',
      convert: async (path) => (await mammoth[method]({ path })).value,
    })),
  );
}
