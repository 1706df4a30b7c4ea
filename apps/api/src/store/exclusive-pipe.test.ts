import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { holdPipe, pipeOf } from './exclusive-pipe.ts';

afterEach(removeTemporaryDirectories);

// By a socket, which other systems have in the place of Windows' pipes.
test('is held once, until it is released', async () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'pipe');
  const held = await holdPipe(path, directory);
  await expect(holdPipe(path, directory)).rejects.toMatchObject({ code: 'in_use' });
  await held.release();
  await (await holdPipe(path, directory)).release();
});

test('has a name of its own for each directory', () => {
  const [one, other] = [temporaryDirectory(), temporaryDirectory()];
  expect(pipeOf(one)).toMatch(/^\\\\\.\\pipe\\webfaulon-[0-9a-f]{16}$/);
  expect(pipeOf(one)).toBe(pipeOf(join(one, '.')));
  expect(pipeOf(other)).not.toBe(pipeOf(one));
});
