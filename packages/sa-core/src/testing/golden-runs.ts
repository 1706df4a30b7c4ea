import { Annealer } from '../annealing/annealer.ts';
import { prepareAnnealing } from '../annealing/annealing.ts';
import { startCheckpoint } from '../annealing/checkpoint.ts';
import type { Configuration, ResolvedConfiguration } from '../annealing/configuration.ts';
import { configurationHash, identifyingFields } from '../annealing/configuration-hash.ts';
import { STEP_OUTCOMES } from '../annealing/step-records.ts';
import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';

/** The runs that are kept bit for bit, by the name of their file. */
export const GOLDEN_RUNS: Readonly<Record<string, Configuration>> = {
  'C6H14-default': { formula: 'C6H14' },
  'C8H18-maximize-reheat': { formula: 'C8H18', optimization_mode: 'MAXIMIZE', reheat: true, seed: 7 },
  'C10H16-negative-seed': { formula: 'C10H16', seed: -1234567890123 },
  'C6H6-from-smiles': { formula: 'C6H6', initial: 'c1ccccc1', seed: 3, min_temp: 0.25 },
  'C9H8O4-linear-cooling': {
    formula: 'C9H8O4',
    cooling_schedule_k: 1,
    initial_temp: 20,
    seed: 1795000000000,
  },
  'C2H4Cl2-atoms': { formula: 'C2H4Cl2', proposal: 'atoms', initial: 'chain', seed: 11 },
  'C10H22-atoms-infinite-temperature': {
    formula: 'C10H22',
    proposal: 'atoms',
    initial_temp: 1e12,
    cooling_schedule_k: 0,
    seed: Number.MAX_SAFE_INTEGER,
  },
  'C60-short': { formula: 'C60', steps_per_cycle: 100, num_cycles: 2, seed: 0 },
  'C40H82-by-search': { formula: 'C40H82', steps_per_cycle: 100, num_cycles: 2, seed: 5 },
  'C6H10-hastings': { formula: 'C6H10', hastings: true, cooling_schedule_k: 1, initial_temp: 5, seed: 8 },
  'C6H12-fixed-hydrogens': { formula: 'C6H12', proposal: 'fixed-hydrogens', initial: 'C=CCCCC', seed: 9 },
  'C9H8O4-target': {
    formula: 'C9H8O4',
    component_weights: { wiener_index: 1, ring_count: 10 },
    component_targets: { wiener_index: 200.5, ring_count: 1 },
    seed: 10,
  },
  'C8H10N4O2-filters': {
    formula: 'C8H10N4O2',
    filters: ['no-three-membered-rings', 'no-cumulenes', 'no-heteroatom-chains', 'no-peroxides'],
    seed: 12,
  },
  'C10H14N2-weight': { formula: 'C10H14N2', component_weights: { wiener_index: 0.1 }, min_temp: 0, seed: 21 },
  'C10H22-geometric-random-restarts': {
    formula: 'C10H22',
    schedule: 'geometric',
    reheat: true,
    restart: 'random',
    seed: 31,
  },
  'C10H16-automatic-balaban': {
    formula: 'C10H16',
    component_weights: { balaban_j: 1 },
    schedule: 'automatic',
    seed: 8,
  },
  'C9H8O4-constant-best-restarts': {
    formula: 'C9H8O4',
    schedule: 'constant',
    initial_temp: 3,
    restart: 'best',
    seed: 12,
  },
  'C10H16-stopped': {
    formula: 'C10H16',
    stop_at_score: 80,
    stop_after_steps_without_improvement: 300,
    seed: 6,
  },
};

export interface GoldenTrace {
  /** Without younger fields that say nothing: a run that is as it was keeps its file as it was. */
  readonly configuration: Partial<ResolvedConfiguration>;
  readonly configuration_hash: string;
  /** Some steps to read, so that a change shows where it begins. */
  readonly samples: readonly {
    readonly step: number;
    readonly outcome: string;
    readonly current_energy: number;
    readonly best_energy: number;
    readonly smiles: string;
    readonly generator: readonly number[];
  }[];
  /** A line for each step: step, outcome, energies, molecule, generator. Energies to their last bit. */
  readonly text: string;
}

/** Steps that are written out: the first ten, then each 20th part of the run. */
const isSample = (step: number, total: number) => step <= 10 || step % (total / 20) === 0;

/** A run as it is told bit for bit. Runs wherever sa-core does. */
export function goldenTrace(asked: Configuration): GoldenTrace {
  const annealing = prepareAnnealing(asked);
  const annealer = new Annealer(annealing, startCheckpoint(annealing));
  let text = '';
  const samples: GoldenTrace['samples'][number][] = [];
  for (let t = 0; t === 0 || !annealer.isComplete; t++) {
    const recorder = annealer.createRecorder();
    if (t === 0) annealer.record(recorder);
    else annealer.run(1, recorder);
    const { records } = recorder;
    const isomer = records.molecules[records.current[0]!]!;
    const { generator } = annealer.checkpoint();
    const step = records.step[0]!;
    const outcome = STEP_OUTCOMES[records.outcome[0]!]!;
    const [current_energy, best_energy] = [records.current_energy[0]!, records.best_energy[0]!];
    // JSON writes a double with as many digits as tell it from all others.
    text += `${JSON.stringify([step, outcome, current_energy, best_energy, isomer, generator])}\n`;
    if (isSample(step, annealing.totalSteps)) {
      const smiles = canonicalKekuleSmiles(molecularGraphOf(annealing.elements, isomer));
      samples.push({ step, outcome, current_energy, best_energy, smiles, generator });
    }
  }
  const { configuration } = annealing;
  return {
    configuration: identifyingFields(configuration),
    configuration_hash: configurationHash(configuration),
    samples,
    text,
  };
}
