/** No part is sent twice: not by the server to the client, and not by the client to its page. */
import { expect, test } from 'vitest';
import { keptParts } from '../../../client/src/preview/kept-parts';
import type { SentPart } from '../../../server/src/lsp/wire/preview-protocol';

function part(title: string): SentPart {
  return { title, blocks: [], findings: [], coverage: null, skipped: null };
}

const [first, second, changed] = [part('甲镇'), part('乙镇'), part('乙镇，改过')];

function twoReports() {
  const kept = keptParts();
  const sent = kept.take({
    version: 1,
    parts: [
      { key: '1', line: 0, part: first },
      { key: '2', line: 90, part: second },
    ],
  });
  return { kept, sent };
}

test('the page is sent every part at first', () => {
  const { kept, sent } = twoReports();
  expect(sent.parts.map((one) => one.part)).toEqual([first, second]);
  expect(kept.known()).toEqual(['1', '2']);
});

test('after a change the page is sent what changed, and where the rest stands now', () => {
  const { kept } = twoReports();
  const answer = {
    version: 2,
    parts: [
      { key: '1', line: 3 },
      { key: '3', line: 93, part: changed },
    ],
  };
  expect(kept.take(answer)).toEqual(answer);
  expect(kept.shown()).toEqual([first, changed]);
  expect(kept.known()).toEqual(['1', '3']);
});

test('a page that shows nothing any more is sent what the server does not send again', () => {
  const { kept } = twoReports();
  kept.forgetShown();
  expect(kept.shown()).toEqual([]);
  const sent = kept.take({
    version: 1,
    parts: [
      { key: '1', line: 0 },
      { key: '2', line: 90 },
    ],
  });
  expect(sent.parts.map((one) => one.part)).toEqual([first, second]);
});
