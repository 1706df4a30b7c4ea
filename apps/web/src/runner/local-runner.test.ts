import { describe, expect, it } from '@jest/globals';
import { LocalRunner } from './local-runner.ts';
import { type RunnerClock, systemClock } from './runner-clock.ts';
import { describeRunner } from './testing/runner-contract.ts';
import { WatchedRunner } from './testing/watched-runner.ts';

describe('the local runner', () => describeRunner(() => new LocalRunner(systemClock)));

/** Time that passes when it is told to. */
class HeldClock implements RunnerClock {
  private time = 0;
  private timers: { readonly due: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.time + milliseconds, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.due);
      next.callback();
    }
    this.time = end;
  }

  /** Stands still, and jumps: what a machine does that was asleep. */
  jump(milliseconds: number): void {
    this.time += milliseconds;
    this.pass(0);
  }
}

describe('the pace of the local runner', () => {
  const RUN = { formula: 'C8H18', steps_per_cycle: 100_000, num_cycles: 1 };
  const started = async (pace: number) => {
    const clock = new HeldClock();
    const watched = new WatchedRunner(new LocalRunner(clock));
    await watched.runner.configure(RUN, pace);
    await watched.runner.start();
    return { clock, watched };
  };

  for (const pace of [0.5, 1, 20, 200, 1000]) {
    it(`of ${pace} a second is kept over ten seconds`, async () => {
      const { clock, watched } = await started(pace);
      clock.pass(10_000);
      // The last turn can lie a frame back.
      expect(watched.step).toBeGreaterThanOrEqual(Math.floor(9.984 * pace));
      expect(watched.step).toBeLessThanOrEqual(10 * pace);
    });
  }

  it('is one message a frame at most', async () => {
    const { clock, watched } = await started(1000);
    const told = watched.events.length;
    clock.pass(1000);
    expect(watched.events.length - told).toBeLessThanOrEqual(63);
  });

  it('is each step by itself where there is time to see it', async () => {
    const { clock, watched } = await started(20);
    clock.pass(1000);
    const counts = watched.events.flatMap((event) =>
      event.kind === 'records' ? [event.records.step.length] : [],
    );
    expect(Math.max(...counts)).toBe(1);
  });

  it('changes at once, without a jump', async () => {
    const { clock, watched } = await started(1);
    clock.pass(2500);
    await watched.runner.setPace(100);
    expect(watched.step).toBe(2);
    clock.pass(1000);
    expect(watched.step).toBeGreaterThanOrEqual(100);
    expect(watched.step).toBeLessThanOrEqual(102);
  });

  it('does not make up for a minute of sleep', async () => {
    const { clock, watched } = await started(100);
    clock.pass(1000);
    const before = watched.step;
    clock.jump(60_000);
    expect(watched.step - before).toBeLessThanOrEqual(30);
  });
});
