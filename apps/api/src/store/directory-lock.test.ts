import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { DirectoryLock } from './directory-lock.ts';

afterEach(removeTemporaryDirectories);

/** What a server leaves that is killed: a socket on which nobody listens. */
async function leaveSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.tmp`, resolve));
  renameSync(`${path}.tmp`, path);
  await new Promise((resolve) => server.close(resolve));
  expect(existsSync(path)).toBe(true);
}

const sockets = (directory: string) => readdirSync(directory).filter((name) => name.startsWith('server.'));

describe('a directory', () => {
  test('is held once, until it is released, by whatever path it is reached', async () => {
    const directory = temporaryDirectory();
    const link = join(temporaryDirectory(), 'link');
    symlinkSync(directory, link);
    const lock = await DirectoryLock.hold(directory);
    for (const path of [directory, link]) {
      await expect(DirectoryLock.hold(path)).rejects.toMatchObject({ code: 'in_use' });
    }
    expect(sockets(directory)).toHaveLength(1);
    await lock.release();
    expect(sockets(directory)).toEqual([]);
    await (await DirectoryLock.hold(link)).release();
  });

  test('with a long path is held by that and by a short one', async () => {
    const short = join(temporaryDirectory(), 's');
    const long = join(temporaryDirectory(), 'x'.repeat(100), 'y'.repeat(100));
    mkdirSync(long, { recursive: true });
    symlinkSync(long, short);
    for (const [one, other] of [
      [long, short],
      [short, long],
    ] as const) {
      const lock = await DirectoryLock.hold(one);
      await expect(DirectoryLock.hold(other)).rejects.toMatchObject({ code: 'in_use' });
      await lock.release();
      expect(sockets(long)).toEqual([]);
    }
  });

  test('is free where whoever had it was killed, and what that left is removed', async () => {
    const directory = temporaryDirectory();
    await leaveSocket(join(directory, 'server.00000000.sock'));
    await leaveSocket(join(directory, 'server.ffffffff.sock'));
    const lock = await DirectoryLock.hold(directory);
    expect(sockets(directory)).toHaveLength(1);
    await lock.release();
  });

  test('is held by exactly one of those that want it at the same moment, with and without a left-over', async () => {
    for (let round = 0; round < 20; round++) {
      const directory = temporaryDirectory();
      if (round % 2 === 0) await leaveSocket(join(directory, 'server.88888888.sock'));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, () => DirectoryLock.hold(directory)),
      );
      const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(held).toHaveLength(1);
      expect(refused).toEqual(Array.from({ length: 5 }, () => expect.objectContaining({ code: 'in_use' })));
      expect(sockets(directory)).toHaveLength(1);
      await held[0]!.release();
    }
  });

  test('is waited for while whoever wants it too is on its way out', async () => {
    const directory = temporaryDirectory();
    const leaving = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => leaving.listen(join(directory, 'server.00000000.sock'), resolve));
    const holding = DirectoryLock.hold(directory);
    setTimeout(() => leaving.close(), 100);
    await (await holding).release();
  });

  test('with something else in the place of a socket is not held', async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, 'server.00000000.sock', 'in-the-way'), { recursive: true });
    await expect(DirectoryLock.hold(directory)).rejects.toMatchObject({ code: 'not_writable' });
    expect(sockets(directory)).toHaveLength(1);
  });

  test('that is a file is not held', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(DirectoryLock.hold(file)).rejects.toMatchObject({ code: 'not_a_directory' });
  });
});
