import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type ClassMember, sessionStatus } from '@webfaulon/protocol';
import { LmdbStore } from '../store/lmdb-store.ts';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { eventually } from '../testing/eventually.ts';
import { KillCampaign } from '../testing/kill-campaign.ts';
import { RUN } from '../testing/runs.ts';
import { ServerProcess } from '../testing/server-process.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

afterEach(removeTemporaryDirectories);

test('after kill -9 every session is there, goes on, and its viewer sees the whole run, each step once', async () => {
  const campaign = new KillCampaign(temporaryDirectory(), 1, 4);
  await campaign.run(1);
  expect(campaign.faults).toEqual([]);
}, 60_000);

test('a class, its members and its board outlive the server; what they report later is put on the same board', async () => {
  const dataDirectory = temporaryDirectory();
  const server = await startTestServer({ dataDirectory });
  const opened = await server.post('/api/classes', { formula: 'C8H18', steps_per_cycle: 150, num_cycles: 2 });
  const { code } = (await opened.json()) as { code: string };
  const join = await server.post(`/api/classes/${code}/members`, { nickname: 'Ada' });
  const { member_id } = (await join.json()) as ClassMember;
  const boardOf = async (from: typeof server) =>
    (await (await from.fetch(`/api/classes/${code}`)).json()) as {
      is_up_to_date: boolean;
      total_found: number;
    };
  await server.post(`/api/classes/${code}/results`, { member_id, step: 100 });
  await eventually(async () => (await boardOf(server)).is_up_to_date, 'all is searched');
  const before = await boardOf(server);
  await server.stop();

  const again = await startTestServer({ dataDirectory });
  expect(await boardOf(again)).toEqual(before);
  const report = await again.post(`/api/classes/${code}/results`, { member_id, step: 300 });
  expect(report.status).toBe(204);
  await eventually(async () => (await boardOf(again)).is_up_to_date, 'all is searched');
  const after = await boardOf(again);
  const alone = await startTestServer();
  const whole = await alone.post('/api/classes', { formula: 'C8H18', steps_per_cycle: 150, num_cycles: 2 });
  const { code: other } = (await whole.json()) as { code: string };
  const member = await alone.post(`/api/classes/${other}/members`, { nickname: 'Ada' });
  const { member_id: otherId } = (await member.json()) as ClassMember;
  await alone.post(`/api/classes/${other}/results`, { member_id: otherId, step: 300 });
  const boardAlone = async () =>
    (await (await alone.fetch(`/api/classes/${other}`)).json()) as { is_up_to_date: boolean };
  await eventually(async () => (await boardAlone()).is_up_to_date, 'all is searched');
  expect({ ...after, code: other }).toEqual(await boardAlone());
  await Promise.all([again.stop(), alone.stop()]);
});

test('a class counts for the address that opened it after a restart too, until it expires', async () => {
  const dataDirectory = temporaryDirectory();
  const limits = { dataDirectory, maxClassesPerAddress: 1, sessionTtlSeconds: 60 };
  const open = async (on: TestServer) => (await on.post('/api/classes', { formula: 'C4H10' })).status;
  const server = await startTestServer(limits);
  expect([await open(server), await open(server)]).toEqual([200, 429]);
  await server.stop();
  const again = await startTestServer(limits);
  expect(await open(again)).toBe(429);
  await again.stop();
  const later = await startTestServer({ ...limits, sessionTtlSeconds: 0 });
  expect(await open(later)).toBe(200);
  await later.stop();
});

test('a session of another version is refused, but for the status of a complete run, and can be deleted', async () => {
  const dataDirectory = temporaryDirectory();
  const server = await startTestServer({ dataDirectory });
  const complete = await server.configureAndStart(RUN);
  await server.watch(complete);
  const seen = await server.status(complete);
  const viewerId = String(seen['viewer_id']);
  const paused = await server.configure(RUN);
  await server.stop();
  await ageSessions(dataDirectory);

  const later = await startTestServer({ dataDirectory });
  // An answer does not wait for a drawing for ever: until it is made, the formula stands for it.
  const isDrawn = async () => (await later.status(complete))['best_svg'] === seen['best_svg'];
  await eventually(isDrawn, 'the best molecule is drawn');
  const { configuration, ...status } = sessionStatus.parse(await later.status(complete));
  const {
    configuration: _,
    isomers_found: __,
    ...expected
  } = seen as typeof status & { configuration: object };
  // Its slices were another process's.
  expect(status).toEqual({ ...expected, algorithm_version: 99, slices: 0 });
  expect(configuration.algorithm_version).toBe(99);
  expect(await later.status(viewerId)).toEqual({ ...status, configuration, session_id: viewerId });
  const asked: [method: string, path: string][] = [
    ['GET', `/api/sa/${paused}/status`],
    ['GET', `/api/sa/${complete}/stream`],
    ['GET', `/api/sa/${viewerId}/stream`],
    ['GET', `/api/sa/${complete}/history`],
    ['POST', `/api/sa/${paused}/start`],
    ['POST', `/api/sa/${complete}/reset`],
  ];
  for (const [method, path] of asked) {
    const answer = await later.fetch(path, { method });
    expect([path, answer.status, await answer.json()]).toEqual([
      path,
      409,
      expect.objectContaining({ code: 'session_outdated', detail: expect.stringContaining('version 99') }),
    ]);
  }
  const forbidden = await later.fetch(`/api/sa/${viewerId}`, { method: 'DELETE' });
  expect([forbidden.status, await forbidden.json()]).toMatchObject([403, { code: 'viewer_only' }]);
  for (const status of [204, 404]) {
    expect((await later.fetch(`/api/sa/${complete}`, { method: 'DELETE' })).status).toBe(status);
  }
  await later.stop();
});

test('a data directory that cannot be used is told in a line, and the server exits with 1', async () => {
  const file = join(temporaryDirectory(), 'data');
  writeFileSync(file, '');
  const server = new ServerProcess({ DATA_DIR: file });
  expect(await server.exit).toBe(1);
  expect(server.output.trim()).toMatch(/^The data directory is ".*\/data"\. It is no directory\. .*$/);
});

test('where the disk takes nothing more it goes on in memory and says so; what was durable before is there again', async () => {
  const DATA_DIR = temporaryDirectory();
  const full = new ServerProcess({ DATA_DIR }, 150);
  const url = await full.url();
  const configure = async (seed: number): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...RUN, seed });
    const answer = await fetch(`${url}/api/sa/configure`, { method: 'POST', headers, body });
    return ((await answer.json()) as { session_id: string }).session_id;
  };
  const readiness = async () => (await fetch(`${url}/readyz`)).text();
  const first = await configure(0);
  let last = first;
  await eventually(async () => {
    last = await configure(1);
    return (await readiness()).includes('The store cannot be written.');
  }, 'it says that the disk is full');
  // Where it is concerns the operator alone.
  expect(await readiness()).not.toContain(DATA_DIR);
  expect(full.output).toContain(DATA_DIR);
  expect((await fetch(`${url}/api/sa/${last}/start`, { method: 'POST' })).status).toBe(200);
  expect((await fetch(`${url}/api/sa/${last}/status`)).status).toBe(200);
  expect(full.output.match(/the store cannot be written/g)).toHaveLength(1);
  await full.kill();

  const again = new ServerProcess({ DATA_DIR });
  expect((await fetch(`${await again.url()}/api/sa/${first}/status`)).status).toBe(200);
  await again.kill();
});

/** Has all sessions of a store made by another version. */
async function ageSessions(directory: string): Promise<void> {
  const store = await LmdbStore.open(directory, CHECK_PROGRAM);
  const aged = [...store.entries(['session'])].map(([key, value]) => ({
    key,
    value: value.replace(/"algorithm_version":\d+/, '"algorithm_version":99'),
  }));
  await store.write(aged);
  await store.close();
}
