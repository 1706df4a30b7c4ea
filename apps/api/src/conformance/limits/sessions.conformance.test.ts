import { afterEach, expect, test } from '@jest/globals';
import { type ProblemCode, problemDocument } from '@webfaulon/protocol';
import { DistantClient } from '../../testing/distant-client.ts';
import { DocumentedAnswers } from '../../testing/documented-answers.ts';
import { ENDLESS } from '../../testing/runs.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const LIMITS = { trustProxy: 1, maxSessionsPerClient: 2, maxSessionsPerAddress: 4, maxClassesPerAddress: 1 };

let server: TestServer;
afterEach(() => server.stop());

async function expectRefused(response: Response, code: ProblemCode, variable: string): Promise<void> {
  const body = problemDocument.strict().parse(await response.json());
  expect(body).toMatchObject({ code, detail: expect.stringContaining(variable) });
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
}

async function idOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return ((await response.json()) as { session_id: string }).session_id;
}

test('a browser has its own count, a program that of its address, and a forged cookie is none', async () => {
  server = await startTestServer(LIMITS);
  const browser = new DistantClient(server, '192.0.2.1', true);
  const first = await idOf(await browser.configure(ENDLESS));
  const { cookie } = browser;
  // The session that came with the cookie is the browser's own once it is back.
  expect((await browser.fetch(`/api/sa/${first}/start`, 'POST')).status).toBe(200);
  await idOf(await browser.configure(ENDLESS));
  expect(browser.cookie).toBe(cookie);
  await expectRefused(await browser.configure(ENDLESS), 'too_many_sessions', 'MAX_SESSIONS_PER_CLIENT, 2');

  // Others behind its address, which keep no cookie, or one that nobody signed.
  const program = new DistantClient(server, '192.0.2.1', false);
  program.cookie = `${cookie?.slice(0, -1)}_`;
  await idOf(await program.configure(ENDLESS));
  await idOf(await program.configure(ENDLESS));
  await expectRefused(await program.configure(ENDLESS), 'too_many_sessions', 'MAX_SESSIONS_PER_ADDRESS, 4');
  await idOf(await new DistantClient(server, '192.0.2.2', false).configure(ENDLESS));

  await browser.fetch(`/api/sa/${first}`, 'DELETE');
  await idOf(await browser.configure(ENDLESS));
});

test('what is refused is documented, and only what creates something offers a cookie', async () => {
  server = await startTestServer({ ...LIMITS, maxSessionsPerAddress: 1 });
  const program = new DistantClient(server, '192.0.2.1', false);
  const created = await program.configure(ENDLESS);
  expect(created.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^webfaulon_client=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  const id = await idOf(created);
  for (const path of ['/', '/health', '/api/sa/components', `/api/sa/${id}/status`]) {
    expect((await program.fetch(path)).headers.getSetCookie()).toEqual([]);
  }
  const refused = await program.configure(ENDLESS);
  const { status, headers } = refused;
  (await DocumentedAnswers.of(server)).expect(
    { status, headers: Object.fromEntries(headers), text: await refused.text() },
    'POST /api/sa/configure',
  );
});

test('classes are counted by address, and offer cookies to those who open and join them', async () => {
  server = await startTestServer(LIMITS);
  const teacher = new DistantClient(server, '192.0.2.1', true);
  const opened = await teacher.fetch('/api/classes', 'POST', { formula: 'C6H14' });
  expect(teacher.cookie).toBeDefined();
  const other = new DistantClient(server, '192.0.2.1', false);
  const refused = await other.fetch('/api/classes', 'POST', { formula: 'C6H14' });
  await expectRefused(refused, 'too_many_classes', 'MAX_CLASSES_PER_ADDRESS, 1');
  const { code } = (await opened.json()) as { code: string };
  const student = new DistantClient(server, '192.0.2.1', true);
  expect((await student.fetch(`/api/classes/${code}/members`, 'POST', {})).status).toBe(200);
  expect(student.cookie).toBeDefined();
});

test('with the defaults sixty students behind one address are refused nothing', async () => {
  server = await startTestServer({ trustProxy: 1 });
  const students = Array.from({ length: 60 }, () => new DistantClient(server, '192.0.2.1', true));
  const { code } = (await (
    await students[0]!.fetch('/api/classes', 'POST', { formula: 'C6H14' })
  ).json()) as { code: string };
  const statuses = await Promise.all(
    students.map(async (student) => {
      const seen: number[] = [];
      const see = async (answer: Promise<Response>) => {
        const response = await answer;
        seen.push(response.status);
        return response;
      };
      const id = await idOf(await see(student.configure({ ...ENDLESS, steps_per_second: 100 })));
      await see(student.fetch(`/api/sa/${id}/start`, 'POST'));
      // A network that breaks each stream a few times.
      for (let i = 0; i < 3; i++) {
        const stream = await server.stream(id, '', { headers: student.headers });
        seen.push(stream.status);
        stream.close();
        await see(student.fetch(`/api/classes/${code}`));
      }
      return seen;
    }),
  );
  expect(new Set(statuses.flat())).toEqual(new Set([200]));
});
