import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from './testing/eventually.ts';
import { MAIN } from './testing/run-load.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'webfaulon-load-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every process of the machine with its parent. */
function processes(): { pid: number; parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent };
  });
}

test('a load that is interrupted takes its server and the server’s data along', async () => {
  const args = [MAIN, '--scenario', 'mixed', '--sessions', '2', '--ramp', '1', '--seconds', '600'];
  const load = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: folder }, stdio: 'ignore' });
  const ended = once(load, 'exit');
  const server = await eventually(async () => {
    const child = processes().find(({ parent }) => parent === load.pid);
    const [data] = await readdir(folder);
    return data === undefined || !(await readdir(join(folder, data))).length ? undefined : child;
  });
  load.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  await eventually(async () => (processes().some(({ pid }) => pid === server.pid) ? undefined : true));
  expect(await readdir(folder)).toEqual([]);
});
