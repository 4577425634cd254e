/** What is read of a disk: regular files, no more than was asked for, and not for ever. */
import { spawnSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText, streamBytes } from '../../server/src/files/decode';
import { type Disk, filesOver, nodeFiles, nodeFilesAtOnce, uriOf } from '../../server/src/files/node-files';
import { reasonOf } from '../../server/src/files/unreadable';
import { walkOver } from '../../server/src/files/walk';
import { worded } from '../../server/src/text/wording';
import { scratch } from './scratch';

const { root, file, link } = scratch();

describe.each([
  ['nodeFiles', nodeFiles],
  ['nodeFilesAtOnce', nodeFilesAtOnce],
])('%s', (_, files) => {
  const told = async (path: string, most = 100): Promise<string> => {
    const decoded = await readText(files, uriOf(path), most);
    return decoded === null ? 'nothing there' : decoded.ok ? decoded.text : worded(decoded.reason);
  };

  test.skipIf(process.platform === 'win32')('pipes and devices are told, behind links too', async () => {
    spawnSync('mkfifo', [join(root(), 'pipe')]);
    link('link', 'pipe');
    symlinkSync('/dev/zero', join(root(), 'zero'));
    for (const name of ['pipe', 'link', 'zero']) {
      expect(await told(join(root(), name))).toBe('不是普通文件（是管道、设备或套接字），不读取');
    }
  });

  test('as many bytes as may be, and no more', async () => {
    file('a', 'a'.repeat(100));
    file('b', 'a'.repeat(101));
    link('c', 'a');
    expect(await told(join(root(), 'a'))).toHaveLength(100);
    expect(await told(join(root(), 'c'))).toHaveLength(100);
    expect(await told(join(root(), 'b'))).toContain('文件过大');
    truncateSync(join(root(), 'b'), 2 ** 33);
    expect(await told(join(root(), 'b'), 2 ** 20)).toBe('文件过大，超过 1 MB');
  });

  test.skipIf(process.platform !== 'linux')('files that do not say how long they are', async () => {
    expect(await told('/proc/self/status', 1 << 20)).toContain('Pid:');
    expect(await told('/proc/self/status')).toContain('文件过大');
  });

  test('a folder and what is not there', async () => {
    expect(await told(root())).toBe('nothing there');
    expect(await told(join(root(), 'gone'))).toBe('nothing there');
  });
});

test('a disk that does not answer is given up', async () => {
  const never = new Promise<never>(() => undefined);
  const dead: Disk = { read: () => never, list: () => never, stat: () => never, real: () => never };
  const files = filesOver(dead, 20);
  const decoded = await readText(files, 'file:///a.md', 100);
  expect(decoded?.ok === false && worded(decoded.reason)).toBe('磁盘没有答复');
  const found = [];
  for await (const each of walkOver(files, { order: 'by-name' }).from({ uri: 'file:///d', path: 'd' }))
    found.push(each);
  expect(found).toMatchObject([{ kind: 'unreadable', path: 'd' }]);
});

test('a stream is taken to its limit, and a failure of it is told', async () => {
  const bytes = (length: number) => Buffer.alloc(length, 'a');
  async function* pieces(...lengths: readonly number[]) {
    for (const length of lengths) {
      if (length < 0) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      yield bytes(length);
    }
  }
  expect(Buffer.from(await streamBytes(pieces(60, 40), 100)).toString()).toBe('a'.repeat(100));
  const told = async (...lengths: readonly number[]) => {
    const taken = await streamBytes(pieces(...lengths), 100).catch((error: unknown) => error);
    return taken instanceof Uint8Array ? '' : worded(reasonOf(taken));
  };
  expect(await told(60, 41, 1)).toContain('文件过大');
  expect(await told(60, -1)).toBe('读取设备出错');
});
