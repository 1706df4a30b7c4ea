import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { runToEnd } from './testing/run-webfaulon.ts';
import { folderOf, SCORE_MODULES } from './testing/score-modules.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const folder = folderOf(SCORE_MODULES);
afterAll(folder.remove);

/** As `npm run -s webfaulon --` is called from another folder. */
const launch = (...args: string[]) =>
  runToEnd('npm', ['run', '-s', '--prefix', ROOT, 'webfaulon', '--', ...args], { cwd: folder.path });

// What is not built yet is built first.
jest.setTimeout(300_000);

describe('npm run -s webfaulon', () => {
  test('prints results and nothing else', async () => {
    const { stdout, exitCode } = await launch('isomers', 'C4H10');
    expect({ stdout, exitCode }).toEqual({ stdout: 'CCCC\t10\nCC(C)C\t9\n', exitCode: 0 });
  });

  test('finds files from where it was called', async () => {
    const { stdout, exitCode } = await launch(
      'anneal',
      'C4H8',
      '--score-module',
      './list.js',
      '--format',
      'smi',
    );
    expect({ stdout, exitCode }).toEqual({ stdout: expect.stringMatching(/\t0\n$/) as unknown, exitCode: 0 });
  });

  test('passes the exit code on', async () => {
    expect((await launch('anneal', 'CH5')).exitCode).toBe(65);
  });
});
