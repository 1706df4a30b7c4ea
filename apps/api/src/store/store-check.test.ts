import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { LmdbStore } from './lmdb-store.ts';
import { assertSound } from './store-check.ts';

afterEach(removeTemporaryDirectories);

describe('the check of a store', () => {
  test('is found wherever the program stands', async () => {
    const store = join(temporaryDirectory(), 'data of Zoë');
    const programs = join(temporaryDirectory(), 'my programs é #1 %41');
    const program = fileURLToPath(CHECK_PROGRAM);
    symlinkSync(dirname(program), programs);
    for (let i = 0; i < 2; i++) {
      const opened = await LmdbStore.open(store, pathToFileURL(join(programs, 'check-store.program.js')));
      await opened.close();
    }
  });

  test.each([
    ['crashes as LMDB does', "process.kill(process.pid, 'SIGSEGV')", 'damaged'],
    ['is interrupted', "process.kill(process.pid, 'SIGINT')", 'not_checked'],
    ['is killed for its memory', "process.kill(process.pid, 'SIGKILL')", 'not_checked'],
    ['throws', "throw new Error('no memory')", 'not_checked'],
    ['says something else', "process.stdout.write('sound?')", 'not_checked'],
    ['says what it is', "process.stdout.write('other_format')", 'other_format'],
  ])('that %s tells what is known', async (_, code, expected) => {
    const program = join(temporaryDirectory(), 'check.mjs');
    writeFileSync(program, code);
    const checked = assertSound('/data/webfaulon.mdb', '/data', pathToFileURL(program));
    await expect(checked).rejects.toMatchObject({
      code: expected,
      message: expect.stringContaining('"/data"'),
    });
  });

  test('that is not there says nothing of the store', async () => {
    const checked = assertSound('/data/webfaulon.mdb', '/data', new URL('./none.js', CHECK_PROGRAM));
    await expect(checked).rejects.toMatchObject({
      code: 'not_checked',
      message: expect.stringMatching(/\(it ended with 1\)$/),
    });
  });
});
