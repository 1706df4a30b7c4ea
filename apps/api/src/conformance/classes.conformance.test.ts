import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type ClassBoard,
  type ClassMember,
  type ClassOpened,
  classBoard,
  classMember,
  classOpened,
} from '@webfaulon/protocol';
import { LmdbStore } from '../store/lmdb-store.ts';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { eventually } from '../testing/eventually.ts';
import { expectedRun } from '../testing/expected-run.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const RUN = { formula: 'C8H18', steps_per_cycle: 150, num_cycles: 2, title: ' Octanes\u0000 ' };
const TOTAL = 300;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ maxClassesPerAddress: 100 });
});
afterAll(() => server.stop());

async function open(body: object = RUN): Promise<string> {
  const opened = (await (await server.post('/api/classes', body)).json()) as ClassOpened;
  return classOpened.strict().parse(opened).code;
}

async function join(code: string, body: object = {}): Promise<ClassMember> {
  const response = await server.post(`/api/classes/${code}/members`, body);
  return classMember.strict().parse(await response.json());
}

async function report(code: string, { member_id }: ClassMember, step: number): Promise<number> {
  return (await server.post(`/api/classes/${code}/results`, { member_id, step })).status;
}

async function boardOf(code: string, query = ''): Promise<ClassBoard> {
  const response = await server.fetch(`/api/classes/${code}${query}`);
  return classBoard.strict().parse(await response.json());
}

/** The isomers of a member's run up to a step, the start molecule among them, as sa-core computes them. */
async function isomersOf({ configuration }: ClassMember, step: number): Promise<Set<string>> {
  const { steps_per_second: _, ...run } = configuration;
  const id = await server.configure(configuration);
  const { current_smiles: start } = await server.status(id);
  const isomers = expectedRun(run, 1, step).map(({ current_smiles }) => current_smiles);
  return new Set([String(start), ...isomers]);
}

test('sixty members behind one address pool what their runs find, each with a seed of its own', async () => {
  const code = await open();
  const members = await Promise.all(Array.from({ length: 60 }, (_, i) => join(code, { nickname: `N${i}` })));
  expect(new Set(members.map(({ configuration }) => configuration.seed)).size).toBe(60);
  expect(new Set(members.map(({ member_id }) => member_id)).size).toBe(60);
  expect(members.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, i) => i + 1),
  );
  await Promise.all(members.map((member) => report(code, member, TOTAL)));
  await eventually(async () => (await boardOf(code)).is_up_to_date, 'all is searched', 60_000);
  const board = await boardOf(code);
  const finders = new Map<string, string[]>();
  for (const member of members) {
    for (const smiles of await isomersOf(member, TOTAL)) {
      finders.set(smiles, [...(finders.get(smiles) ?? []), member.nickname!]);
    }
  }
  expect(board).toMatchObject({
    code,
    title: 'Octanes',
    members: 60,
    steps_played: 60 * TOTAL,
    total: 18,
    total_found: finders.size,
    next_cursor: null,
  });
  expect(board.isomers.map(({ smiles }) => smiles).sort()).toEqual([...finders.keys()].sort());
  const nicknames = new Map(members.map(({ number, nickname }) => [number, nickname]));
  for (const { smiles, finders: told, first_finder, first_finder_number } of board.isomers) {
    expect(nicknames.get(first_finder_number)).toBe(first_finder);
    expect([smiles, told]).toEqual([smiles, finders.get(smiles)!.length]);
    expect(finders.get(smiles)).toContain(first_finder);
  }
  expect(board.histogram.reduce((sum, { isomers }) => sum + isomers, 0)).toBe(finders.size);
}, 120_000);

test('nothing is on the board that was not reported, and the farthest step counts', async () => {
  const code = await open();
  const member = await join(code);
  expect(member.nickname).toBeNull();
  expect(await boardOf(code)).toMatchObject({ total_found: 0, steps_played: 0, is_up_to_date: true });
  for (const step of [40, 10]) expect(await report(code, member, step)).toBe(204);
  await eventually(async () => (await boardOf(code)).is_up_to_date, 'all is searched');
  const board = await boardOf(code.toLowerCase());
  expect(board.steps_played).toBe(40);
  expect(new Set(board.isomers.map(({ smiles }) => smiles))).toEqual(await isomersOf(member, 40));
  const page = await boardOf(code, '?limit=1');
  expect([page.isomers, page.next_cursor]).toEqual([board.isomers.slice(0, 1), 1]);
});

test('what is wrong is said with a code', async () => {
  const code = await open();
  const member = await join(code);
  const refusal = async (path: string, body?: unknown) => {
    const response = body === undefined ? await server.fetch(path) : await server.post(path, body);
    return [response.status, ((await response.json()) as { code: string }).code];
  };
  const { member_id } = member;
  expect(await refusal('/api/classes/XXXXXX')).toEqual([404, 'class_not_found']);
  expect(await refusal('/api/classes/XXXXXX/members', {})).toEqual([404, 'class_not_found']);
  expect(await refusal(`/api/classes/${code}/members`, { nickname: 7 })).toEqual([422, 'validation_failed']);
  expect(await refusal(`/api/classes/${code}/results`, { member_id, step: -1 })).toEqual([
    422,
    'validation_failed',
  ]);
  const stranger = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';
  expect(await refusal(`/api/classes/${code}/results`, { member_id: stranger, step: 1 })).toEqual([
    404,
    'member_not_found',
  ]);
  expect(await refusal('/api/classes', { formula: 'C6H13' })).toEqual([422, 'formula_hydrogen_parity']);
  expect(await refusal('/api/classes', { formula: 'C6H14', steps_per_cycle: 50_001 })).toEqual([
    422,
    'cap_exceeded',
  ]);
  for (let i = 1; i < 200; i++) await join(code);
  expect(await refusal(`/api/classes/${code}/members`, {})).toEqual([409, 'class_full']);
  for (let left = 0; left < 50; left++) {
    const response = await server.post('/api/classes', RUN);
    if (response.ok) continue;
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '300']);
    return;
  }
  throw new Error('The server held more classes than it should.');
}, 60_000);

test('a class that nobody uses expires, in the store too, though nobody asks for it', async () => {
  const dataDirectory = temporaryDirectory();
  const shortLived = await startTestServer({ sessionTtlSeconds: 1, dataDirectory });
  expect((await shortLived.post('/api/classes', RUN)).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await shortLived.stop();
  const store = await LmdbStore.open(dataDirectory, CHECK_PROGRAM);
  expect([...store.entries(['class'])]).toEqual([]);
  await store.close();
  removeTemporaryDirectories();
});
