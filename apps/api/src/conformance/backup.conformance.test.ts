import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { storeFileIn } from '../store/lmdb-file.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { startTestServer } from '../testing/test-server.ts';

const BACKUP = fileURLToPath(new URL('../../dist/store/backup.program.js', import.meta.url));

afterEach(removeTemporaryDirectories);

async function backUp(
  dataDirectory: string,
  folder?: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<{ code: number; text: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDirectory, ...variables };
  const args = folder === undefined ? [BACKUP] : [BACKUP, folder];
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, text: stderr }),
  );
}

test('a backup is made while the server runs, and a server that is given it has every session of that moment', async () => {
  const dataDirectory = temporaryDirectory();
  const folder = join(temporaryDirectory(), 'backups', 'monday');
  const server = await startTestServer({ dataDirectory });
  const id = await server.configureAndStart({ formula: 'C10H16', seed: 3, steps_per_second: 100 });
  const { step } = await server.act(id, 'pause');
  expect(await backUp(dataDirectory, folder)).toMatchObject({ code: 0 });
  expect(await backUp(dataDirectory, folder)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/already/),
  });
  await server.act(id, 'reset');
  await server.stop();

  // As docs/backup.md says: the server is stopped, and the file of the backup takes the place of its own.
  cpSync(storeFileIn(folder), storeFileIn(dataDirectory));
  const restored = await startTestServer({ dataDirectory });
  expect(await restored.status(id)).toMatchObject({ session_state: 'paused', step });
  await restored.stop();
});

test('a backup of what is not there, of nothing, or to nowhere says so', async () => {
  const empty = temporaryDirectory();
  expect(await backUp(empty, join(empty, 'b'))).toMatchObject({
    code: 1,
    text: expect.stringMatching(/no store/),
  });
  expect(await backUp('memory', join(empty, 'b'))).toMatchObject({
    code: 1,
    text: expect.stringMatching(/memory/),
  });
  const refused = await backUp(empty, join(empty, 'b'), { PORT: 'abc' });
  expect(refused).toMatchObject({ code: 1, text: expect.stringMatching(/^PORT is "abc"[^\n]+\n$/) });
  expect(await backUp(empty)).toMatchObject({ code: 1, text: expect.stringMatching(/npm run backup -- /) });
});
