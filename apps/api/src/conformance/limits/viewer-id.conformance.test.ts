import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SessionConfigured } from '@webfaulon/protocol';
import { expectProblem } from '../../testing/expect-problem.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { RUN } from '../../testing/runs.ts';

const { server, api, document } = await raiseRestStage();
/** Of a session that is complete. */
let session: SessionConfigured;

/** An answer about isomers comes with what was found in its time, so that two of a search under way differ. */
async function searchWhole(): Promise<void> {
  let isUpToDate = false;
  while (!isUpToDate) {
    const answer = await api.get(`/api/sa/${session.session_id}/isomers`);
    expect(answer.status).toBe(200);
    isUpToDate = answer.body.is_up_to_date;
  }
}

beforeAll(async () => {
  session = (await (await server.post('/api/sa/configure', RUN)).json()) as SessionConfigured;
  await server.act(session.session_id, 'start');
  await server.watch(session.session_id);
  await searchWhole();
});

describe('with the id for those who watch', () => {
  test.each(['status', 'history', 'isomers', 'steps/3'])(
    '%s answers the same, and never the other id',
    async (what) => {
      const { session_id: id, viewer_id: viewer } = session;
      const answer = await api.get(`/api/sa/${viewer}/${what}`);
      document.expect(answer, `GET /api/sa/{id}/${what.replace('/3', '/{n}')}`);
      expect(answer.text).not.toContain(id);
      const own = await api.get(`/api/sa/${id}/${what}`);
      expect(answer.body).toEqual({ ...own.body, session_id: viewer });
      if (what === 'status') expect(own.body.viewer_id).toBe(viewer);
    },
  );

  test('the stream is the same', async () => {
    const stream = await server.watch(session.viewer_id, '?from=start');
    expect(stream.text).not.toContain(session.session_id);
    expect(stream.runText).toBe((await server.watch(session.session_id, '?from=start')).runText);
    const waiting = await server.configure(RUN);
    const { viewer_id: viewer } = await server.status(waiting);
    const idle = await server.stream(String(viewer));
    await idle.untilEvents(1);
    expect(idle.text).not.toContain(waiting);
  });

  test.each([
    ['POST', '/start'],
    ['POST', '/pause'],
    ['POST', '/reset'],
    ['POST', '/step'],
    ['PATCH', ''],
    ['DELETE', ''],
  ] as const)('%s %s is refused, and changes nothing', async (method, what) => {
    const path = `/api/sa/${session.viewer_id}${what}`;
    const sent = method === 'PATCH' ? api.patch(path).send({ steps_per_second: 1 }) : undefined;
    const answer = await (sent ?? (method === 'POST' ? api.post(path) : api.delete(path)));
    expectProblem(answer, 'viewer_only', 'This id only watches');
    document.expect(answer, `${method} /api/sa/{id}${what}`);
    expect(await server.status(session.session_id)).toMatchObject({
      session_state: 'complete',
      steps_per_second: null,
    });
  });
});
