/** Names of bodies that a new report may be for: what was used last, and what the workspace's reports are called. */
import type { Memento } from 'vscode';
import { workspace } from 'vscode';
import { textExtensions } from '../../server/src/files/file-names';
import type { Level } from '../../server/src/report/report';
import { bodyNamedIn, withOffice } from './body-names';
import { isReport } from './recognition';
import { say } from './say';

const lastIssuer = 'newReport.issuer';
const mostFiles = 50;
const longestName = 60;

/** Likeliest first, each once. */
export async function suggestedIssuers(memory: Memento): Promise<readonly string[]> {
  const titles = workspace.textDocuments.filter(isReport).map((document) => document.getText().slice(0, 400));
  const names = [...titles, ...(await reportFileNames())].flatMap((text) => bodyNamedIn(text) ?? []);
  const last = memory.get<string>(lastIssuer);
  const all = [...new Set([...(last === undefined ? [] : [last]), ...names])];
  // A file's name is often shorter than the title in it.
  return all.filter((name) => !all.includes(withOffice(name) ?? ''));
}

export async function rememberIssuer(memory: Memento, issuer: string): Promise<void> {
  await memory.update(lastIssuer, issuer);
}

async function reportFileNames(): Promise<readonly string[]> {
  try {
    const pattern = `**/*年*{${textExtensions.join(',')}}`;
    const files = await workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
    return files.map((file) => file.path.split('/').at(-1) ?? '');
  } catch {
    // A workspace that cannot be searched has no suggestions.
    return [];
  }
}

/** Why the name cannot stand in a report's title; `undefined` where it can. */
export function whyNoIssuer(name: string): string | undefined {
  if (name === '') return say('Type the full name of the body.');
  if (!/\p{Script=Han}{2}/u.test(name)) return say('This is not the Chinese name of a body.');
  if (/年度报告|年报|\d{4}\s*年/.test(name))
    return say('Only the name of the body, without the year and the name of the report.');
  if (/[\r\n\t<>|“”"，。；]/.test(name)) return say('A name has no such punctuation.');
  if ([...name].length > longestName) return say('The name is too long.');
  return undefined;
}

/** A level in the user's language. */
export function levelName(level: Level): string {
  const names: Readonly<Record<Level, string>> = {
    township: say('township'),
    subdistrict: say('subdistrict'),
    county: say('county level'),
    municipal: say('municipal level'),
    provincial: say('provincial level'),
    department: say('department'),
    institution: say('public institution or organisation'),
    unknown: say('level not told by the name'),
  };
  return names[level];
}
