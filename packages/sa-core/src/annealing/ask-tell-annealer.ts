import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { SaCoreError } from '../errors.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { Annealer } from './annealer.ts';
import { type Annealing, prepareAnnealing } from './annealing.ts';
import { type AnnealingStep, StepTeller } from './annealing-step.ts';
import { type Checkpoint, startCheckpoint } from './checkpoint.ts';
import type { Configuration, ResolvedConfiguration } from './configuration.ts';
import { ScoreWanted, type ToldScore, ToldScores } from './told-scores.ts';

/** What a run asks for next, or tells. */
export type Proposed =
  /** The score of this molecule decides step `step`; step 0 is the start. The molecule is the caller's. */
  | { readonly kind: 'molecule'; readonly step: number; readonly molecule: MolecularGraph }
  /** A step that needed no score, such as an invalid one; it is made. */
  | { readonly kind: 'step'; readonly step: AnnealingStep }
  | { readonly kind: 'complete' };

/** A position in such a run: with its configuration and its score, all that is needed to go on. Plain data that survives JSON. */
export interface AskTellCheckpoint {
  /** Null before the first step, if it is not known yet how that begins. */
  readonly checkpoint: Checkpoint | null;
  /** The scores that are still needed, by molecule. */
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * A run whose scores are told from outside, one by one, when they are there: {@link propose} gives a molecule, {@link tell} its
 * score. With the same scores it is the run of `anneal`, bit for bit; that the same molecule has the same score every time
 * is up to whoever tells them.
 *
 * It tries each step on a copy of the run, and begins it again once the score that was missing is there. So whatever the
 * engine does in a step, it does here.
 */
export class AskTellAnnealer {
  private readonly asked: Configuration;
  private readonly scores: ToldScores;
  private annealing: Annealing | undefined;
  /** After the last step made. */
  private position: Checkpoint | undefined;
  /** Stands at `position`; undefined after a step that could not be finished, in which it has moved on from there. */
  private annealer: Annealer | undefined;
  private wanted: { readonly step: number; readonly molecule: MolecularGraph } | undefined;

  /**
   * @param configuration its component_weights do not count: the run goes by the score alone
   * @throws {SaCoreError} whatever is wrong with the configuration or the checkpoint
   */
  constructor(configuration: Configuration, score: ToldScore, checkpoint?: AskTellCheckpoint) {
    this.asked = { ...configuration, component_weights: { [score.name]: 1 } };
    this.scores = new ToldScores(score, checkpoint?.scores ?? {});
    this.position = checkpoint?.checkpoint ?? undefined;
    this.attempt(() => this.prepare());
  }

  /** Undefined as long as it depends on scores that are not told yet. */
  get configuration(): ResolvedConfiguration | undefined {
    return this.annealing?.configuration;
  }

  /** Asked again before the score is told, it gives the same molecule again. */
  propose(): Proposed {
    const step = this.wanted ? undefined : this.attempt(() => this.makeStep());
    if (step) return { kind: 'step', step };
    return this.wanted ? { kind: 'molecule', ...this.wanted } : { kind: 'complete' };
  }

  /**
   * Tells the score of the molecule proposed last, and returns the step that it decided: none at the start, nor where the step
   * needs another score.
   *
   * @throws {SaCoreError} component_invalid if the score is not a finite number, score_unasked
   */
  tell(score: number): AnnealingStep | undefined {
    const { wanted } = this;
    if (!wanted) {
      throw new SaCoreError(
        'score_unasked',
        'No score is wanted now. Ask for the next molecule with propose().',
      );
    }
    if (!Number.isFinite(score)) {
      throw new SaCoreError(
        'component_invalid',
        `The score told is ${score}; a score must be a finite number.`,
      );
    }
    this.scores.tell(wanted.molecule, score);
    this.wanted = undefined;
    return wanted.step === 0 ? undefined : this.attempt(() => this.makeStep());
  }

  /** At any time, also while a molecule waits for its score. */
  checkpoint(): AskTellCheckpoint {
    return { checkpoint: this.position ?? null, scores: this.scores.all() };
  }

  private prepare(): Annealer {
    this.annealing ??= prepareAnnealing(this.asked, [this.scores.component]);
    this.position ??= startCheckpoint(this.annealing);
    this.annealer ??= new Annealer(this.annealing, this.position);
    return this.annealer;
  }

  /** Makes the next step, unless the run is complete. */
  private makeStep(): AnnealingStep | undefined {
    const annealer = this.prepare();
    const annealing = this.annealing!;
    const teller = new StepTeller(annealing);
    annealer.run(1, teller);
    this.position = annealer.checkpoint();
    const { current, best } = this.position;
    this.scores.keep([current, best].map((isomer) => molecularGraphOf(annealing.elements, isomer)));
    return teller.steps[0];
  }

  private attempt<T>(compute: () => T): T | undefined {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof ScoreWanted)) throw error;
      // The start is what is asked for until an annealer could be made of it.
      const step = this.annealer ? this.position!.step + 1 : (this.position?.step ?? 0);
      this.annealer = undefined;
      this.wanted = { step, molecule: error.molecule };
      return undefined;
    }
  }
}
