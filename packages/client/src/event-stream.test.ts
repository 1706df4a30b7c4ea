import { afterEach, describe, expect, test } from '@jest/globals';
import { ApiError, ConnectionError } from './api-error.ts';
import { openEventStream } from './event-stream.ts';
import type { EventHead } from './stream-event.ts';
import { answering, ScriptedServer, streaming } from './testing/scripted-server.ts';
import { stepsOf, watchStream } from './testing/watched-stream.ts';

const SESSION = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';
const progress = (step: number, run = '') => `id: ${step}${run}\nevent: progress\ndata: {"step":${step}}\n\n`;
const COMPLETE = 'id: 9-complete\nevent: complete\ndata: {"step":9}\n\n';
const WAITING = 'event: waiting\ndata: {"session_state":"paused","message":"Session is paused"}\n\n';
const NOT_FOUND = JSON.stringify({
  status: 404,
  code: 'session_not_found',
  detail: 'Session not found or expired',
});

let server: ScriptedServer;
afterEach(() => server.close());

const watch = (options = {}) => watchStream({ baseUrl: server.url, sessionId: SESSION, ...options });
const queries = () => server.requests.map((path) => path.split('?')[1] ?? '');

describe('a stream', () => {
  test('tells the events in order, typed, and ends after complete', async () => {
    server = await ScriptedServer.start(streaming(WAITING + progress(1) + progress(2, '-r3') + COMPLETE));
    const { stream, events, states } = watch({ every: 5, svg: 'none', from: 'now', lastEventId: '0' });
    expect(stream.state).toEqual({ name: 'connecting' });
    expect(await stream.ended).toEqual({ name: 'complete' });
    expect(events).toEqual([
      { type: 'waiting', data: { session_state: 'paused', message: 'Session is paused' } },
      { type: 'progress', id: '1', run: 0, data: { step: 1 } },
      { type: 'progress', id: '2-r3', run: 3, data: { step: 2 } },
      { type: 'complete', id: '9-complete', run: 0, data: { step: 9 } },
    ]);
    expect(states).toEqual([{ name: 'live' }, { name: 'complete' }]);
    expect(server.requests).toEqual([`/api/sa/${SESSION}/stream?from=now&every=5&svg=none&lastEventId=0`]);
  });

  test('goes on after the last event that arrived whole', async () => {
    server = await ScriptedServer.start(
      streaming(`${progress(1)}${progress(2)}id: 3\nevent: progress\ndata: {"st`),
      streaming(progress(3) + COMPLETE),
    );
    const { stream, events, states } = watch();
    await stream.ended;
    expect(stepsOf(events)).toEqual([1, 2, 3]);
    expect(queries()).toEqual(['', 'lastEventId=2']);
    expect(states.map(({ name }) => name)).toEqual(['live', 'reconnecting', 'live', 'complete']);
  });

  test('asks for the whole run again if nothing arrived of a first connection', async () => {
    server = await ScriptedServer.start(streaming(''), streaming(COMPLETE));
    await watch().stream.ended;
    expect(queries()).toEqual(['', 'from=start']);
  });

  test('ends at 204: there is nothing left', async () => {
    server = await ScriptedServer.start(answering(204, ''));
    expect(await watch().stream.ended).toEqual({ name: 'complete' });
  });

  test('is gone where the session is', async () => {
    server = await ScriptedServer.start(streaming(progress(1)), answering(404, NOT_FOUND));
    const end = await watch().stream.ended;
    expect(end).toMatchObject({ name: 'gone', cause: { code: 'session_not_found', status: 404 } });
  });

  test('is refused for good where asking again does not help', async () => {
    server = await ScriptedServer.start(answering(404, 'nothing here', { 'content-type': 'text/plain' }));
    const end = await watch().stream.ended;
    expect(end).toMatchObject({ name: 'refused', cause: { code: 'not_a_problem' } });
    expect(server.requests).toHaveLength(1);
  });

  test('is not taken in by a page of the network, a damaged event or a server that is full', async () => {
    server = await ScriptedServer.start(
      answering(200, '<html>', { 'content-type': 'text/html' }),
      streaming(`${progress(1)}id: 2\nevent: progress\ndata: {"step":\n\n${progress(3)}`),
      streaming('event: progress\ndata: {"step":2}\n\n'),
      streaming('id: 5\nevent: progress\ndata: {"step":2}\n\n'),
      answering(503, 'full', { 'retry-after': '3' }),
      answering(429, 'slow down', {}),
      streaming(progress(2) + COMPLETE),
    );
    const { stream, events, states } = watch({ random: () => 1 });
    await stream.ended;
    expect(stepsOf(events)).toEqual([1, 2]);
    const waits = states.flatMap((state) => (state.name === 'reconnecting' ? [state] : []));
    expect(waits.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 3, 4, 5]);
    // An event in between begins the doubling anew; what a server asks for is waited on top.
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([1000, 1000, 2000, 4000, 11_000, 15_000]);
    expect(waits[0]!.cause).toBeInstanceOf(ConnectionError);
    expect(waits[4]!.cause).toBeInstanceOf(ApiError);
  });

  test('ignores kinds of events that it does not know', async () => {
    server = await ScriptedServer.start(streaming(`id: 7\nevent: news\ndata: x\n\n${COMPLETE}`));
    const { stream, events } = watch();
    await stream.ended;
    expect(events.map(({ type }) => type)).toEqual(['complete']);
  });

  test('reads only the events that are wanted, and resumes after the others too', async () => {
    const unread = 'id: 2\nevent: progress\ndata: no JSON, which nobody looks at\n\n';
    server = await ScriptedServer.start(streaming(progress(1) + unread), streaming(progress(3) + COMPLETE));
    const heads: unknown[] = [];
    const { stream, events } = watch({
      wants: (head: EventHead) => {
        heads.push(head);
        return head.type === 'progress' && head.step === 3;
      },
    });
    expect(await stream.ended).toEqual({ name: 'complete' });
    expect(stepsOf(events)).toEqual([3]);
    expect(events).toHaveLength(1);
    expect(queries()).toEqual(['', 'lastEventId=2']);
    expect(heads).toEqual([
      { type: 'progress', id: '1', run: 0, step: 1 },
      { type: 'progress', id: '2', run: 0, step: 2 },
      { type: 'progress', id: '3', run: 0, step: 3 },
      { type: 'complete', id: '9-complete', run: 0, step: 9 },
    ]);
  });

  test('waits as the server asks between attempts', async () => {
    server = await ScriptedServer.start(streaming(`retry: 600\n\n${progress(1)}`), streaming(COMPLETE));
    const { stream, states } = watch({ random: () => 0.5 });
    await stream.ended;
    expect(states).toContainEqual(expect.objectContaining({ name: 'reconnecting', milliseconds: 300 }));
  });

  test('gives up a connection that has fallen silent', async () => {
    server = await ScriptedServer.start(streaming(progress(1), 'silence'), streaming(COMPLETE));
    const timers: { callback: () => void; milliseconds: number }[] = [];
    const { stream, states, events } = watch({
      schedule: (callback: () => void, milliseconds: number) => {
        const timer = { callback, milliseconds };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    });
    const fire = () => timers.shift()!.callback();
    while (events.length === 0) await new Promise(setImmediate);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([45_000]);
    // Something was heard in the first span of time, and nothing in the second.
    fire();
    expect(states.at(-1)).toEqual({ name: 'live' });
    fire();
    while (states.at(-1)!.name !== 'reconnecting') await new Promise(setImmediate);
    expect(timers).toHaveLength(1);
    fire();
    expect(await stream.ended).toEqual({ name: 'complete' });
    expect(timers).toEqual([]);
  });

  test('reconnects at once when asked to', async () => {
    server = await ScriptedServer.start(streaming(progress(1)), streaming(COMPLETE));
    const never = () => () => undefined;
    const { stream, states } = watch({ schedule: never });
    while (states.at(-1)?.name !== 'reconnecting') await new Promise(setImmediate);
    stream.reconnectNow();
    expect(await stream.ended).toEqual({ name: 'complete' });
  });
});

describe('closing', () => {
  test('ends the stream in the middle of a chunk', async () => {
    server = await ScriptedServer.start(streaming(progress(1) + progress(2), 'silence'));
    const events: string[] = [];
    const stream = openEventStream({
      baseUrl: server.url,
      sessionId: SESSION,
      onEvent: (event) => {
        events.push(event.type);
        stream.close();
      },
    });
    expect(await stream.ended).toEqual({ name: 'closed' });
    expect(events).toEqual(['progress']);
    expect(stream.lastEventId).toBe('1');
  });

  test('by a signal, before the first connection, in one and between two', async () => {
    server = await ScriptedServer.start(streaming(progress(1), 'silence'), streaming(''));
    expect(await watch({ signal: AbortSignal.abort() }).stream.ended).toEqual({ name: 'closed' });
    expect(server.requests).toEqual([]);
    for (const at of ['live', 'reconnecting']) {
      const controller = new AbortController();
      const { stream } = watch({
        signal: controller.signal,
        onState: ({ name }: { name: string }) => {
          if (name === at) controller.abort();
        },
      });
      expect(await stream.ended).toEqual({ name: 'closed' });
    }
  });

  test('what a listener throws ends the stream and is not swallowed', async () => {
    server = await ScriptedServer.start(streaming(progress(1), 'silence'));
    const { stream } = watch({
      onEvent: () => {
        throw new Error('a bug of the page');
      },
    });
    await expect(stream.ended).rejects.toThrow('a bug of the page');
  });
});
