import type { EventLoopUtilization } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { registerWorkerMetrics } from './worker-metrics.ts';

/** A thread that was so long busy and idle, in milliseconds, as the test says. */
class FakeThread {
  busy = 0;
  idle = 0;

  /** As Node's: given one moment alone, it would answer the time since that moment. */
  readonly performance = {
    eventLoopUtilization: (later?: EventLoopUtilization, earlier?: EventLoopUtilization) => {
      const now = { active: this.busy, idle: this.idle };
      const [to, from] = earlier === undefined ? [now, later] : [later ?? now, earlier];
      const active = to.active - (from?.active ?? 0);
      const idle = to.idle - (from?.idle ?? 0);
      return { active, idle, utilization: active / (active + idle) };
    },
  };

  pass(busy: number, idle: number): void {
    this.busy += busy;
    this.idle += idle;
  }
}

function measured(threads: FakeThread[]) {
  const registry = new Registry();
  const workers = { threads: threads as unknown as Worker[], workerRestarts: 0 };
  const advance = { seconds: 0 };
  registerWorkerMetrics(registry, workers, () => advance.seconds);
  const scrape = async (): Promise<Record<string, number>> => {
    const lines = (await registry.metrics()).split('\n').filter((line) => /^webfaulon/.test(line));
    return Object.fromEntries(
      lines.map((line) => [line.replace('webfaulon_worker_', '').split(' ')[0]!, Number(line.split(' ')[1])]),
    );
  };
  return { scrape, advance, workers };
}

test('utilisation and the share of steps are those since the last scrape, busy seconds those of all time', async () => {
  const [one, other] = [new FakeThread(), new FakeThread()];
  const { scrape, advance } = measured([one, other]);
  one.pass(900, 100);
  other.pass(100, 900);
  advance.seconds = 0.75;
  expect(await scrape()).toEqual({
    'utilisation{worker="0"}': 0.9,
    'utilisation{worker="1"}': 0.1,
    advance_ratio: 0.75,
    busy_seconds_total: 1,
    restarts_total: 0,
  });
  one.pass(1000, 0);
  other.pass(0, 1000);
  advance.seconds = 1.25;
  expect(await scrape()).toMatchObject({
    'utilisation{worker="0"}': 1,
    'utilisation{worker="1"}': 0,
    advance_ratio: 0.5,
    busy_seconds_total: 2,
  });
});

test('a scrape right after another, or of threads that did nothing, has zeros', async () => {
  const { scrape } = measured([new FakeThread()]);
  for (let i = 0; i < 2; i++) {
    expect(await scrape()).toMatchObject({ 'utilisation{worker="0"}': 0, advance_ratio: 0 });
  }
});

test('a thread that takes the place of one that died starts anew, and busy seconds never fall', async () => {
  const dying = new FakeThread();
  const { scrape, workers } = measured([dying]);
  dying.pass(5000, 5000);
  await scrape();
  const next = new FakeThread();
  next.pass(1000, 3000);
  workers.threads = [next] as unknown as Worker[];
  workers.workerRestarts = 1;
  expect(await scrape()).toMatchObject({
    'utilisation{worker="0"}': 0.25,
    busy_seconds_total: 6,
    restarts_total: 1,
  });
});

test('a difference that comes out a little below 0, as the thread goes on while it is asked, counts as 0', async () => {
  const thread = new FakeThread();
  const { scrape } = measured([thread]);
  thread.pass(1000, 0);
  await scrape();
  thread.pass(-0.001, 0.002);
  expect(await scrape()).toMatchObject({ 'utilisation{worker="0"}': 0, busy_seconds_total: 1 });
});
