import { type ClientRequest, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coarseStride, type ProgressEvent } from '@webfaulon/protocol';
import supertest from 'supertest';
import type { EventStream } from '../testing/event-stream.ts';
import { eventually } from '../testing/eventually.ts';
import { expectedRun } from '../testing/expected-run.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const ORIGIN = 'http://localhost:5173';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
/** 60 steps in 0.3 s. */
const SHORT = { formula: 'C10H16', steps_per_cycle: 30, num_cycles: 2, steps_per_second: 200 };
/** 120 steps in 0.6 s. */
const PACED = { formula: 'C10H16', steps_per_cycle: 30, num_cycles: 4, steps_per_second: 200 };
/** 60 minutes: does not end while a test looks. */
const ENDLESS = { formula: 'C6H14', steps_per_cycle: 90_000, num_cycles: 4, steps_per_second: 100 };
const UNTHROTTLED = { formula: 'C10H16', steps_per_second: null };

/** Takes 26 s to play, so it begins before all tests and is watched by the last. */
const LONG = { formula: 'C6H14', steps_per_cycle: 5200, num_cycles: 1, steps_per_second: 200 };

let server: TestServer;
let longSession: string;

beforeAll(async () => {
  server = await startTestServer();
  longSession = await server.configureAndStart(LONG);
  // The first drawing of a process takes half a second; it is not what these tests measure.
  await server.watch(await server.configureAndStart({ ...SHORT, steps_per_second: null }));
});

afterAll(() => server.stop());

function range(from: number, to: number, every = 1): number[] {
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);
}

/** The steps divisible by `every`, and the last. */
function grid(total: number, every = coarseStride(total)): number[] {
  const steps = range(every, total, every);
  return steps.at(-1) === total ? steps : [...steps, total];
}

/** Requests in one piece, so that the server takes all of them up in one turn of its event loop. */
function pipelined(requests: readonly string[]): string {
  return requests.map((line) => `${line} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`).join('');
}

function withoutSvg(event: ProgressEvent): Omit<ProgressEvent, 'best_svg'> {
  const { best_svg: _, ...others } = event;
  return others;
}

/** Every gap between the ids of consecutive events, as the number of events of a per-step stream that it swallowed. */
function gaps(steps: readonly number[]): number[] {
  return steps.slice(1).map((step, i) => step - steps[i]! - 1);
}

describe('the events of a stream', () => {
  test('a run of 5 steps gives 5 progress events and a complete, however late the stream connects', async () => {
    const five = { formula: 'C10H16', steps_per_cycle: 5, num_cycles: 1 };
    const id = await server.configureAndStart(five);
    const early = await server.watch(id);
    const other = await server.configureAndStart(five);
    await eventually(
      async () => (await server.status(other))['session_state'] === 'complete',
      'it completes',
    );
    const late = await server.watch(other);
    expect(early.ids).toEqual(['1', '2', '3', '4', '5', '5-complete']);
    expect(late.ids).toEqual(early.ids);
    expect(early.events.map(({ name }) => name)).toEqual([...Array<string>(5).fill('progress'), 'complete']);
  });

  test('tell, step by step, what sa-core alone computes for the same configuration', async () => {
    const configuration = {
      formula: 'C8H9NO2',
      steps_per_cycle: 50,
      num_cycles: 2,
      seed: 1_700_000_000_123,
      initial_temp: 40,
      cooling_schedule_k: 3,
      optimization_mode: 'MAXIMIZE' as const,
      component_weights: { wiener_index: 1, logp: 2.5 },
      reheat: true,
    };
    const stream = await server.watch(
      await server.configureAndStart({ ...configuration, steps_per_second: 200 }),
    );
    expect(stream.progress.map(withoutSvg)).toEqual(expectedRun(configuration));
    expect(new Set(stream.progress.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
    const {
      accepted,
      is_complete,
      cycle,
      temperature,
      current_energy,
      current_smiles,
      component_scores,
      ...last
    } = stream.progress.at(-1)!;
    expect(stream.complete).toEqual([last]);
    expect(stream.events.at(-1)?.name).toBe('complete');
  });

  test('tell the same with a Hastings correction, fixed hydrogens, a target and filters', async () => {
    const configuration = {
      formula: 'C6H10O',
      steps_per_cycle: 30,
      num_cycles: 1,
      initial: 'CC(=O)CCC=C',
      initial_temp: 20,
      proposal: 'fixed-hydrogens' as const,
      hastings: true,
      component_targets: { wiener_index: 33.5 },
      filters: ['no-three-membered-rings', 'no-cumulenes'],
    };
    const id = await server.configureAndStart({ ...configuration, steps_per_second: null });
    const { progress } = await server.watch(id);
    expect(progress.map(withoutSvg)).toEqual(expectedRun(configuration));
    const distances = progress.map(({ component_scores }) =>
      Math.abs(component_scores['wiener_index']! - 33.5),
    );
    expect(progress.map(({ current_energy }) => current_energy)).toEqual(distances);
    const { configuration: told } = await server.status(id);
    expect(told).toMatchObject({ ...configuration, filters: ['no-cumulenes', 'no-three-membered-rings'] });
  });

  test('grow by one step each up to 200 steps a second, with counters that add up to the step', async () => {
    const { progress, steps, ids } = await server.watch(await server.configureAndStart(SHORT));
    expect(steps).toEqual(range(1, 60));
    expect(ids).toEqual([...range(1, 60).map(String), '60-complete']);
    for (const event of progress) {
      const { accepted_moves, rejected_moves, invalid_moves, disconnected_moves, step } = event;
      expect(accepted_moves + rejected_moves + invalid_moves + disconnected_moves).toBe(step);
    }
    expect(progress.filter(({ is_complete }) => is_complete).map(({ step }) => step)).toEqual([60]);
  });

  test('carry a drawing of the best molecule in every progress event and in complete', async () => {
    const { progress, complete } = await server.watch(await server.configureAndStart(SHORT));
    for (const { best_svg } of [...progress, ...complete])
      expect(best_svg).toMatch(/^<svg [\s\S]+<\/svg>\s*$/);
    const drawings = new Map(progress.map(({ best_smiles, best_svg }) => [best_smiles, best_svg]));
    expect(drawings.size).toBeGreaterThan(2);
    expect(new Set(drawings.values()).size).toBe(drawings.size);
  });

  test('a formula with one isomer runs to its end', async () => {
    const id = await server.configureAndStart({
      formula: 'CH4',
      steps_per_cycle: 3,
      num_cycles: 1,
      steps_per_second: null,
    });
    const { progress, complete } = await server.watch(id);
    expect(progress.map(({ best_smiles }) => best_smiles)).toEqual(['C', 'C', 'C']);
    expect(complete.map(({ step }) => step)).toEqual([3]);
  });

  test.each([
    ['unthrottled', null, 2003],
    ['1,000 steps a second', 1000, 1001],
    ['201 steps a second', 201, 501],
  ])(
    '%s: exactly the coarse grid is sent, with what sa-core computes',
    async (_, steps_per_second, total) => {
      const configuration = { formula: 'C10H16', steps_per_cycle: total, num_cycles: 1 };
      const id = await server.configure({ ...configuration, steps_per_second });
      const watching = await server.stream(id);
      await watching.untilEvents(1);
      await server.act(id, 'start');
      await watching.untilEnd();
      expect(watching.comments).toEqual([]);
      expect(watching.steps).toEqual(grid(total));
      const expected = new Map(expectedRun(configuration).map((event) => [event.step, event]));
      expect(watching.progress.map(withoutSvg)).toEqual(grid(total).map((step) => expected.get(step)));
    },
  );

  test('are the same bytes for two runs of one configuration, whoever watches when, on servers of 1 and 2 threads', async () => {
    const other = await startTestServer({ threads: 1 });
    try {
      const configuration = { ...UNTHROTTLED, steps_per_cycle: 20_000, num_cycles: 2, seed: 7 };
      const watched = await server.configure(configuration);
      const early = await server.stream(watched);
      await early.untilEvents(1);
      await server.act(watched, 'start');
      await early.untilEnd();
      const late = await server.watch(watched, '?from=start');
      const elsewhere = await other.watch(await other.configureAndStart(configuration));
      expect(early.steps).toEqual(grid(40_000));
      expect(late.runText).toBe(early.runText);
      expect(elsewhere.runText).toBe(early.runText);
    } finally {
      await other.stop();
    }
  });

  test('are as many as the pace says', async () => {
    const id = await server.configure(PACED);
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    const started = performance.now();
    await server.act(id, 'start');
    await stream.untilEnd();
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeGreaterThan(120 / 200 - 0.05);
    expect(seconds).toBeLessThan(120 / 200 + 2);
    // Not all at the end: half of the way in about half of the time.
    const half = stream.events.find(({ id }) => id === '60')!;
    expect(half.at - started).toBeGreaterThan(250);
  });
});

describe('a run that a stop rule ends before its last step', () => {
  const STOPPING = {
    formula: 'C10H16',
    steps_per_cycle: 5000,
    num_cycles: 2,
    stop_after_steps_without_improvement: 30,
    restart: 'random' as const,
    schedule: 'geometric' as const,
  };
  const wanted = expectedRun(STOPPING);
  const end = wanted.at(-1)!.step;

  test('ends where sa-core alone ends it, with that step and its complete event', async () => {
    expect(end).toBeLessThan(200);
    expect(end % coarseStride(10_000)).not.toBe(0);
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: 200 });
    const stream = await server.watch(id);
    expect(stream.progress.map(withoutSvg)).toEqual(wanted);
    expect(stream.progress.filter(({ is_complete }) => is_complete).map(({ step }) => step)).toEqual([end]);
    expect(stream.ids).toEqual([...range(1, end).map(String), `${end}-complete`]);
    expect(stream.complete).toMatchObject([{ step: end, total_steps: 10_000 }]);
    expect(await server.status(id)).toMatchObject({
      session_state: 'complete',
      step: end,
      total_steps: 10_000,
      is_complete: true,
      configuration: STOPPING,
    });
  });

  test('unthrottled, sends the grid of the whole run, and its last step', async () => {
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: null });
    const { steps, ids } = await server.watch(id);
    expect(steps).toEqual(grid(end, coarseStride(10_000)));
    expect(ids.at(-1)).toBe(`${end}-complete`);
  });

  test('is resumed at any step of it, and replayed, also after a reset', async () => {
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: 200 });
    const whole = await server.watch(id);
    expect((await server.watch(id)).ids).toEqual([`${end}-complete`]);
    expect((await server.watch(id, '?from=start')).runText).toBe(whole.runText);
    const resumed = await server.watch(id, `?lastEventId=${end - 2}`);
    expect(resumed.ids).toEqual([`${end - 1}`, `${end}`, `${end}-complete`]);
    expect((await server.watch(id, `?lastEventId=${end}`)).ids).toEqual([`${end}-complete`]);
    const over = await server.fetch(`/api/sa/${id}/stream?lastEventId=${end}-complete`);
    expect(over.status).toBe(204);
    expect((await server.watch(id, '?from=start&every=50')).steps).toEqual(grid(end, 50));
    await server.act(id, 'reset');
    expect(await server.status(id)).toMatchObject({ step: 0, is_complete: false });
    await server.act(id, 'start');
    expect((await server.watch(id)).ids).toEqual([
      ...range(1, end).map((n) => `${n}-r1`),
      `${end}-r1-complete`,
    ]);
  });

  test('a target that the start molecule reaches ends it after the first step', async () => {
    const id = await server.configureAndStart({ ...STOPPING, stop_at_score: 1e6, steps_per_second: null });
    expect((await server.watch(id)).ids).toEqual(['1', '1-complete']);
  });
});

describe('viewers', () => {
  test('two viewers of one session see the same events', async () => {
    const id = await server.configure(PACED);
    const viewers = await Promise.all([server.stream(id), server.stream(id)]);
    await server.act(id, 'start');
    await Promise.all(viewers.map((viewer) => viewer.untilEnd()));
    expect(viewers[0]!.steps).toEqual(range(1, 120));
    expect(viewers[1]!.runText).toBe(viewers[0]!.runText);
  });

  test('a viewer that comes in the middle misses none and repeats none', async () => {
    const id = await server.configureAndStart({ ...ENDLESS, steps_per_second: 200 });
    const first = await server.stream(id);
    await first.untilStep(50);
    const late = await server.stream(id);
    await Promise.all([first.untilStep(150), late.untilStep(150)]);
    expect(late.steps.slice(0, 150)).toEqual(range(1, 150));
    expect(late.progress.slice(0, 150)).toEqual(first.progress.slice(0, 150));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a session runs with nobody watching', async () => {
    const id = await server.configureAndStart(SHORT);
    await eventually(
      async () => (await server.status(id))['session_state'] === 'complete',
      'the run completes',
    );
    expect(server.load().watchedSessions).toBe(0);
    expect((await server.watch(id)).steps).toEqual(range(1, 60));
  });

  test('a viewer that goes away leaves nothing behind, and the run goes on', async () => {
    await eventually(() => server.load().streams === 0, 'no stream is open');
    const id = await server.configureAndStart(ENDLESS);
    const viewers = await Promise.all(range(1, 10).map(() => server.stream(id)));
    const staying = await server.stream(id);
    await Promise.all(viewers.map((viewer) => viewer.untilEvents(3)));
    expect(server.load()).toMatchObject({ streams: 11, watchedSessions: 1 });
    for (const viewer of viewers) viewer.close();
    await eventually(() => server.load().streams === 1, 'only the viewer that stays is left');
    await staying.untilStep(staying.steps.at(-1)! + 20);
    staying.close();
    await eventually(() => server.load().streams === 0, 'no stream is left');
    expect(server.load().watchedSessions).toBe(0);
    expect(await server.status(id)).toMatchObject({ session_state: 'running' });
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a viewer that goes away before it is answered leaves nothing behind', async () => {
    const id = await server.configureAndStart(ENDLESS);
    const requests = range(1, 30).map(() => {
      const request: ClientRequest = httpRequest(`${server.url}/api/sa/${id}/stream`, { agent: false });
      request.on('error', () => undefined);
      request.on('socket', (socket) => socket.once('connect', () => setImmediate(() => request.destroy())));
      request.end();
      return new Promise((resolve) => request.once('close', resolve));
    });
    await Promise.all(requests);
    // A stream that is answered after all of these: whatever they left would be counted with it.
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    await eventually(() => server.load().streams === 1, 'only the stream that is read is open');
    stream.close();
    await eventually(() => server.load().watchedSessions === 0, 'nobody watches');
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a stream that has ended is closed on the server too', async () => {
    await server.watch(await server.configureAndStart({ ...UNTHROTTLED, num_cycles: 1 }));
    await eventually(() => server.load().streams === 0, 'no stream is open');
    expect(server.load().watchedSessions).toBe(0);
  });

  test('/health answers at once while streams run unthrottled', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, steps_per_cycle: 1_000_000, num_cycles: 5 });
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const before = performance.now();
      const response = await supertest(server.url).get('/health');
      times.push(performance.now() - before);
      expect(response.body).toMatchObject({ status: 'healthy' });
    }
    expect(stream.isEnded).toBe(false);
    expect(Math.max(...times)).toBeLessThan(500);
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });
});

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

describe('waiting', () => {
  test('an idle session tells so at once, and about once a second', async () => {
    const stream = await server.stream(await server.configure(SHORT));
    await stream.untilEvents(4);
    expect(stream.events.map(({ name, id }) => [name, id])).toEqual(Array(4).fill(['waiting', undefined]));
    expect(stream.waitings[0]).toEqual({ session_state: 'idle', message: 'Session is idle' });
    const times = stream.events.map(({ at }) => at);
    for (const between of [times[2]! - times[1]!, times[3]! - times[2]!]) {
      expect(between).toBeGreaterThan(800);
      expect(between).toBeLessThan(2000);
    }
    stream.close();
  });

  test('a paused session tells "Session is paused" until it runs again', async () => {
    const id = await server.configureAndStart(ENDLESS);
    const stream = await server.stream(id);
    await stream.untilStep(5);
    await server.act(id, 'pause');
    await stream.until(({ waitings }) => waitings.length === 2, 'a second waiting event');
    expect(stream.waitings).toEqual(Array(2).fill({ session_state: 'paused', message: 'Session is paused' }));
    const before = stream.events.length;
    const paused = stream.steps.at(-1)!;
    await server.act(id, 'start');
    await stream.untilStep(paused + 20);
    expect(new Set(stream.events.slice(before).map(({ name }) => name))).toEqual(new Set(['progress']));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a viewer that comes to a paused session gets what was played, then waiting', async () => {
    const id = await server.configureAndStart(ENDLESS);
    await eventually(async () => Number((await server.status(id))['step']) >= 10, 'ten steps are played');
    const { step } = await server.act(id, 'pause');
    const stream = await server.stream(id);
    await stream.until(({ waitings }) => waitings.length > 0, 'waiting');
    expect(stream.steps).toEqual(range(1, Number(step)));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });
});

describe('Last-Event-ID', () => {
  test.each([
    ['the header', (id: string) => server.watch(sessionOfRun, '', { headers: { 'Last-Event-ID': id } })],
    ['the query parameter', (id: string) => server.watch(sessionOfRun, `?lastEventId=${id}`)],
  ])('in %s continues with the first event after it', async (_, watch) => {
    expect((await watch('17')).ids).toEqual([...range(18, 60).map(String), '60-complete']);
    expect((await watch('59')).ids).toEqual(['60', '60-complete']);
    expect((await watch('60')).ids).toEqual(['60-complete']);
    expect((await watch('0')).ids).toEqual([...range(1, 60).map(String), '60-complete']);
  });

  let sessionOfRun = '';
  beforeAll(async () => {
    sessionOfRun = await server.configureAndStart(SHORT);
    await server.watch(sessionOfRun);
  });

  test('in the header goes before the query, which a browser repeats from its first connection', async () => {
    const stream = await server.watch(sessionOfRun, '?lastEventId=3', { headers: { 'Last-Event-ID': '50' } });
    expect(stream.steps).toEqual(range(51, 60));
  });

  test("of complete itself is answered 204 without a body, which ends an EventSource's reconnecting", async () => {
    for (const query of ['', '?from=start', '?lastEventId=60-complete']) {
      const headers = query.startsWith('?last') ? {} : { 'Last-Event-ID': '60-complete' };
      const response = await server.fetch(`/api/sa/${sessionOfRun}/stream${query}`, { headers });
      expect([response.status, await response.text()]).toEqual([204, '']);
    }
  });

  test('of another run, or that this run never has, means from the start', async () => {
    for (const id of ['17-r1', '60-r3-complete', '61', '17-complete']) {
      expect((await server.watch(sessionOfRun, '', { headers: { 'Last-Event-ID': id } })).steps).toEqual(
        range(1, 60),
      );
    }
  });

  test('of a step between two grid steps continues with the next grid step', async () => {
    const id = await server.configureAndStart(UNTHROTTLED);
    const whole = await server.watch(id);
    const rest = await server.watch(id, '', { headers: { 'Last-Event-ID': '1001' } });
    expect(rest.steps).toEqual(range(1004, 2000, 4));
    expect(whole.runText.endsWith(rest.runText)).toBe(true);
  });

  test.each([
    ['at 200 steps a second', PACED, range(1, 120)],
    ['unthrottled', { ...UNTHROTTLED, steps_per_cycle: 100_000, num_cycles: 3 }, grid(300_000)],
  ])(
    'a stream %s that is cut at any moment and resumed gives every event once',
    async (_, configuration, steps) => {
      const id = await server.configureAndStart(configuration);
      const whole = server.watch(id);
      const pieces: EventStream[] = [];
      let last: string | undefined;
      // A fixed sequence of moments: after so many events of the piece.
      for (const moment of [1, 7, 2, 40, 13, 29, 3, 60, Number.POSITIVE_INFINITY]) {
        const headers: Record<string, string> = last === undefined ? {} : { 'Last-Event-ID': last };
        const piece = await server.stream(id, '', { headers });
        await piece.until(({ isEnded, ids }) => isEnded || ids.length >= moment);
        piece.close();
        pieces.push(piece);
        last = piece.ids.at(-1) ?? last;
      }
      const texts = pieces.flatMap(({ runText }) => (runText === '' ? [] : [runText]));
      expect(pieces.flatMap((piece) => piece.steps)).toEqual(steps);
      expect(`${texts.join('\n\n')}`).toBe((await whole).runText);
    },
  );
});

describe('complete', () => {
  test('comes alone on a second stream once a viewer was sent it; ?from=start replays, ?from=now does not', async () => {
    const id = await server.configureAndStart(SHORT);
    const first = await server.watch(id);
    const second = await server.watch(id);
    expect(second.ids).toEqual(['60-complete']);
    expect(second.complete).toEqual(first.complete);
    expect((await server.watch(id, '?from=start')).runText).toBe(first.runText);
    expect((await server.watch(id, '?from=now')).ids).toEqual(['60-complete']);
    expect((await server.watch(id)).ids).toEqual(['60-complete']);
  });

  test('counts as sent only to a viewer that got as far', async () => {
    const id = await server.configureAndStart(PACED);
    const gone = await server.stream(id);
    await gone.untilStep(20);
    gone.close();
    await eventually(
      async () => (await server.status(id))['session_state'] === 'complete',
      'the run completes',
    );
    expect((await server.watch(id)).steps).toEqual(range(1, 120));
  });

  test('ends the stream', async () => {
    const stream = await server.watch(await server.configureAndStart(SHORT));
    expect(stream.isEnded).toBe(true);
    expect(stream.events.at(-1)?.name).toBe('complete');
  });
});

describe('the query of a stream', () => {
  test('?from=now starts live', async () => {
    const id = await server.configureAndStart({ ...ENDLESS, steps_per_second: 200 });
    const first = await server.stream(id);
    await first.untilStep(50);
    const live = await server.stream(id, '?from=now');
    await live.untilEvents(50);
    const [begin] = live.steps;
    expect(begin).toBeGreaterThan(50);
    expect(live.steps).toEqual(range(begin!, begin! + live.steps.length - 1));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('?svg=none leaves the drawings out, and nothing else', async () => {
    const id = await server.configureAndStart(SHORT);
    const whole = await server.watch(id);
    const bare = await server.watch(id, '?svg=none&from=start');
    expect(bare.progress).toEqual(whole.progress.map(withoutSvg));
    expect(bare.complete[0]).not.toHaveProperty('best_svg');
  });

  test('?svg=changes draws in the first event and where the best molecule changed, and nowhere else', async () => {
    const id = await server.configureAndStart(SHORT);
    const whole = await server.watch(id);
    const bare = await server.watch(id, '?svg=changes&from=start');
    let drawn: string | undefined;
    let drawings = 0;
    for (const [i, { best_svg }] of bare.progress.entries()) {
      const expected = whole.progress[i]!.best_svg;
      if (expected === drawn) expect(best_svg).toBeUndefined();
      else expect(best_svg).toBe(expected);
      if (best_svg !== undefined) drawings++;
      drawn = expected;
    }
    expect(drawings).toBeGreaterThan(1);
    expect(drawings).toBeLessThan(60);
    expect(bare.complete[0]).not.toHaveProperty('best_svg');
    expect((await server.watch(id, '?svg=changes&lastEventId=60')).complete[0]?.best_svg).toBe(drawn);
    expect((await server.watch(id, '?svg=changes&lastEventId=30')).progress[0]?.best_svg).toBeDefined();
  });

  test('?svg=changes draws in the first event of the next run too', async () => {
    const one = { formula: 'C3H8', steps_per_cycle: 200, num_cycles: 1, steps_per_second: 200 };
    const id = await server.configureAndStart(one);
    const stream = await server.stream(id, '?svg=changes');
    await stream.untilStep(5);
    await server.act(id, 'reset');
    await server.act(id, 'start');
    await stream.untilEnd();
    const drawn = stream.events.filter(
      ({ data }) => typeof data === 'object' && data !== null && 'best_svg' in data,
    );
    expect(drawn.map(({ id }) => id)).toEqual(['1', '1-r1']);
  });

  test.each([
    ['a paced run, while it plays', PACED, 120, 7],
    [
      'a run at 1,000 steps a second, with every step',
      { ...UNTHROTTLED, steps_per_second: 1000, num_cycles: 2 },
      1000,
      1,
    ],
    ['an unthrottled run, off its grid', UNTHROTTLED, 2000, 7],
    ['an unthrottled run, with every step', UNTHROTTLED, 2000, 1],
    ['a long unthrottled run, off its grid', { ...UNTHROTTLED, steps_per_cycle: 30_000 }, 120_000, 997],
    ['a run shorter than it', SHORT, 60, 1000],
  ])('?every=n sends each n-th step and the last of %s', async (_, configuration, total, every) => {
    const { steps_per_second, ...asked } = configuration;
    const id = await server.configure(configuration);
    const early = await server.stream(id, `?every=${every}`);
    await early.untilEvents(1);
    await server.act(id, 'start');
    await early.untilEnd();
    const late = await server.watch(id, `?every=${every}&from=start`);
    expect(early.comments).toEqual([]);
    expect(early.steps).toEqual(grid(total, every));
    expect(late.runText).toBe(early.runText);
    expect(early.progress.map(withoutSvg)).toEqual(expectedRun(asked, every));
  });

  test('?every=n resumes with the next step divisible by n', async () => {
    const id = await server.configureAndStart(UNTHROTTLED);
    const stream = await server.watch(id, '?every=11&lastEventId=1000');
    expect(stream.steps).toEqual(grid(2000, 11).filter((step) => step > 1000));
  });
});

describe('reset', () => {
  test('plays the same run again, bit for bit, with ids of its own', async () => {
    const id = await server.configureAndStart(SHORT);
    const first = await server.watch(id);
    for (const run of [1, 2]) {
      expect(await server.act(id, 'reset')).toEqual({ session_id: id, status: 'idle' });
      expect(await server.status(id)).toMatchObject({ session_state: 'idle', step: 0, accepted_moves: 0 });
      await server.act(id, 'start');
      const again = await server.watch(id);
      expect(again.progress).toEqual(first.progress);
      expect(again.complete).toEqual(first.complete);
      expect(again.ids).toEqual([...range(1, 60).map((step) => `${step}-r${run}`), `60-r${run}-complete`]);
    }
    const resumed = await server.watch(id, '', { headers: { 'Last-Event-ID': '58-r2' } });
    expect(resumed.ids).toEqual(['59-r2', '60-r2', '60-r2-complete']);
    expect((await server.watch(id, '?lastEventId=58-r1')).steps).toEqual(range(1, 60));
    expect((await server.watch(id, '?lastEventId=58')).steps).toEqual(range(1, 60));
    const seen = await server.fetch(`/api/sa/${id}/stream?lastEventId=60-r2-complete`);
    expect(seen.status).toBe(204);
  });

  test('while streaming leaves the stream open, which tells waiting and then the run from its first step', async () => {
    const id = await server.configureAndStart(PACED);
    const stream = await server.stream(id);
    await stream.untilStep(20);
    await server.act(id, 'reset');
    await stream.until(({ waitings }) => waitings.length > 0, 'waiting');
    expect(stream.waitings[0]).toEqual({ session_state: 'idle', message: 'Session is idle' });
    const before = stream.progress;
    expect(stream.events.at(-1)?.name).toBe('waiting');
    await server.act(id, 'start');
    await stream.untilEnd();
    const after = stream.progress.slice(before.length);
    expect(after.map(({ step }) => step)).toEqual(range(1, 120));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(stream.ids.at(-1)).toBe('120-r1-complete');
  });

  test('of an unthrottled run that computes reproduces it', async () => {
    const long = { ...UNTHROTTLED, steps_per_cycle: 50_000, num_cycles: 4 };
    const undisturbed = await server.watch(await server.configureAndStart(long));
    const id = await server.configureAndStart(long);
    for (let i = 0; i < 5; i++) {
      await server.act(id, 'reset');
      await server.act(id, 'start');
    }
    const stream = await server.watch(id);
    expect(stream.progress).toEqual(undisturbed.progress);
    expect(stream.ids.at(-1)).toBe('200000-r5-complete');
  });

  test('a stream that is opened at the moment of a reset shows the new run from its first step', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, steps_per_cycle: 20, num_cycles: 1 });
    await server.watch(id);
    // Pipelined: the reset is served while the stream's head is sent.
    const requests = [
      `GET /api/sa/${id}/stream?lastEventId=15`,
      `POST /api/sa/${id}/reset`,
      `POST /api/sa/${id}/start`,
    ];
    const { body } = await sendRaw(server.port, pipelined(requests));
    const ids = [...body.matchAll(/^id: ?(.+)$/gm)].map(([, eventId]) => eventId);
    expect(ids).toEqual([...range(1, 20).map((step) => `${step}-r1`), '20-r1-complete']);
  });
});

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
    const brief = await startTestServer({ sessionTtlSeconds: 1 });
    try {
      const stream = await brief.stream(await brief.configure(SHORT));
      await stream.untilEnd();
      expect(new Set(stream.events.map(({ name }) => name))).toEqual(new Set(['waiting']));
      expect(brief.load()).toMatchObject({ sessions: 0, watchedSessions: 0 });
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

describe('pause', () => {
  test.each([
    ['at 200 steps a second', { ...ENDLESS, steps_per_second: 200 }],
    ['at 1,000 steps a second', { ...ENDLESS, steps_per_second: 1000, steps_per_cycle: 100 }],
    ['unthrottled', { ...UNTHROTTLED, steps_per_cycle: 1_000_000, num_cycles: 5 }],
  ])(
    'once it is answered %s, no step beyond the answered one is sent until start',
    async (_, configuration) => {
      const id = await server.configureAndStart(configuration);
      const stream = await server.stream(id, '?svg=none&every=1');
      const sampled = await server.stream(id, '?svg=none');
      await stream.untilStep(3);
      for (let i = 0; i < 2; i++) {
        const step = Number((await server.act(id, 'pause'))['step']);
        expect(Math.max(...stream.steps, ...sampled.steps, 0)).toBeLessThanOrEqual(step);
        expect(await server.status(id)).toMatchObject({ session_state: 'paused', step });
        // The sampled stream comes to the position and says that it waits.
        const waitings = sampled.waitings.length;
        await sampled.until((now) => now.waitings.length > waitings, 'waiting');
        expect(Math.max(...stream.steps, ...sampled.steps, 0)).toBeLessThanOrEqual(step);
        expect(sampled.events.at(-1)?.name).toBe('waiting');
        expect(await server.status(id)).toMatchObject({ session_state: 'paused', step });
        await server.act(id, 'start');
        await sampled.until(({ events }) => events.at(-1)?.name !== 'waiting', 'a step after the start');
      }
      expect(gaps(stream.steps).every((gap) => gap === 0) || stream.comments.length > 0).toBe(true);
      await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
    },
  );

  test('at random moments changes nothing about the run', async () => {
    const id = await server.configureAndStart(PACED);
    const stream = await server.stream(id);
    for (const step of [3, 4, 60, 61, 90]) {
      await stream.untilStep(step);
      await server.act(id, 'pause');
      await server.act(id, 'start');
    }
    await stream.untilEnd();
    const { steps_per_second, ...configuration } = PACED;
    expect(stream.progress.map(withoutSvg)).toEqual(expectedRun(configuration));
  });
});

describe('a run that fails', () => {
  test.each([
    ['throws', 'C2H6'],
    ['dies', 'C3H8'],
  ])('because its thread %s tells so, in stream and status, and disturbs no other', async (_, formula) => {
    const failing = new URL('../testing/failing.worker.mjs', import.meta.url);
    const other = await startTestServer({ threads: 1 }, { advance: failing });
    try {
      const id = await other.configure({ ...SHORT, formula });
      const stream = await other.stream(id);
      await stream.untilEvents(1);
      await other.act(id, 'start');
      await stream.until(({ events }) => events.some(({ name }) => name === 'error'), 'an error event');
      expect(stream.events.at(-1)).toMatchObject({
        name: 'error',
        id: undefined,
        data: {
          code: 'session_failed',
          error: expect.stringMatching(/^The worker thread .+ Reset the session.+\.$/),
        },
      });
      expect(await other.status(id)).toMatchObject({ session_state: 'failed', step: 0 });
      const refused = await other.post(`/api/sa/${id}/start`);
      expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'session_failed' }]);
      expect((await other.watch(await other.configureAndStart(SHORT))).steps).toEqual(range(1, 60));
      expect(await other.act(id, 'reset')).toMatchObject({ status: 'idle' });
      await stream.until(({ events }) => events.at(-1)?.name === 'waiting', 'waiting after the reset');
      expect(await other.status(id)).toMatchObject({ session_state: 'idle', step: 0 });
    } finally {
      await other.stop();
    }
  });

  test('in a replay alone is told to the viewer that asked for it, whose stream ends; the run is well', async () => {
    const failing = new URL('../testing/failing.worker.mjs', import.meta.url);
    const other = await startTestServer({}, { advance: failing });
    try {
      const id = await other.configureAndStart({ ...UNTHROTTLED, formula: 'C4H10' });
      const stream = await other.watch(id, '?every=7');
      expect(stream.events.map(({ name }) => name)).toEqual(['error']);
      expect((await other.watch(id)).steps).toEqual(grid(2000));
    } finally {
      await other.stop();
    }
  });
});

describe('a slow reader', () => {
  test('is conflated with a comment, costs bounded memory, and still gets its complete event', async () => {
    const total = 30_000;
    const configuration = {
      formula: 'C10H16',
      steps_per_cycle: total,
      num_cycles: 1,
      steps_per_second: null,
    };
    const id = await server.configure(configuration);
    const slow = await server.stream(id, '?every=1');
    await slow.untilEvents(1);
    slow.pause();
    const before = process.memoryUsage().rss;
    await server.act(id, 'start');
    const other = await server.watch(id, '?svg=none');
    expect(other.steps).toEqual(grid(total));
    // Long enough for the server to see that the client takes nothing: events of a second stream mark the time.
    const clock = await server.stream(await server.configure(SHORT));
    await clock.untilEvents(4);
    expect(process.memoryUsage().rss - before).toBeLessThan(80e6);
    slow.resume();
    await slow.untilEnd();
    expect(slow.complete.map(({ step }) => step)).toEqual([total]);
    expect(slow.steps.at(-1)).toBe(total);
    expect(slow.comments.length).toBeGreaterThan(0);
    // Each comment stands where events are missing, and tells how many.
    const skipped = slow.comments.map(({ text }) => Number(/^skipped (\d+)$/.exec(text)?.[1]));
    expect(gaps(slow.steps).filter((gap) => gap > 0)).toEqual(skipped);
  });

  test('that reads again soon enough misses nothing', async () => {
    const id = await server.configureAndStart(PACED);
    const stream = await server.stream(id);
    await stream.untilStep(20);
    stream.pause();
    const other = await server.stream(id, '?from=now');
    await other.untilEnd();
    stream.resume();
    await stream.untilEnd();
    expect(stream.steps).toEqual(range(1, 120));
    expect(stream.comments).toEqual([]);
  });
});

test('a replay of more than 5,000 steps goes in the coarse grid, one of 5,000 and one with ?every=n do not', async () => {
  await eventually(
    async () => (await server.status(longSession))['session_state'] === 'complete',
    'it completes',
    30_000,
  );
  expect((await server.watch(longSession, '?svg=none')).steps).toEqual(grid(5200));
  const longer = await server.watch(longSession, '?svg=none&lastEventId=199');
  expect(longer.steps).toEqual(grid(5200).filter((step) => step > 199));
  expect((await server.watch(longSession, '?svg=none&lastEventId=200')).steps).toEqual(range(201, 5200));
  const every = await server.watch(longSession, '?svg=none&every=3&from=start');
  expect(every.progress).toEqual(expectedRun({ ...LONG }, 3));
}, 60_000);
