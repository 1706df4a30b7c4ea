import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EventStream } from '../testing/event-stream.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** Issue 2: within 2 s with streams open. */
const MAX_STOP_MILLISECONDS = 2000;

/** The server as a process of its own, as `npm start` runs it. */
class ServerProcess {
  output = '';
  readonly exit: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(environment: Readonly<Record<string, string>>) {
    const env = { PATH: process.env['PATH'], PORT: '0', THREADS: '2', ...environment };
    this.child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        this.output += text;
      });
    }
    this.exit = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** The address that the server logs when it listens. */
  async url(): Promise<string> {
    for (;;) {
      const [, found] = /"url":"(http[^"]+)"/.exec(this.output) ?? [];
      if (found !== undefined) return found;
      await Promise.race([
        once(this.child.stdout!, 'data'),
        this.exit.then((code) => {
          throw new Error(`The server exited with ${code}: ${this.output}`);
        }),
      ]);
    }
  }

  /** How long it takes to exit after a signal, and its exit code. */
  async stop(signal: NodeJS.Signals, times = 1): Promise<{ code: number | null; milliseconds: number }> {
    const before = performance.now();
    for (let i = 0; i < times; i++) this.child.kill(signal);
    const code = await this.exit;
    return { code, milliseconds: performance.now() - before };
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

const started: ServerProcess[] = [];

function run(environment: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = new ServerProcess(environment);
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill();
    await server.exit;
  }
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
    '%s, sent %i times, ends open streams and exits 0 within 2 s',
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

  test('SIGTERM while nobody is there exits 0 well within 2 s, even as the threads still come up', async () => {
    const server = run();
    await server.url();
    const { code, milliseconds } = await server.stop('SIGTERM');
    expect([code, milliseconds < MAX_STOP_MILLISECONDS]).toEqual([0, true]);
  });

  test.each([
    ['PORT', 'abc', /whole number from 0 to 65535/],
    ['HOST', '192.0.2.1', /no address of this machine/],
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
