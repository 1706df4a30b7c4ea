import { describe, expect, test } from '@jest/globals';
import type { SessionStatus } from '@webfaulon/protocol';
import { expectProblem } from '../../testing/expect-problem.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';

const UNKNOWN = '/api/sa/00000000-0000-4000-8000-000000000000';

const { server, api, document } = await raiseRestStage();

describe('start, pause, reset and DELETE', () => {
  test('start: 200 for an idle and a paused session, 400 for a running and a complete one', async () => {
    for (const state of ['idle', 'paused'] as const) {
      const path = await server.sessionPath(state);
      const response = await api.post(`${path}/start`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual({ session_id: path.split('/').at(-1), status: 'running' });
      document.expect(response, 'POST /api/sa/{id}/start');
    }
    const running = await api.post(`${await server.sessionPath('running')}/start`);
    expectProblem(running, 'session_already_running', 'Session already running');
    document.expect(running, 'POST /api/sa/{id}/start');
    const complete = await api.post(`${await server.sessionPath('complete')}/start`);
    expectProblem(complete, 'session_already_complete', 'Session already complete');
  });

  test('pause: 200 with the step for a running session, 400 for any other', async () => {
    const path = await server.sessionPath('running');
    const response = await api.post(`${path}/pause`);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      session_id: path.split('/').at(-1),
      status: 'paused',
      step: expect.any(Number),
    });
    document.expect(response, 'POST /api/sa/{id}/pause');
    for (const state of ['idle', 'paused', 'complete'] as const) {
      const refused = await api.post(`${await server.sessionPath(state)}/pause`);
      expectProblem(refused, 'session_not_running', 'Session not running');
      document.expect(refused, 'POST /api/sa/{id}/pause');
    }
  });

  test('reset: 200 from every state, to step 0 of the same configuration', async () => {
    for (const state of ['idle', 'running', 'paused', 'complete'] as const) {
      const path = await server.sessionPath(state);
      const before = (await api.get(`${path}/status`)).body as SessionStatus;
      const response = await api.post(`${path}/reset`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual({ session_id: path.split('/').at(-1), status: 'idle' });
      document.expect(response, 'POST /api/sa/{id}/reset');
      const after = (await api.get(`${path}/status`)).body as SessionStatus;
      expect(after).toMatchObject({
        session_state: 'idle',
        step: 0,
        is_complete: false,
        configuration: before.configuration,
      });
      expect((await api.post(`${path}/start`)).status).toBe(200);
    }
  });

  test('DELETE: 204 without a body from every state, and 404 ever after', async () => {
    for (const state of ['idle', 'running', 'paused', 'complete'] as const) {
      const path = await server.sessionPath(state);
      const response = await api.delete(path);
      expect([response.status, response.text]).toEqual([204, '']);
      document.expect(response, 'DELETE /api/sa/{id}');
      expectProblem(await api.get(`${path}/status`), 'session_not_found', 'Session not found or expired');
      expectProblem(await api.delete(path), 'session_not_found', 'Session not found or expired');
    }
  });

  test('404 "Session not found or expired" on every route of a session, for any id that names none', async () => {
    const routes = [
      'POST start',
      'POST pause',
      'POST reset',
      'GET status',
      'GET stream',
      'DELETE ',
      'PATCH ',
      'POST step',
      'GET history',
      'GET isomers',
      'GET steps/17',
    ];
    for (const base of [
      UNKNOWN,
      '/api/sa/1',
      '/api/sa/..%2f..%2fetc',
      `/api/sa/${'x'.repeat(2000)}`,
      '/api/sa/__proto__',
    ]) {
      for (const route of routes) {
        const [method = '', name = ''] = route.split(' ');
        const path = name === '' ? base : `${base}/${name}`;
        const response = await api[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'](path);
        expectProblem(response, 'session_not_found', 'Session not found or expired');
        const documented = name === '' ? '/api/sa/{id}' : `/api/sa/{id}/${name.replace('17', '{n}')}`;
        document.expect(response, `${method} ${documented}`);
      }
    }
  });
});
