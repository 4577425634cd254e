/** Hovers, the printed page and the preview's own code against reports full of markup. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printableHtml } from '../../../client/src/preview/printable';
import { hoverAt } from '../../../server/src/features/hover/hover';
import { preview } from '../../../server/src/features/preview/preview';
import { toMarkup } from '../../../server/src/lsp/services/markup';
import type { SentPart } from '../../../server/src/lsp/wire/preview-protocol';
import { worded } from '../../../server/src/text/wording';
import { snapshotOf } from '../../../server/src/workspace/snapshot';
import { flawedReport } from '../../cli/sample-reports';
import type { Random } from '../../support/reports/random';
import { controlIn, hostileMarkup, type Trial } from './trial';

const pages = 'disclosure-audit:/rules/';

/** A report with markup in some of its lines: in words, cells, headings and the title. */
function hostileReport(random: Random): string {
  const layout = random.pick(['markdown', 'html', 'tsv', 'spaced'] as const);
  const lines = flawedReport({ layout }).split('\n');
  for (let i = random.int(2, 12); i > 0; i--) {
    const at = random.chance(0.2) ? 0 : random.int(0, lines.length - 1);
    const line = lines[at] ?? '';
    const place = random.int(0, line.length);
    lines[at] = line.slice(0, place) + hostileMarkup(random) + line.slice(place);
  }
  return lines.join('\n');
}

export function hoverTrial(random: Random): Trial {
  const text = hostileReport(random);
  const snapshot = snapshotOf(text, {});
  let flaw: string | undefined;
  for (let i = 0; i < 60 && flaw === undefined; i++) {
    const hover = hoverAt(snapshot, random.int(0, text.length));
    if (hover === undefined) continue;
    flaw =
      flawOfMarkdown(toMarkup(hover.blocks, 'markdown', pages, undefined).value) ??
      controlIn(toMarkup(hover.blocks, 'plaintext', pages, undefined).value);
  }
  return { input: text, flaw };
}

/** Our own links and marks are taken out; what is left must mean nothing to a reader of Markdown. */
function flawOfMarkdown(value: string): string | undefined {
  const control = controlIn(value);
  if (control !== undefined) return `${control} in a hover`;
  const own = /(?<!\\)\[(?:\\.|[^\\\]\n])*\]\(<disclosure-audit:\/[\w/.#-]*>\)/g;
  const rest = value
    .replace(own, '')
    .replace(/^\*\*(.*)\*\*$/gm, '$1')
    .replace(/^- /gm, '')
    .replace(/\\[!-/:-@[-`{-~]/g, '');
  const live = /[\\`*_[\]<>#|~&$@]|:\/\/|www\./i.exec(rest)?.[0];
  return live === undefined ? undefined : `a live ${live} in a hover: ${value}`;
}

export function pageTrial(random: Random): Trial {
  const text = hostileReport(random);
  const parts = preview(snapshotOf(text, {})).map(({ part }) => ({
    ...part,
    blocks: part.blocks.map((block) => ('name' in block ? { ...block, name: worded(block.name) } : block)),
    findings: [],
    skipped: null,
  })) as unknown as readonly SentPart[];
  return { input: text, flaw: flawOfPage(printableHtml(parts, hostileMarkup(random))) };
}

const ownTag =
  /^<\/?(?:html(?: lang="zh-CN")?|head|body|title|style|section|h[1-4]|p|strong|tr|table|div)(?: class="[a-z]+")?>$|^<td colspan="\d+" rowspan="\d+">$|^<\/td>$/;

function flawOfPage(html: string): string | undefined {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const rest = html.replace('<!DOCTYPE html>', '').replace('<meta charset="utf-8">', '').replace(policy, '');
  if (rest.length + policy.length > html.length - 20) return 'no policy on the page';
  const alien = (rest.match(/<[^>]*>?/g) ?? []).find((tag) => !ownTag.test(tag));
  return alien === undefined ? undefined : `on the page: ${alien}`;
}

const sinks =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|document\.write(?:ln)?|DOMParser|createContextualFragment|eval|setHTMLUnsafe)\b|new Function|setAttribute\('(?:on|href|src|style)/;

/** The code of the webviews' pages makes elements by their names, and gives them words as text alone. */
export function webviewTrial(random: Random): Trial {
  const folder = 'client/webview';
  const name = random.pick(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.ts')),
  );
  const found = sinks.exec(readFileSync(join(folder, name), 'utf8'))?.[0];
  const page = readFileSync('client/src/page-html.ts', 'utf8');
  const isClosed = page.includes("default-src 'none'; script-src 'nonce-$" + '{nonce}');
  const flaw = found === undefined ? undefined : `${name} has ${found}`;
  return { input: name, flaw: flaw ?? (isClosed ? undefined : 'the page may load more than its script') };
}
