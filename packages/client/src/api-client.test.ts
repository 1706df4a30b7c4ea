import { afterEach, describe, expect, test } from '@jest/globals';
import { createApiClient } from './api-client.ts';
import { ApiError, ConnectionError } from './api-error.ts';
import { answering, ScriptedServer } from './testing/scripted-server.ts';

const ID = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

let server: ScriptedServer;
afterEach(() => server.close());

describe('the client', () => {
  test('asks each route as the contract has it', async () => {
    server = await ScriptedServer.start(answering(200, '{}', JSON_TYPE));
    const api = createApiClient({ baseUrl: `${server.url}/annealing/` });
    await api.configure({ formula: 'C6H14' });
    await api.start(ID);
    await api.pause(ID);
    await api.reset(ID);
    await api.step(ID);
    await api.setPace(ID, null);
    await api.remove(ID);
    await api.status(ID);
    await api.history(ID, { from: 3, maxPoints: 100 });
    await api.isomers(ID, { cursor: 20 });
    await api.explainStep(ID, 17);
    await api.components();
    await api.openClass({ formula: 'C6H14' });
    await api.joinClass('K7WQ3N');
    await api.reportToClass('K7WQ3N', ID, 5);
    await api.classBoard('K7WQ3N', { limit: 5 });
    await api.health();
    const asked = server.requests.map((path, i) => `${server.methods[i]} ${path.replace(ID, '{id}')}`);
    expect(asked).toEqual([
      'POST /annealing/api/sa/configure',
      'POST /annealing/api/sa/{id}/start',
      'POST /annealing/api/sa/{id}/pause',
      'POST /annealing/api/sa/{id}/reset',
      'POST /annealing/api/sa/{id}/step',
      'PATCH /annealing/api/sa/{id}',
      'DELETE /annealing/api/sa/{id}',
      'GET /annealing/api/sa/{id}/status',
      'GET /annealing/api/sa/{id}/history?from=3&max_points=100',
      'GET /annealing/api/sa/{id}/isomers?cursor=20',
      'GET /annealing/api/sa/{id}/steps/17',
      'GET /annealing/api/sa/components',
      'POST /annealing/api/classes',
      'POST /annealing/api/classes/K7WQ3N/members',
      'POST /annealing/api/classes/K7WQ3N/results',
      'GET /annealing/api/classes/K7WQ3N?limit=5',
      'GET /annealing/health',
    ]);
  });

  test('a problem comes as an error with its code, its sentence and what is wrong', async () => {
    const problem = {
      status: 422,
      code: 'validation_failed',
      detail: 'initial_temp must be a number above 0.',
      errors: [{ pointer: '/initial_temp', detail: 'initial_temp must be a number above 0.' }],
    };
    server = await ScriptedServer.start(
      answering(422, JSON.stringify(problem), {
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '7',
      }),
    );
    const refused = createApiClient({ baseUrl: server.url }).configure({ formula: 'C', initial_temp: 0 });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ ...problem, message: problem.detail, retryAfterSeconds: 7 });
  });

  test.each([
    ['text', answering(502, 'Bad Gateway', { 'content-type': 'text/html' })],
    ['half a document', answering(502, '{"code":')],
    ['another document', answering(502, '{"title":"x"}')],
  ])('a refusal of something else than the API: %s', async (_name, answer) => {
    server = await ScriptedServer.start(answer);
    const refused = createApiClient({ baseUrl: server.url }).health();
    await expect(refused).rejects.toMatchObject({ status: 502, code: 'not_a_problem', errors: [] });
  });

  test('an answer that is cut off, and a server that is not there, are errors of the connection', async () => {
    server = await ScriptedServer.start(answering(200, '{"session_', JSON_TYPE));
    const api = createApiClient({ baseUrl: server.url });
    await expect(api.health()).rejects.toBeInstanceOf(ConnectionError);
    const nobody = createApiClient({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nobody.health()).rejects.toBeInstanceOf(ConnectionError);
  });

  test('a signal aborts a call, with its own reason', async () => {
    server = await ScriptedServer.start(() => undefined);
    const controller = new AbortController();
    const call = createApiClient({ baseUrl: server.url }).health({ signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(call).rejects.toThrow('changed my mind');
  });
});
