import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { eventually } from '../../testing/eventually.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { grid } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const server = await raiseStreamStage();

describe('a stream is answered', () => {
  test('with the headers of an event stream that no proxy buffers or changes', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, num_cycles: 1 });
    const response = await supertest(server.url).get(`/api/sa/${id}/stream`).set('Origin', ORIGIN);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/event-stream(;|$)/);
    expect(response.headers['x-accel-buffering']).toBe('no');
    expect(response.headers['cache-control']).toMatch(/\bno-cache\b/);
    expect(response.headers['cache-control']).toMatch(/\bno-transform\b/);
    expect(response.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(response.headers['content-encoding']).toBeUndefined();
  });

  test('404 as a problem with CORS headers for a session that does not exist', async () => {
    for (const id of [UNKNOWN_ID, 'not-an-id']) {
      const response = await supertest(server.url).get(`/api/sa/${id}/stream`).set('Origin', ORIGIN);
      expect(response.status).toBe(404);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(response.headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(JSON.parse(response.text)).toMatchObject({
        detail: 'Session not found or expired',
        status: 404,
      });
    }
  });

  test.each([
    '?svg=yes',
    '?every=0',
    '?every=1.5',
    '?every=-3',
    '?every=abc',
    '?from=5',
    '?lastEventId=x',
    '?every=1&every=2',
  ])('422 for the query %s, with a pointer', async (query) => {
    const id = await server.configure(SHORT);
    const response = await supertest(server.url).get(`/api/sa/${id}/stream${query}`);
    expect(response.status).toBe(422);
    const [name] = query.slice(1).split('=');
    expect(JSON.parse(response.text)).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: `/${name}` }],
      detail: expect.stringMatching(/^[a-zA-Z]+ must be .+\.$/),
    });
  });

  test('a HEAD request gets the headers alone, and is no viewer', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, num_cycles: 1 });
    await eventually(
      async () => (await server.status(id))['session_state'] === 'complete',
      'the run completes',
    );
    const response = await server.fetch(`/api/sa/${id}/stream`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await response.text()).toBe('');
    expect((await server.watch(id)).steps).toEqual(grid(500));
    const waiting = await server.configure(SHORT);
    await server.fetch(`/api/sa/${waiting}/stream`, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    await eventually(() => server.load().streams === 0, 'no stream is open');
  });
});
