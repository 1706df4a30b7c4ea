import { Random } from '../random.ts';
import type { Annealing } from './annealing.ts';
import type { Discovery } from './discovery.ts';
import { createKernel } from './kernel/create-kernel.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Position } from './position.ts';
import { type RestartName, restartMolecule, restartsUpTo } from './restart.ts';
import type { Recorder } from './step-records.ts';

/**
 * A run at one position, ready to go on. It has no memory beyond its position: another course made of that goes on bit for
 * bit as it would have itself.
 */
export class Course {
  protected readonly annealing: Annealing;
  protected readonly random: Random;
  /** Invariant: draws from `random`; another after each restart, with the counts and the best of the one before. */
  protected kernel: Kernel;
  protected stepsMade: number;
  /** The step after which the best molecule was first met. Only kept where a stop rule asks for it, and else 0. */
  protected bestStep: number;

  /** @param position one of this very annealing: the caller answers for it */
  constructor(annealing: Annealing, position: Position) {
    const { step, current, best, accepted_moves, rejected_moves, disconnected_moves } = position;
    this.annealing = annealing;
    this.random = new Random(position.generator);
    this.stepsMade = step;
    this.bestStep = position.best_step ?? 0;
    this.kernel = createKernel(annealing, {
      current,
      best,
      random: this.random,
      counts: {
        start: 0,
        invalid: step - accepted_moves - rejected_moves - disconnected_moves,
        disconnected: disconnected_moves,
        rejected: rejected_moves,
        accepted: accepted_moves,
      },
    });
  }

  get step(): number {
    return this.stepsMade;
  }

  /** Whether the last step is made, or a stop rule has ended the run before it. */
  get isComplete(): boolean {
    if (this.stepsMade === this.annealing.totalSteps) return true;
    return this.stepsMade > 0 && this.lastStepByRules <= this.stepsMade;
  }

  /** The step at which a stop rule ends the run, if none better is met up to it; Infinity without one. */
  private get lastStepByRules(): number {
    const progress = { bestEnergy: this.kernel.bestEnergy, bestStep: this.bestStep };
    return Math.min(...this.annealing.stopRules.map((rule) => rule.lastStep(progress)));
  }

  /**
   * Records the position as it stands, whatever steps the recorder asks for: step 0, or the last step made here. An
   * course that was resumed and has made no step yet cannot tell how its last step came out, and records nothing.
   */
  record(recorder: Recorder): void {
    const outcome = this.stepsMade === 0 ? 'start' : this.kernel.lastOutcome;
    if (outcome === undefined) return;
    const restarts = restartsUpTo(this.stepsMade, this.annealing.configuration);
    recorder.record(this.stepsMade, outcome, this.kernel, restarts);
  }

  /**
   * Makes up to `steps` steps, fewer where the run ends, and has them recorded.
   *
   * @param discovery watches every step
   * @throws {SaCoreError} checkpoint_invalid if the discovery has not watched the run up to here
   */
  run(steps: number, recorder: Recorder, discovery?: Discovery): void {
    const { every } = recorder;
    const { configuration, stopRules, totalSteps } = this.annealing;
    const { restart, steps_per_cycle } = configuration;
    discovery?.begin(this.stepsMade, this.kernel);
    const end = Math.min(this.stepsMade + steps, totalSteps);
    while (this.stepsMade < end && !this.isComplete) {
      const inCycle = this.stepsMade % steps_per_cycle;
      if (restart !== 'none' && inCycle === 0 && this.stepsMade > 0) this.beginCycle(restart, discovery);
      const nextRecorded = this.stepsMade - (this.stepsMade % every) + every;
      const nextRestart = restart === 'none' ? end : this.stepsMade - inCycle + steps_per_cycle;
      const stop = Math.min(nextRecorded, nextRestart, end);
      if (discovery === undefined && stopRules.length === 0) {
        this.stepsMade += this.kernel.run(this.stepsMade, stop - this.stepsMade);
      } else this.runWatched(stop, discovery);
      if (this.stepsMade === nextRecorded || this.isComplete) this.record(recorder);
    }
  }

  /** Only an accepted step moves a run on, or changes what its stop rules say. */
  private runWatched(stop: number, discovery: Discovery | undefined): void {
    const { kernel, annealing } = this;
    const isWatchedByRules = annealing.stopRules.length > 0;
    let { best } = kernel;
    const watch = (step: number): boolean => {
      discovery?.arrive(step, kernel);
      if (!isWatchedByRules || kernel.best === best) return false;
      best = kernel.best;
      this.bestStep = step;
      return true;
    };
    while (this.stepsMade < stop && !this.isComplete) {
      // A run has a first step, whatever its rules say of its start.
      const last = Math.min(stop, Math.max(this.lastStepByRules, this.stepsMade + 1));
      this.stepsMade += kernel.run(this.stepsMade, last - this.stepsMade, watch);
    }
    discovery?.stand(this.stepsMade);
  }

  /** Restarts, as a part of the step that comes next: a checkpoint at the end of a cycle is from before. */
  private beginCycle(restart: Exclude<RestartName, 'none'>, discovery: Discovery | undefined): void {
    const { annealing, random } = this;
    const { best, bestEnergy, counts } = this.kernel;
    const current = restartMolecule(restart, annealing.formula, annealing.rules, best, random);
    this.kernel = createKernel(annealing, { current, best, random, counts });
    if (annealing.sign * (this.kernel.energy - bestEnergy) < 0) {
      this.kernel = createKernel(annealing, { current, best: current, random, counts });
      if (annealing.stopRules.length > 0) this.bestStep = this.stepsMade + 1;
    }
    discovery?.begin(this.stepsMade, this.kernel);
  }
}
