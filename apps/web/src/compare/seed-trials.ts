import { type ReadonlySignal, signal } from '@preact/signals';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import { type Runner, RunnerError } from '../runner/runner.ts';

/** How many more seeds each candidate is tried with at one press. */
export const SEEDS_AT_ONCE = 10;

/** A run whose configuration is tried with other seeds. */
export interface Candidate {
  readonly id: number;
  readonly configuration: ResolvedConfiguration;
}

/**
 * How good the best of a configuration is with one seed and another. All candidates are tried with the same seeds, one run
 * after the other on one runner, and of each run nothing is kept but its best score.
 */
export class SeedTrials {
  private readonly startRunner: () => Runner;
  /** Started with the first trial. */
  private runner: Runner | undefined;
  private readonly scores = signal<ReadonlyMap<number, readonly number[]>>(new Map());
  private readonly isWorking = signal(false);
  private readonly lastFailure = signal<string | null>(null);
  /** Raised to end the trials that are under way. */
  private round = 0;

  /** The best score of each trial of a candidate, by its id, in the order of the seeds 1, 2, 3, … */
  readonly bestScores: ReadonlySignal<ReadonlyMap<number, readonly number[]>> = this.scores;
  readonly isRunning: ReadonlySignal<boolean> = this.isWorking;
  readonly failure: ReadonlySignal<string | null> = this.lastFailure;

  constructor(startRunner: () => Runner) {
    this.startRunner = startRunner;
  }

  /** Brings every candidate to the next ten seeds beyond what the most tried one has. */
  async tryMore(candidates: readonly Candidate[]): Promise<void> {
    const round = ++this.round;
    const done = candidates.map(({ id }) => this.scores.value.get(id)?.length ?? 0);
    const wanted = Math.max(0, ...done) + SEEDS_AT_ONCE;
    this.isWorking.value = true;
    this.lastFailure.value = null;
    try {
      for (let seed = 1; seed <= wanted; seed++) {
        for (const { id, configuration } of candidates) {
          if ((this.scores.value.get(id)?.length ?? 0) >= seed) continue;
          const best = await this.bestScore({ ...configuration, seed });
          if (round !== this.round) return;
          this.scores.value = new Map(this.scores.value).set(id, [
            ...(this.scores.value.get(id) ?? []),
            best,
          ]);
        }
      }
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error;
      // A runner that was stopped says so, too.
      if (round !== this.round) return;
      this.lastFailure.value = error.message;
    } finally {
      if (round === this.round) this.isWorking.value = false;
    }
  }

  /** Ends the trials under way; what is known stays. */
  stop(): void {
    this.round++;
    this.isWorking.value = false;
    // Whatever it is at, nobody waits for it.
    this.runner?.dispose();
    this.runner = undefined;
  }

  /** Forgets a candidate that is no longer there. */
  forget(id: number): void {
    const others = new Map(this.scores.value);
    others.delete(id);
    this.scores.value = others;
  }

  /** Forgets all, for candidates that have become others. */
  forgetAll(): void {
    this.stop();
    this.scores.value = new Map();
  }

  private bestScore(configuration: ResolvedConfiguration): Promise<number> {
    this.runner ??= this.startRunner();
    const { runner } = this;
    return new Promise((resolve, reject) => {
      let best = Number.NaN;
      runner.listen((event) => {
        if (event.kind === 'records') best = event.records.bestScore.at(-1) ?? best;
        else if (event.kind === 'failure') reject(new RunnerError(event.code, event.message));
        else if (event.kind === 'state' && event.state === 'complete') resolve(best);
      });
      runner
        .configure(configuration, null)
        .then(() => runner.start())
        .catch(reject);
    });
  }
}
