import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClassMember, ClassOpened, SessionConfigured } from '@webfaulon/protocol';
import { eventually } from '../../testing/eventually.ts';
import { MeasuredServer } from '../../verification/measured-server.ts';

let server: MeasuredServer;
beforeAll(async () => {
  server = await MeasuredServer.start({ PORT: '0', THREADS: '1', LOG_LEVEL: 'trace' });
});
afterAll(() => server.stop());

async function ask(path: string, body?: object, cookie = ''): Promise<Response> {
  return fetch(`http://localhost:${server.port}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('the log tells what was asked for, and no id that gives a right', async () => {
  const configured = await ask('/api/sa/configure', { formula: 'C6H14' });
  const [cookie = ''] = configured.headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
  const { session_id: id, viewer_id: viewer } = (await configured.json()) as SessionConfigured;
  const { code } = (await (await ask('/api/classes', { formula: 'C6H14' }, cookie)).json()) as ClassOpened;
  const joined = await ask(`/api/classes/${code}/members`, {}, cookie);
  const { member_id: member } = (await joined.json()) as ClassMember;
  for (const path of [
    `/api/sa/${id}/start`,
    `/api/sa/${id}/pause`,
    `/api/sa/${viewer}/start`,
    `/API/sa/${id}/reset`,
  ]) {
    await ask(path, {}, cookie);
  }
  for (const path of [`/api/sa/${viewer}/status`, `/api/sa/${id}/steps/1`, `/api/sa/${id}/nothing`]) {
    await ask(path, undefined, cookie);
  }
  await ask(`/api/classes/${code}/results`, { member_id: member, step: 10 }, cookie);
  await ask('/the-last');
  await eventually(() => server.output.includes('/the-last'), 'the last request is logged');
  expect(server.output).toMatch(/"url":"\/api\/sa\/#[\w-]{8}\/start"/);
  expect(server.output).toMatch(/"statusCode":403/);
  for (const secret of [id, viewer, code, member, cookie.split('=')[1] ?? '']) {
    expect(secret.length).toBeGreaterThan(5);
    expect(server.output).not.toContain(secret);
  }
});
