import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { LatestOnly } from '../latest-only.ts';
import type { RunStore } from '../run/run-store.ts';
import { RunnerError } from '../runner/runner.ts';
import { hasRise, nextUphillStep } from './uphill-step.ts';

/** The least time between two explanations, and while a run that goes on is followed. */
const MILLISECONDS = 60;
const FOLLOWING_MILLISECONDS = 300;
const SCAN_MILLISECONDS = 250;

type WatchedRun = Pick<RunStore, 'step' | 'state' | 'prepared' | 'revision' | 'points' | 'explainStep'>;

/**
 * The step that is looked at: the newest one, or one that is pinned. It is explained while the panel is open, one
 * request at a time, and only what is still wanted when its turn comes.
 */
export class StepStore {
  private readonly run: WatchedRun;
  private readonly openPanel = signal(false);
  private readonly pinnedStep = signal<number | null>(null);
  private readonly lastExplained = signal<ExplainedStep | null>(null);
  private readonly lastFailure = signal<string | null>(null);
  private readonly knownRise = signal(false);
  private readonly explanations: LatestOnly<number>;
  private readonly scans: LatestOnly<number>;
  private readonly stops: readonly (() => void)[];
  /** Raised when the run begins anew: what was asked before that is of no interest. */
  private generation = 0;

  readonly isOpen: ReadonlySignal<boolean> = this.openPanel;
  /** Null while the run is followed. */
  readonly pinned: ReadonlySignal<number | null> = this.pinnedStep;
  /** The step that is looked at, 0 before the first one is played. */
  readonly step: ReadonlySignal<number>;
  /** The step to be marked on a chart: none while the panel is closed. */
  readonly marked: ReadonlySignal<number | null>;
  /** The step before stays until the one that is looked at is explained; null before the first. */
  readonly explained: ReadonlySignal<ExplainedStep | null> = this.lastExplained;
  readonly failure: ReadonlySignal<string | null> = this.lastFailure;
  /** Whether the run has accepted a step for the worse that can be shown. */
  readonly hasUphill: ReadonlySignal<boolean> = this.knownRise;

  constructor(run: WatchedRun) {
    this.run = run;
    this.step = computed(() => this.pinnedStep.value ?? run.step.value);
    this.marked = computed(() => (this.openPanel.value && this.step.value > 0 ? this.step.value : null));
    this.explanations = new LatestOnly(MILLISECONDS, (step) => this.explain(step));
    this.scans = new LatestOnly(SCAN_MILLISECONDS, async () => {
      this.knownRise.value = hasRise(run.points(), this.sign);
    });
    this.stops = [
      effect(() => {
        if (run.state.value === 'idle') this.forget();
      }),
      effect(() => {
        if (this.openPanel.value && this.step.value > 0) this.explanations.want(this.step.value);
      }),
      effect(() => {
        const revision = run.revision.value;
        if (!this.knownRise.value) this.scans.want(revision);
      }),
    ];
  }

  open(): void {
    this.openPanel.value = true;
  }

  close(): void {
    this.openPanel.value = false;
    this.explanations.stop();
  }

  /** Pins a step, the nearest that is played, and opens the panel. */
  look(step: number): void {
    const last = this.run.step.peek();
    if (last === 0 || !Number.isFinite(step)) return;
    batch(() => {
      this.pinnedStep.value = Math.min(last, Math.max(1, Math.round(step)));
      this.openPanel.value = true;
    });
  }

  /** The next step, or with −1 the one before. */
  lookBy(steps: 1 | -1): void {
    this.look(this.step.peek() + steps);
  }

  follow(): void {
    this.pinnedStep.value = null;
  }

  /**
   * Looks at the next accepted step for the worse after the pinned one, at the first one after the last, or where none is pinned. Answers whether
   * there is one.
   */
  async lookUphill(): Promise<boolean> {
    const { generation, run } = this;
    const points = run.points();
    const explain = (step: number) => run.explainStep(step);
    try {
      const after = this.pinnedStep.peek() ?? 0;
      const next = await nextUphillStep(points, this.sign, after, explain);
      const found = next ?? (after > 0 ? await nextUphillStep(points, this.sign, 0, explain) : null);
      if (found === null || generation !== this.generation) return false;
      this.look(found);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** Ends the watching. */
  dispose(): void {
    for (const stop of this.stops) stop();
    this.explanations.stop();
    this.scans.stop();
  }

  /** 1 where a lower score is better, −1 where a higher one is. */
  private get sign(): 1 | -1 {
    return this.run.prepared.peek()?.configuration.optimization_mode === 'MAXIMIZE' ? -1 : 1;
  }

  private async explain(step: number): Promise<void> {
    const { generation } = this;
    try {
      const explained = await this.run.explainStep(step);
      if (generation !== this.generation) return;
      batch(() => {
        this.lastExplained.value = explained;
        this.lastFailure.value = null;
      });
    } catch (error) {
      if (generation === this.generation) this.fail(error);
    }
    const isFollowing = this.pinnedStep.peek() === null && this.run.state.peek() === 'running';
    if (isFollowing) await new Promise((resolve) => setTimeout(resolve, FOLLOWING_MILLISECONDS));
  }

  private fail(error: unknown): void {
    if (!(error instanceof RunnerError)) throw error;
    this.lastFailure.value = error.message;
  }

  private forget(): void {
    this.generation++;
    this.explanations.stop();
    batch(() => {
      this.pinnedStep.value = null;
      this.lastExplained.value = null;
      this.lastFailure.value = null;
      this.knownRise.value = false;
    });
  }
}
