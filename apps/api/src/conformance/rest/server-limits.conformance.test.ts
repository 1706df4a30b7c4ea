import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { eventually } from '../../testing/eventually.ts';
import { expectProblem } from '../../testing/expect-problem.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { ENDLESS, RUN } from '../../testing/runs.ts';
import { startTestServer } from '../../testing/test-server.ts';

const { document } = await raiseRestStage();

describe('the limits of the server', () => {
  test('503 with Retry-After when it holds as many sessions as it may, until one is deleted', async () => {
    const small = await startTestServer({ maxSessions: 3 });
    try {
      const ids: string[] = [];
      for (let i = 0; i < 3; i++) ids.push(await small.configure(ENDLESS));
      const full = await supertest(small.url).post('/api/sa/configure').set('Origin', ORIGIN).send(ENDLESS);
      expectProblem(full, 'server_full', /\(3\)/);
      document.expect(full, 'POST /api/sa/configure');
      expect(Number(full.headers['retry-after'])).toBeGreaterThan(0);
      expect(full.headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(full.headers['access-control-expose-headers']).toMatch(/Retry-After/);
      await supertest(small.url).delete(`/api/sa/${ids[0]}`);
      expect(small.load().sessions).toBe(2);
      await small.configure(ENDLESS);
    } finally {
      await small.stop();
    }
  });

  test('a session expires when nobody has asked for it for its time to live, and a running one does not', async () => {
    const brief = await startTestServer({ sessionTtlSeconds: 4, maxSessions: 3 });
    try {
      const started = performance.now();
      const idle = await brief.configure(ENDLESS);
      const running = await brief.configureAndStart(ENDLESS);
      const complete = await brief.configureAndStart({ ...RUN, num_cycles: 1 });
      await brief.watch(complete);
      await eventually(() => brief.load().sessions === 1, 'all but one have expired');
      expect(performance.now() - started).toBeGreaterThan(3900);
      for (const id of [idle, complete]) {
        expect(await brief.status(id)).toMatchObject({ status: 404, detail: 'Session not found or expired' });
      }
      expect(await brief.status(running)).toMatchObject({ session_state: 'running' });
    } finally {
      await brief.stop();
    }
  });

  test('asking for a session keeps it', async () => {
    const brief = await startTestServer({ sessionTtlSeconds: 3 });
    try {
      // The first status of a server waits for its threads to come up.
      await brief.status(await brief.configure(ENDLESS));
      const id = await brief.configure(ENDLESS);
      const other = await brief.configure(ENDLESS);
      await eventually(async () => {
        expect(await brief.status(id)).toMatchObject({ session_state: 'idle' });
        return brief.load().sessions === 1;
      }, 'the other one expires');
      expect(await brief.status(id)).toMatchObject({ session_state: 'idle' });
      expect((await brief.fetch(`/api/sa/${other}/status`)).status).toBe(404);
    } finally {
      await brief.stop();
    }
  });
});
