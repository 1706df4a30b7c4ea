import type { Configuration } from '@webfaulon/sa-core';
import { recordAt, type StepRecord } from '../run-records.ts';
import type { Pace, Runner, RunnerEvent, RunPlace, RunState } from '../runner.ts';

/** Keeps all that a runner tells, and waits for what it shall come to. */
export class WatchedRunner {
  readonly runner: Runner;
  readonly events: RunnerEvent[] = [];
  private waiting: { readonly isThere: () => boolean; readonly resolve: () => void }[] = [];

  constructor(runner: Runner) {
    this.runner = runner;
    runner.listen((event) => {
      this.events.push(event);
      const isOver = this.waiting.filter(({ isThere }) => isThere());
      this.waiting = this.waiting.filter((waiter) => !isOver.includes(waiter));
      for (const { resolve } of isOver) resolve();
    });
  }

  get state(): RunState | undefined {
    return this.events.findLast((event) => event.kind === 'state')?.state;
  }

  /** The played position, as the last event told it. */
  get step(): number {
    const last = this.events.findLast((event) => event.kind === 'records' || event.kind === 'state');
    return last?.step ?? 0;
  }

  /** All records since the run was configured or reset. */
  get records(): StepRecord[] {
    const begun = this.events.findLastIndex((event) => event.kind === 'state' && event.state === 'idle');
    return this.events
      .slice(begun)
      .flatMap((event) =>
        event.kind === 'records' ? event.records.step.map((_, i) => recordAt(event.records, i)) : [],
      );
  }

  /** The steps that a chart of the run shows: those told of the past, and the records. */
  get chartedSteps(): number[] {
    const past = this.events.findLast((event) => event.kind === 'past')?.past.step ?? [];
    return [...new Set([...past, ...this.records.map(({ step }) => step)])];
  }

  /** What it takes to take the run up. */
  placeOf(configuration: Configuration, pace: Pace): RunPlace {
    const session = this.events.findLast((event) => event.kind === 'session')?.session ?? null;
    return { configuration, pace, step: this.step, state: this.state ?? 'idle', session };
  }

  until(isThere: () => boolean): Promise<void> {
    if (isThere()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ isThere, resolve }));
  }
}
