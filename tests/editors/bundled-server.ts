/** The server as an editor starts it, and a report for it in a folder of its own. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

interface EditorFolder {
  /** For the editor: tells its script where the server and the report are, and where to write what happened. */
  readonly environment: NodeJS.ProcessEnv;
  /** What the script has written. */
  readonly read: () => Promise<unknown>;
  readonly remove: () => Promise<void>;
}

export async function editorFolder(text: string): Promise<EditorFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-audit-'));
  const report = join(folder, '清溪镇2023年政府信息公开工作年度报告.txt');
  await writeFile(report, text);
  const result = join(folder, 'result.json');
  return {
    environment: {
      ...process.env,
      // A machine whose locale is plain C reads its command line and its scripts as Latin letters.
      LC_ALL: 'C.UTF-8',
      DISCLOSURE_AUDIT_SERVER: `${process.execPath} ${inject('bundles').server} --stdio`,
      DISCLOSURE_AUDIT_REPORT: report,
      DISCLOSURE_AUDIT_RESULT: result,
    },
    read: async () => JSON.parse(await readFile(result, 'utf8')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
