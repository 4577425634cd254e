/** A report of which nothing could be read has the form of any other, with nothing in it. */
import { expect, test } from 'vitest';
import { unreadReport } from '../../server/src/report/unread-report';
import { snapshotOf } from '../../server/src/workspace/snapshot';

test('is what is read of a text in which nothing stands', () => {
  const text = '今天下雨。\r\n';
  const [part] = snapshotOf(text, { insistence: 'insisted' }).reports;
  expect(part?.status).toBe('audited');
  expect(unreadReport(text)).toEqual(part?.report);
});
