import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventStream } from '../../testing/event-stream.ts';
import { eventually } from '../../testing/eventually.ts';
import { PACED, SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

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
    const id = await server.configureAndStart({ ...PACED, steps_per_cycle: 500 });
    const gone = await server.stream(id);
    await gone.untilStep(20);
    gone.close();
    await server.setPace(id, null);
    await eventually(
      async () => (await server.status(id))['session_state'] === 'complete',
      'the run completes',
    );
    expect((await server.watch(id, '?every=1')).steps).toEqual(range(1, 2000));
  });

  test('ends the stream', async () => {
    const stream = await server.watch(await server.configureAndStart(SHORT));
    expect(stream.isEnded).toBe(true);
    expect(stream.events.at(-1)?.name).toBe('complete');
  });
});
