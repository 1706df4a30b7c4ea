import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { METRICS } from '../metrics/metric-catalogue.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const DEFAULT_PREFIX = /^(process|nodejs)_/;

/** What /metrics answers: the value of each sample, by name and labels as they are written, and the type of each metric. */
async function scrape(url: string) {
  const response = await fetch(url, { headers: { connection: 'close' } });
  const lines = (await response.text()).trimEnd().split('\n');
  const samples = new Map(
    lines
      .filter((line) => !line.startsWith('#'))
      .map((line): [string, number] => {
        const space = line.lastIndexOf(' ');
        return [line.slice(0, space), Number(line.slice(space + 1))];
      }),
  );
  const types = new Map(
    lines
      .filter((line) => line.startsWith('# TYPE '))
      .map((line): [string, string] => [line.split(' ')[2]!, line.split(' ')[3]!]),
  );
  return { response, samples, types, value: (sample: string) => samples.get(sample) };
}

describe('GET /metrics', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  test('answers the metrics of the catalogue, and those of every Node process', async () => {
    const { response, types } = await scrape(server.metricsUrl);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const own = [...types].filter(([name]) => !DEFAULT_PREFIX.test(name));
    const catalogue = Object.values(METRICS).map(({ name, type }) => [name, type]);
    expect(own.sort()).toEqual(catalogue.sort());
    expect(types.get('nodejs_eventloop_lag_p99_seconds')).toBe('gauge');
    expect(types.get('process_cpu_seconds_total')).toBe('counter');
  });

  test('every sample of ours is a number', async () => {
    const { samples } = await scrape(server.metricsUrl);
    const own = [...samples].filter(([sample]) => !DEFAULT_PREFIX.test(sample));
    expect(own.filter(([, value]) => !Number.isFinite(value))).toEqual([]);
  });

  test('tells what a run has done: steps, slices, waits, events, states', async () => {
    const before = await scrape(server.metricsUrl);
    const id = await server.configureAndStart({
      formula: 'C10H16',
      steps_per_cycle: 400,
      num_cycles: 1,
      steps_per_second: null,
    });
    const idle = await server.configure({ formula: 'C6H14' });
    const { events } = await server.watch(id);
    const waiting = await server.stream(idle);
    await waiting.untilEvents(1);
    const { value } = await scrape(server.metricsUrl);
    const grown = (sample: string) => value(sample)! - before.value(sample)!;
    expect(grown('webfaulon_steps_total')).toBe(400);
    expect(grown('webfaulon_events_total')).toBe(events.length + 1);
    expect(value('webfaulon_sessions{state="complete"}')).toBe(1);
    expect(value('webfaulon_sessions{state="idle"}')).toBe(1);
    expect(value('webfaulon_sessions{state="running"}')).toBe(0);
    expect(value('webfaulon_streams')).toBe(1);
    expect(grown('webfaulon_slice_seconds_count')).toBeGreaterThanOrEqual(3);
    expect(grown('webfaulon_ready_queue_wait_seconds_count{class="prompt"}')).toBeGreaterThanOrEqual(3);
    expect(grown('webfaulon_worker_advance_seconds_total')).toBeGreaterThan(0);
    expect(grown('webfaulon_worker_busy_seconds_total')).toBeGreaterThan(0);
    waiting.close();
    await eventually(() => server.load().streams === 0, 'the stream is closed');
    expect((await scrape(server.metricsUrl)).value('webfaulon_streams')).toBe(0);
  });

  test('can only be read', async () => {
    const response = await server.post('/metrics');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('with METRICS_PORT', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ metricsPort: 0 });
  });
  afterAll(() => server.stop());

  test('the metrics are on that port, and not on the other', async () => {
    expect(new URL(server.metricsUrl).port).not.toBe(String(server.port));
    const { response, types } = await scrape(server.metricsUrl);
    expect(response.status).toBe(200);
    expect(types.get('webfaulon_sessions')).toBe('gauge');
    expect((await server.fetch('/metrics')).status).toBe(404);
  });

  test.each([
    ['GET', '/health', 404],
    ['GET', '/', 404],
    ['POST', '/metrics', 405],
    ['HEAD', '/metrics', 200],
    ['GET', '/metrics?name=x', 200],
  ])('%s %s answers %i there', async (method, path, status) => {
    const response = await fetch(new URL(path, server.metricsUrl), { method });
    expect(response.status).toBe(status);
  });
});
