/** The page of a webview: an empty document that loads its script and its style and may load nothing else. */
import type { ExtensionContext, Webview } from 'vscode';
import { Uri } from 'vscode';
import { escapeHtml } from './preview/printable';
import { isChinese } from './say';

/** `name`: of its script and style; `uri`: what it is about. */
export function pageHtml(
  context: ExtensionContext,
  webview: Webview,
  name: 'preview' | 'folder',
  title: string,
  uri = '',
): string {
  const script = webview.asWebviewUri(Uri.joinPath(context.extensionUri, 'dist', `${name}.js`)).toString();
  const style = webview.asWebviewUri(Uri.joinPath(context.extensionUri, 'dist', `${name}.css`)).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${isChinese() ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body data-uri="${escapeHtml(uri)}"><script nonce="${nonce}" src="${escapeHtml(script)}"></script></body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
