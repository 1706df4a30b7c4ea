import { describe, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { pipelined, sendRaw } from '../../testing/raw-http.ts';
import { ENDLESS, SHORT } from '../../testing/runs.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';
import { startTestServer } from '../../testing/test-server.ts';

const server = await raiseStreamStage();

describe('the end of a session', () => {
  test('DELETE ends its streams, running or waiting', async () => {
    for (const act of ['run', 'wait']) {
      const id = await server.configure(ENDLESS);
      if (act === 'run') await server.act(id, 'start');
      const viewers = await Promise.all([server.stream(id), server.stream(id, '?every=5')]);
      await Promise.all(viewers.map((viewer) => viewer.untilEvents(1)));
      expect((await server.fetch(`/api/sa/${id}`, { method: 'DELETE' })).status).toBe(204);
      await Promise.all(viewers.map((viewer) => viewer.untilEnd()));
      for (const viewer of viewers) expect(viewer.complete).toEqual([]);
      await eventually(() => server.load().watchedSessions === 0, 'nothing is left of the streams');
      expect((await server.fetch(`/api/sa/${id}/stream`)).status).toBe(404);
    }
  });

  test('expiry ends its streams', async () => {
    const brief = await startTestServer({ sessionTtlSeconds: 4 });
    try {
      const stream = await brief.stream(await brief.configure(SHORT));
      await stream.untilEnd();
      expect(new Set(stream.events.map(({ name }) => name))).toEqual(new Set(['waiting']));
      expect(brief.load().sessions).toBe(0);
      await eventually(() => brief.load().watchedSessions === 0, 'nothing is left of the stream');
    } finally {
      await brief.stop();
    }
  });

  test('a stream that is opened at the moment of DELETE ends', async () => {
    const id = await server.configure(ENDLESS);
    const requests = [`GET /api/sa/${id}/stream`, `DELETE /api/sa/${id}`];
    const { status, body } = await sendRaw(server.port, pipelined(requests));
    expect(status).toBe(200);
    expect(body).not.toMatch(/^event:/m);
    await eventually(() => server.load().streams === 0, 'no stream is open');
  });
});
