import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Configuration } from '@webfaulon/sa-core';
import { RunStore } from '../run/run-store.ts';
import type { Runner, RunnerError, RunState } from '../runner/runner.ts';
import type { RunPlan } from '../setup/setup.ts';

/** As many as can be told apart on one chart, the page's own among them. */
export const MOST_RUNS = 6;

/** A run beside the page's own. */
export interface ComparedRun {
  /** Different for all runs of a store. */
  readonly id: number;
  /** Null where nobody has named it: then it is called by what differs. */
  readonly name: string | null;
  readonly remark: string | null;
  /** 1 .. MOST_RUNS - 1, different for all runs that are there: its colour. The page's own run has 0. */
  readonly slot: number;
  /** Whether it is played step by step with the page's own; else it is computed at once. */
  readonly isCompanion: boolean;
  readonly run: RunStore;
  readonly dispose: () => void;
}

type OwnCaption = Pick<ComparedRun, 'name' | 'remark'>;

/**
 * The runs that are compared with the page's own. Each is computed by a runner of its own, in the browser, so that a tab
 * has one event stream however many runs it shows.
 *
 * Invariant: at most MOST_RUNS - 1 of them; each that is removed frees its runner.
 */
export class ComparisonStore {
  private readonly own: RunStore;
  private readonly startRunner: () => Runner;
  private lastId = 0;
  /** What each companion is still busy with: it follows one change after the other. */
  private readonly following = new WeakMap<RunStore, Promise<void>>();
  private readonly compared = signal<readonly ComparedRun[]>([]);
  private readonly caption = signal<OwnCaption>({ name: null, remark: null });
  private readonly lastRefusal = signal<RunnerError | null>(null);

  readonly others: ReadonlySignal<readonly ComparedRun[]> = this.compared;
  /** What the page's own run is called beside its companions. */
  readonly ownCaption: ReadonlySignal<OwnCaption> = this.caption;
  /** Why the last run was not added. */
  readonly refusal: ReadonlySignal<RunnerError | null> = this.lastRefusal;

  /** @param startRunner makes a runner that no other run uses */
  constructor(own: RunStore, startRunner: () => Runner) {
    this.own = own;
    this.startRunner = startRunner;
    effect(() => {
      const state = own.state.value;
      // A single step of the page's own run changes nothing but its step.
      if (state === 'paused') own.step.value;
      untracked(() => {
        for (const { run } of this.companions()) void this.follow(run, state);
      });
    });
    effect(() => {
      const pace = own.pace.value;
      untracked(() => {
        for (const { run } of this.companions()) void run.setPace(pace);
      });
    });
  }

  /** Starts the companions of the plan that the page's own run plays, in place of all runs before. */
  async begin({ name, remark, companions = [], pace }: Omit<RunPlan, 'configuration'>): Promise<void> {
    this.clear();
    this.caption.value = { name: name ?? null, remark: remark ?? null };
    await Promise.all(
      companions.map(({ configuration, ...caption }) => this.open(configuration, pace, caption, true)),
    );
  }

  /** Adds a run that is computed as fast as possible. Answers whether there was room and it was accepted. */
  add(configuration: Configuration): Promise<boolean> {
    return this.open(configuration, null, { name: null, remark: null }, false);
  }

  /** Plays the companions anew with a seed; the other runs stay. */
  async reseed(seed: number): Promise<void> {
    await Promise.all(
      this.companions().map(async ({ run }) => {
        const configuration = run.prepared.value?.configuration;
        if (configuration !== undefined) await run.open({ ...configuration, seed }, this.own.pace.value);
      }),
    );
  }

  remove(id: number): void {
    this.compared.value.find((compared) => compared.id === id)?.dispose();
    this.compared.value = this.compared.value.filter((compared) => compared.id !== id);
  }

  clear(): void {
    for (const { dispose } of this.compared.value) dispose();
    this.compared.value = [];
    this.caption.value = { name: null, remark: null };
    this.lastRefusal.value = null;
  }

  private companions(): readonly ComparedRun[] {
    return this.compared.peek().filter(({ isCompanion }) => isCompanion);
  }

  private async open(
    configuration: Configuration,
    pace: RunPlan['pace'],
    { name, remark }: OwnCaption,
    isCompanion: boolean,
  ): Promise<boolean> {
    if (this.compared.value.length >= MOST_RUNS - 1) return false;
    const runner = this.startRunner();
    const run = new RunStore(runner);
    const id = ++this.lastId;
    const isTaken = (slot: number) => this.compared.value.some((compared) => compared.slot === slot);
    let slot = 1;
    while (isTaken(slot)) slot++;
    this.compared.value = [
      ...this.compared.value,
      { id, slot, name, remark, isCompanion, run, dispose: () => runner.dispose() },
    ];
    const isAccepted = await run.open(configuration, pace);
    this.lastRefusal.value = run.failure.value;
    if (!isAccepted) this.remove(id);
    else if (isCompanion) await this.follow(run, this.own.state.value);
    return isAccepted;
  }

  /** Brings a companion into a state of the page's own run, once it has come into the one before. */
  private follow(run: RunStore, state: RunState): Promise<void> {
    const before = this.following.get(run) ?? Promise.resolve();
    const following = before.then(() => this.enter(run, state));
    this.following.set(run, following);
    return following;
  }

  private async enter(run: RunStore, state: RunState): Promise<void> {
    if (run.prepared.value === null) return;
    const { state: current } = run;
    if (state === 'idle') await run.reset();
    else if (state === 'running') {
      if (current.value === 'idle' || current.value === 'paused') await run.start();
    } else if (state === 'paused') {
      if (current.value === 'running') await run.pause();
      const behind = this.own.step.value - run.step.value;
      // Both stand still, so they shall stand at one step.
      if (behind > 0 && this.own.state.value === 'paused') await run.stepBy(behind);
    }
  }
}
