import { Annealer } from '../annealing/annealer.ts';
import { prepareAnnealing } from '../annealing/annealing.ts';
import { startCheckpoint } from '../annealing/checkpoint.ts';
import type { Configuration, ResolvedConfiguration } from '../annealing/configuration.ts';
import { Discovery } from '../annealing/discovery.ts';
import { type DiscoveryState, startDiscovery } from '../annealing/discovery-state.ts';
import { type LabelledIsomer, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';

/** How one annealing came out: plain data that survives structured cloning. */
export interface AnnealedRun {
  readonly seed: number;
  readonly configuration: ResolvedConfiguration;
  /** The steps that were made. */
  readonly steps: number;
  /** Scores of the start molecule and of the best one. */
  readonly initialEnergy: number;
  readonly bestEnergy: number;
  /** Canonical Kekulé SMILES of `best`, the first molecule of the best score. */
  readonly bestSmiles: string;
  readonly best: LabelledIsomer;
  /** The step after which the run first stood at the best isomer, 0 for the start; told if discovery knows it. */
  readonly bestStep?: number;
  /** The four add up to `steps`. */
  readonly acceptedMoves: number;
  readonly rejectedMoves: number;
  readonly invalidMoves: number;
  readonly disconnectedMoves: number;
  /**
   * The isomers met, if they were to be discovered; {@link discoveredIsomers} lists them. Left as columns, because writing
   * the SMILES of every isomer takes longer than the run.
   */
  readonly discovery?: DiscoveryState;
}

/** Whether to discover the isomers that a run meets, or how many to remember. */
export type DiscoverOption = boolean | number;

/**
 * Makes one whole run, the same as `anneal` makes.
 *
 * @throws {SaCoreError} whatever is wrong with the configuration
 */
export function annealedRun(
  configuration: Configuration,
  components: readonly ScoringComponent[],
  discover: DiscoverOption = false,
): AnnealedRun {
  const annealing = prepareAnnealing(configuration, components);
  const annealer = new Annealer(annealing, startCheckpoint(annealing));
  const recorder = annealer.createRecorder(annealing.totalSteps);
  annealer.record(recorder);
  const capacity = typeof discover === 'number' ? { capacity: discover } : {};
  const discovery =
    discover === false ? undefined : new Discovery(annealing, startDiscovery(annealing, capacity));
  annealer.run(annealing.totalSteps, recorder, discovery);

  const { records } = recorder;
  const { step, best, accepted_moves, rejected_moves, disconnected_moves } = annealer.checkpoint();
  const bestGraph = molecularGraphOf(annealing.elements, best);
  const discovered = discovery?.state();
  const bestStep = discovered?.first_steps[discovered.codes.indexOf(canonicalForm(bestGraph).code)];
  return {
    seed: annealing.configuration.seed,
    configuration: annealing.configuration,
    steps: step,
    initialEnergy: records.current_energy[0]!,
    bestEnergy: records.best_energy.at(-1)!,
    bestSmiles: canonicalKekuleSmiles(bestGraph),
    best,
    ...(bestStep === undefined ? {} : { bestStep }),
    acceptedMoves: accepted_moves,
    rejectedMoves: rejected_moves,
    invalidMoves: records.invalid_moves.at(-1)!,
    disconnectedMoves: disconnected_moves,
    ...(discovered ? { discovery: discovered } : {}),
  };
}
