import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { open } from 'lmdb';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { withChecksum } from './checked-value.ts';
import { FORMAT_KEY, openStoreFile, storeFileIn } from './lmdb-file.ts';
import { LmdbStore } from './lmdb-store.ts';

afterEach(removeTemporaryDirectories);

let directory: string;
beforeEach(() => {
  directory = join(temporaryDirectory(), 'a', 'data.d');
});

const openStore = (path = directory) => LmdbStore.open(path, CHECK_PROGRAM);

/** A store with a few pages of entries, closed. */
async function makeStore(): Promise<void> {
  const store = await openStore();
  await store.write(
    Array.from({ length: 300 }, (_, i) => ({ key: ['session', i], value: `${i}`.repeat(200) })),
  );
  await store.close();
}

test('makes the directory, and keeps what was written for the next to open it', async () => {
  await makeStore();
  const store = await openStore();
  expect([...store.entries(['session', 7])]).toEqual([[['session', 7], '7'.repeat(200)]]);
  expect([...store.entries(['session'])]).toHaveLength(300);
  await store.close();
});

test('one server at a time has it, and the next one may when that is gone', async () => {
  const store = await openStore();
  await expect(openStore()).rejects.toMatchObject({ code: 'in_use' });
  await store.close();
  await (await openStore()).close();
});

test('a directory with a long name is held as well', async () => {
  const long = join(directory, 'x'.repeat(120));
  const store = await openStore(long);
  await expect(openStore(long)).rejects.toMatchObject({ code: 'in_use' });
  await store.close();
});

test('a store whose making was cut off is made anew', async () => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${storeFileIn(directory)}.new`, 'half');
  await (await openStore()).close();
  expect(existsSync(`${storeFileIn(directory)}.new`)).toBe(false);
});

describe('what is no sound store is refused, says so, and stays as it is', () => {
  test.each<[what: string, code: string, spoil: (file: string) => unknown]>([
    ['cut off in the midst', 'damaged', (file) => truncateSync(file, 20_000)],
    ['cut off in its head', 'damaged', (file) => truncateSync(file, 100)],
    ['empty', 'damaged', (file) => truncateSync(file, 0)],
    ['a text', 'damaged', (file) => writeFileSync(file, 'Dear diary\n'.repeat(1000))],
    ['changed in a value', 'damaged', (file) => changeByte(file, '7'.repeat(100))],
    ['changed in what tells its format', 'damaged', (file) => changeByte(file, '"program"')],
  ])('a file that is %s', async (_, code, spoil) => {
    await makeStore();
    const file = storeFileIn(directory);
    await spoil(file);
    const spoilt = readFileSync(file);
    await expect(openStore()).rejects.toMatchObject({ code, message: expect.stringContaining(directory) });
    expect(readFileSync(file).equals(spoilt)).toBe(true);
    // Nor is the directory held any more.
    await expect(openStore()).rejects.toMatchObject({ code });
  });

  test('a database of another program', async () => {
    mkdirSync(directory, { recursive: true });
    const other = open({ path: storeFileIn(directory), noSubdir: true });
    await other.put('session', 'mine');
    await other.close();
    await expect(openStore()).rejects.toMatchObject({ code: 'foreign' });
  });

  test('a pipe, or a directory, in the place of the file', async () => {
    mkdirSync(storeFileIn(directory), { recursive: true });
    await expect(openStore()).rejects.toMatchObject({ code: 'foreign' });
    rmSync(storeFileIn(directory), { recursive: true });
    execFileSync('mkfifo', [storeFileIn(directory)]);
    await expect(openStore()).rejects.toMatchObject({ code: 'foreign' });
  });

  test('a store of another format', async () => {
    await makeStore();
    const file = openStoreFile(storeFileIn(directory), { readOnly: false });
    await file.put([...FORMAT_KEY], withChecksum('{"program":"webfaulon","format":999}'));
    await file.close();
    await expect(openStore()).rejects.toMatchObject({ code: 'other_format' });
  });

  test('a directory that is a file, or stands in one', async () => {
    mkdirSync(dirname(directory), { recursive: true });
    writeFileSync(directory, '');
    await expect(openStore()).rejects.toMatchObject({ code: 'not_a_directory' });
    await expect(openStore(join(directory, 'data'))).rejects.toMatchObject({ code: 'not_a_directory' });
  });

  test('a directory that may not be written', async () => {
    mkdirSync(directory, { recursive: true });
    chmodSync(directory, 0o500);
    // Whoever may write everywhere may not write here.
    const forbidden = process.getuid?.() === 0 ? '/sys/kernel' : directory;
    await expect(openStore(join(forbidden, 'data'))).rejects.toMatchObject({ code: 'not_writable' });
    chmodSync(directory, 0o700);
  });

  test('a directory in a file system that has none but its own', async () => {
    await expect(openStore('/proc/1/data/of/webfaulon')).rejects.toMatchObject({ code: 'not_writable' });
  });

  test('a directory whose socket is not to be taken away', async () => {
    await makeStore();
    mkdirSync(join(directory, 'server.sock', 'in-the-way'), { recursive: true });
    await expect(openStore()).rejects.toMatchObject({ code: 'not_writable' });
  });
});

function changeByte(file: string, where: string): void {
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf(where);
  expect(at).toBeGreaterThan(0);
  bytes[at + 1] = bytes[at + 1]! ^ 1;
  writeFileSync(file, bytes);
}
