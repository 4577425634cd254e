/** The nodes of the results view and how each is shown. */
import type { CodeAction, Uri } from 'vscode';
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { goToCommand } from '../../server/src/lsp/wire/protocol';
import type {
  ResultsCoverage,
  ResultsFinding,
  ResultsGroup,
  ResultsPlace,
  ResultsReport,
  ResultsWaived,
  UnjudgedResults,
} from '../../server/src/lsp/wire/results-protocol';
import { say } from './say';
import { restartCommand, restartWord } from './trouble';

/** Applies a fix; its argument is the node. */
export const applyFixCommand = 'disclosureAudit.applyResultFix';

export type ResultNode = { readonly uri: Uri; readonly id: string } & (
  | { readonly kind: 'report'; readonly report: ResultsReport }
  | { readonly kind: 'group'; readonly group: ResultsGroup }
  | { readonly kind: 'finding'; readonly finding: ResultsFinding }
  | {
      readonly kind: 'coverage';
      readonly coverage: ResultsCoverage;
      readonly found: number;
    }
  | { readonly kind: 'unjudged'; readonly unjudged: UnjudgedResults }
  | { readonly kind: 'basis'; readonly text: string; readonly page: string | null }
  | {
      readonly kind: 'place';
      readonly icon: 'symbol-number' | 'arrow-small-right' | 'circle-slash';
      readonly place: ResultsPlace;
    }
  | { readonly kind: 'fix'; readonly action: CodeAction }
  | { readonly kind: 'waivers'; readonly waived: readonly ResultsWaived[] }
  | { readonly kind: 'waived'; readonly waived: ResultsWaived }
  | { readonly kind: 'restart' }
);

type NodeOfKind<K extends ResultNode['kind']> = Extract<ResultNode, { readonly kind: K }>;

/** What stands under the document: its groups, or its reports where there are several. */
export function topNodes(uri: Uri, reports: readonly ResultsReport[]): readonly ResultNode[] {
  const [only, second] = reports;
  if (only === undefined) return [];
  if (second === undefined && only.skipped === null) return reportChildren(uri, '', only);
  return reports.map((report, index) => ({ uri, id: `${index}`, kind: 'report', report }));
}

/** What starts a server again that is no more. */
export function restartNode(uri: Uri): ResultNode {
  return { uri, id: 'restart', kind: 'restart' };
}

/** What stands under a node as far as the server has told it; the fixes of a finding are asked for when it is opened. */
export function childNodes(node: ResultNode): readonly ResultNode[] {
  switch (node.kind) {
    case 'report':
      return reportChildren(node.uri, node.id, node.report);
    case 'group':
      return node.group.findings.map((finding, index) => ({
        uri: node.uri,
        id: `${node.id}/${finding.fingerprint}-${index}`,
        kind: 'finding',
        finding,
      }));
    case 'finding':
      return findingChildren(node);
    case 'waivers':
      return node.waived.map((waived, index) => ({ uri: node.uri, id: `${node.id}/${index}`, kind: 'waived', waived }));
    case 'coverage':
      return coverageChildren(node);
    case 'unjudged':
      return node.unjudged.equations.map(placeNode(node, 'circle-slash'));
    default:
      return [];
  }
}

function reportChildren(uri: Uri, parent: string, { groups, coverage, waived }: ResultsReport): readonly ResultNode[] {
  const nodes = groups.map(
    (group, index): ResultNode => ({ uri, id: `${parent}/${group.section}-${index}`, kind: 'group', group }),
  );
  if (waived.length > 0) nodes.push({ uri, id: `${parent}/waived`, kind: 'waivers', waived });
  if (coverage === null) return nodes;
  const found = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return [...nodes, { uri, id: `${parent}/coverage`, kind: 'coverage', coverage, found }];
}

function coverageChildren(node: NodeOfKind<'coverage'>): readonly ResultNode[] {
  const { broken, unjudged } = node.coverage;
  return [
    ...broken.map(placeNode(node, 'symbol-number')),
    ...unjudged.map(
      (one, index): ResultNode => ({
        uri: node.uri,
        id: `${node.id}/unjudged-${index}`,
        kind: 'unjudged',
        unjudged: one,
      }),
    ),
  ];
}

function placeNode({ uri, id }: ResultNode, icon: NodeOfKind<'place'>['icon']) {
  return (place: ResultsPlace, index: number): ResultNode => ({
    uri,
    id: `${id}/${icon}-${index}`,
    kind: 'place',
    icon,
    place,
  });
}

function findingChildren(node: NodeOfKind<'finding'>): readonly ResultNode[] {
  const { uri, id, finding } = node;
  const { basis, page } = finding;
  return [
    ...(basis === null ? [] : [{ uri, id: `${id}/basis`, kind: 'basis' as const, text: basis, page }]),
    ...finding.equations.map(placeNode(node, 'symbol-number')),
    ...finding.places.map(placeNode(node, 'arrow-small-right')),
  ];
}

/** The node as the editor shows it. */
export function itemOf(node: ResultNode): TreeItem {
  const item = nodeItem(node);
  item.id = `${node.uri.toString()}#${node.id}`;
  return item;
}

function nodeItem(node: ResultNode): TreeItem {
  switch (node.kind) {
    case 'report':
      return reportItem(node);
    case 'group':
      return groupItem(node);
    case 'finding':
      return findingItem(node);
    case 'coverage':
      return coverageItem(node);
    case 'unjudged':
      return unjudgedItem(node);
    case 'waivers':
      return waiversItem(node);
    case 'waived':
      return waivedItem(node);
    case 'basis':
      return basisItem(node);
    case 'place':
      return placeItem(node);
    case 'fix':
      return fixItem(node);
    case 'restart':
      return restartItem();
  }
}

function reportItem({ uri, report }: NodeOfKind<'report'>): TreeItem {
  const { name, skipped, groups, range } = report;
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const open = skipped === null && count > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(name, skipped === null ? open : TreeItemCollapsibleState.None);
  item.description = skipped ?? countWords(count);
  item.tooltip = skipped ?? name;
  item.iconPath = new ThemeIcon(skipped === null ? 'book' : 'circle-slash');
  item.accessibilityInformation = { label: `${name}，${item.description}` };
  item.command = { command: goToCommand, title: say('Go To'), arguments: [uri, range] };
  return item;
}

function groupItem({ group: { name, findings } }: NodeOfKind<'group'>): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.description = countWords(findings.length);
  item.iconPath = new ThemeIcon('symbol-class');
  item.accessibilityInformation = { label: `${name}，${item.description}` };
  return item;
}

function countWords(count: number): string {
  return count === 0 ? say('nothing found') : say('{0} found', count);
}

const severityIcons: Readonly<Record<ResultsFinding['severity'], readonly [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'editorLightBulb.foreground'],
};

function severityName(severity: ResultsFinding['severity']): string {
  const names = {
    error: say('Error'),
    warning: say('Warning'),
    information: say('Information'),
    hint: say('Hint'),
  };
  return names[severity];
}

function findingItem({ uri, finding }: NodeOfKind<'finding'>): TreeItem {
  const { lead, message, severity, rule, title, basis, range } = finding;
  const item = new TreeItem(lead, TreeItemCollapsibleState.Collapsed);
  const [icon, color] = severityIcons[severity];
  const line = say('line {0}', range.start.line + 1);
  item.description = line;
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.contextValue = 'finding';
  item.tooltip = new MarkdownString()
    .appendText(message)
    .appendMarkdown('\n\n---\n\n')
    .appendText(
      `${severityName(severity)} · ${line} · ${title}（${rule}）${basis === null ? '' : `\n${say('Basis: {0}', basis)}`}`,
    );
  item.command = { command: goToCommand, title: say('Go To'), arguments: [uri, range] };
  item.accessibilityInformation = { label: `${severityName(severity)}，${line}，${message}` };
  return item;
}

function coverageItem({ coverage: { label, broken, unjudged }, found }: NodeOfKind<'coverage'>): TreeItem {
  const isEmpty = broken.length === 0 && unjudged.length === 0;
  const passed = found === 0 && isEmpty;
  const item = new TreeItem(label, isEmpty ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  item.iconPath = passed
    ? new ThemeIcon('pass', new ThemeColor('testing.iconPassed'))
    : new ThemeIcon('symbol-operator');
  item.tooltip = say(
    'Relations are figures of the tables that must agree, such as a total and the sum of its parts. Those that could not be judged are counted, too.',
  );
  item.accessibilityInformation = { label };
  return item;
}

function unjudgedItem({ unjudged: { why, equations } }: NodeOfKind<'unjudged'>): TreeItem {
  const item = new TreeItem(why, TreeItemCollapsibleState.Collapsed);
  item.description = say('{0} relations', equations.length);
  item.iconPath = new ThemeIcon('circle-slash');
  item.tooltip = why;
  item.accessibilityInformation = { label: `${why}，${item.description}` };
  return item;
}

function waiversItem({ waived }: NodeOfKind<'waivers'>): TreeItem {
  const item = new TreeItem(say('Waived'), TreeItemCollapsibleState.Collapsed);
  item.description = countWords(waived.length);
  item.iconPath = new ThemeIcon('eye-closed');
  item.tooltip = say('Findings that the local requirements let stand. Each can be revoked.');
  item.accessibilityInformation = { label: `${say('Waived')}，${item.description}` };
  return item;
}

function waivedItem({ uri, waived: { message, reason, rule, range } }: NodeOfKind<'waived'>): TreeItem {
  const item = new TreeItem(say('Reason: {0}', reason));
  item.description = message;
  item.iconPath = new ThemeIcon('circle-slash');
  item.contextValue = 'waived';
  item.tooltip = `${message}\n${say('Reason: {0}', reason)}\n${rule}`;
  item.command = { command: goToCommand, title: say('Go To'), arguments: [uri, range] };
  item.accessibilityInformation = { label: `${say('Waived')}，${message}，${say('Reason: {0}', reason)}` };
  return item;
}

function basisItem({ text, page }: NodeOfKind<'basis'>): TreeItem {
  const item = new TreeItem(say('Basis: {0}', text));
  item.iconPath = new ThemeIcon('law');
  item.tooltip = text;
  item.contextValue = page === null ? 'basis' : 'basisWithPage';
  item.accessibilityInformation = { label: say('Basis: {0}', text) };
  return item;
}

function placeItem({ uri, icon, place: { label, detail, range } }: NodeOfKind<'place'>): TreeItem {
  const item = new TreeItem(detail === '' ? label : detail);
  item.iconPath = new ThemeIcon(icon);
  if (detail !== '') item.description = label;
  item.tooltip = detail === '' ? label : `${label}\n${detail}`;
  const line = range === null ? '' : `，${say('line {0}', range.start.line + 1)}`;
  item.accessibilityInformation = { label: `${label}${detail === '' ? '' : `，${detail}`}${line}` };
  if (range !== null) item.command = { command: goToCommand, title: say('Go To'), arguments: [uri, range] };
  return item;
}

function fixItem(node: NodeOfKind<'fix'>): TreeItem {
  const { title, isPreferred } = node.action;
  const item = new TreeItem(say('Fix: {0}', title));
  item.iconPath = new ThemeIcon('lightbulb', isPreferred ? new ThemeColor('editorLightBulb.foreground') : undefined);
  item.tooltip = title;
  item.accessibilityInformation = { label: say('Fix: {0}', title) };
  item.command = { command: applyFixCommand, title, arguments: [node] };
  return item;
}

function restartItem(): TreeItem {
  const item = new TreeItem(restartWord());
  item.iconPath = new ThemeIcon('debug-restart');
  item.accessibilityInformation = { label: restartWord() };
  item.command = { command: restartCommand, title: restartWord() };
  return item;
}
