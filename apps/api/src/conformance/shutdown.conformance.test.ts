import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LmdbStore } from '../store/lmdb-store.ts';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { EventStream } from '../testing/event-stream.ts';
import { ServerProcess } from '../testing/server-process.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';

/** It takes half of a second where the machine has nothing else to do. */
const MAX_STOP_MILLISECONDS = 5000;

const started: ServerProcess[] = [];

function run(environment: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = new ServerProcess(environment);
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const server of started.splice(0)) {
    await server.kill();
  }
  removeTemporaryDirectories();
});

async function configure(url: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/sa/configure`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { session_id: string }).session_id;
}

/** Streams of sessions that are idle, paced, unthrottled and read by nobody. */
async function openStreams(url: string): Promise<EventStream[]> {
  const long = { formula: 'C10H16', steps_per_cycle: 1_000_000, num_cycles: 10 };
  const streams: EventStream[] = [];
  for (const [steps_per_second, act, query] of [
    [100, false, ''],
    [100, true, ''],
    [null, true, ''],
    [null, true, '?every=1'],
  ] as const) {
    const id = await configure(url, { ...long, steps_per_second });
    if (act) await fetch(`${url}/api/sa/${id}/start`, { method: 'POST' });
    const stream = await EventStream.open(`${url}/api/sa/${id}/stream${query}`);
    await stream.untilEvents(1);
    streams.push(stream);
  }
  streams.at(-1)!.pause();
  return streams;
}

describe('the server as a process', () => {
  test.each([
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)(
    '%s, sent %i times, ends open streams and exits 0 without waiting for a client',
    async (signal, times) => {
      const server = run();
      const streams = await openStreams(await server.url());
      const reading = streams.slice(0, 3).map((stream) => stream.untilEnd());
      const { code, milliseconds } = await server.stop(signal, times);
      await Promise.all(reading);
      expect(code).toBe(0);
      expect(milliseconds).toBeLessThan(MAX_STOP_MILLISECONDS);
      expect(server.output).toMatch(/"msg":"stopped"/);
    },
    30_000,
  );

  test('SIGTERM while nobody is there exits 0, even as the threads still come up', async () => {
    const server = run();
    await server.url();
    const { code, milliseconds } = await server.stop('SIGTERM');
    expect([code, milliseconds < MAX_STOP_MILLISECONDS]).toEqual([0, true]);
  });

  test.each([
    ['PORT', 'abc', /whole number from 0 to 65535/],
    ['HOST', '192.0.2.1', /no address of this machine/],
    ['PAGE_DIRECTORY', '/etc/passwd', /a directory that the server may read whole/],
  ])(
    '%s=%s: says which variable is wrong and exits 1',
    async (name, value, meaning) => {
      const server = run({ [name]: value });
      expect(await server.exit).toBe(1);
      expect(server.output).toContain(`${name} is "${value}"`);
      expect(server.output).toMatch(meaning);
      expect(server.output).not.toMatch(/\bat .+:\d+:\d+/);
      expect(server.output.trim().split('\n')).toHaveLength(1);
    },
    20_000,
  );

  test.each([
    ['PORT', 3001],
    ['METRICS_PORT', 9465],
  ])('a %s that is in use: says so and what to do, and exits 1', async (name, another) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      const server = run({ [name]: String(port) });
      expect(await server.exit).toBe(1);
      expect(server.output.trim()).toBe(
        `Port ${port} is in use. Stop what uses it, or choose another: ${name}=${another} npm start`,
      );
    } finally {
      other.close();
    }
  });

  test('Ctrl-C while the store is checked, which ends the check too, exits 0 and blames no store', async () => {
    const DATA_DIR = temporaryDirectory();
    await (await LmdbStore.open(DATA_DIR, CHECK_PROGRAM)).close();
    const interrupt = join(temporaryDirectory(), 'interrupt.mjs');
    writeFileSync(
      interrupt,
      `if (process.argv[1].endsWith('check-store.program.js'))
        for (const pid of [process.ppid, process.pid]) process.kill(pid, 'SIGINT');`,
    );
    const server = run({ DATA_DIR, NODE_OPTIONS: `--import ${interrupt}` });
    expect([await server.exit, server.output]).toEqual([0, '']);
  });

  test('the log tells requests by id, and no headers', async () => {
    const server = run({ LOG_LEVEL: 'info' });
    const url = await server.url();
    await fetch(`${url}/health`, { headers: { 'x-request-id': 'marked', authorization: 'secret' } });
    await server.stop('SIGTERM');
    const lines = server.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.some((line) => JSON.stringify(line).includes('marked'))).toBe(true);
    expect(server.output).not.toContain('secret');
  });
});
