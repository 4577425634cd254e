/** Every sample, opened in the editor, gives exactly the findings that are written down for it. */
import { basename } from 'node:path';
import type { Test } from './runner';
import { pause } from './runner';
import { differences, openSample, realReports, samplesIn, textOf } from './samples';
import { closeAll, diagnosticsOf, listing, openUntitled, settledDiagnostics, untilDiagnostics } from './workbench';

/** One test a sample, one for the texts that are no reports, one for untitled documents, one for the real reports. */
export function findingTests(): readonly Test[] {
  const clean = samplesIn('clean').map(
    (sample): Test => ({
      name: `${sample.name} has no diagnostics`,
      body: async () => {
        const found = await settledDiagnostics(await openSample(sample.path));
        if (found.length > 0) throw new Error(listing(found));
        return undefined;
      },
    }),
  );
  const flawed = samplesIn('flawed').map(
    (sample): Test => ({
      name: `${sample.name} has its ${sample.expected.length} diagnostics`,
      body: async () => {
        const document = await openSample(sample.path);
        const found = await settledDiagnostics(document);
        const wrong = differences(document, sample.expected, found);
        if (wrong.length > 0) throw new Error(wrong.join('\n'));
        return undefined;
      },
    }),
  );
  return [...clean, ...flawed, noReports, untitledReport, realReportsTest];
}

const noReports: Test = {
  name: 'texts that are no reports have no diagnostics',
  body: async () => {
    const letter =
      '关于召开政务公开工作会议的通知\n\n一、会议时间\n2024年3月5日上午9时\n\n二、会议地点\n镇政府三楼会议室\n';
    const documents = [(await openUntitled(letter, 'plaintext')).document];
    for (const sample of samplesIn('other')) documents.push(await openSample(sample.path));
    // A report beside them shows when the server has done its work.
    await untilDiagnostics(await openSample(firstFlawed().path), (found) => found.length > 0);
    await pause(700);
    const found = documents.flatMap(diagnosticsOf);
    if (found.length > 0) throw new Error(listing(found));
    return undefined;
  },
};

const untitledReport: Test = {
  name: 'an untitled plain-text document whose content is a report has diagnostics',
  body: async () => {
    const sample = firstFlawed();
    const { document } = await openUntitled(textOf(sample.path), 'plaintext');
    const found = await untilDiagnostics(document, (diagnostics) => diagnostics.length >= sample.expected.length);
    const wrong = differences(document, sample.expected, found);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    return undefined;
  },
};

const realReportsTest: Test = {
  name: 'the real reports are read',
  timeout: 60_000,
  body: async () => {
    const reports = realReports();
    if (!reports) return 'there is no ../shared/corpus on this machine';
    for (const path of reports) {
      const found = await settledDiagnostics(await openSample(path));
      console.log(`    ${basename(path)}\n      ${listing(found).replaceAll('\n', '\n      ')}`);
      await closeAll();
    }
    return undefined;
  },
};

function firstFlawed() {
  const sample = samplesIn('flawed').find(({ path }) => path.endsWith('.txt'));
  if (!sample) throw new Error('there is no flawed sample');
  return sample;
}
