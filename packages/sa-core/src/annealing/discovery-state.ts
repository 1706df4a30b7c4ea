import { graphOfCode } from '../molecule/graph-of-code.ts';
import { writeSmiles } from '../molecule/smiles-writer.ts';
import type { Annealing } from './annealing.ts';
import { configurationHash } from './configuration-hash.ts';

/** About 2 MB for isomers of 10 heavy atoms. */
const DEFAULT_CAPACITY = 10_000;

/**
 * The distinct isomers that a run has met: plain data that survives JSON and structured cloning, to be kept beside the
 * checkpoint of the same step. The columns are of equal length, in the order in which the isomers were met.
 *
 * Invariant: all visits, those elsewhere included, add up to `step - from_step`.
 */
export interface DiscoveryState {
  readonly configuration_hash: string;
  /** The step after which watching began: 0 for a whole run. */
  readonly from_step: number;
  /** The step up to which the run was watched. */
  readonly step: number;
  /** The most isomers to remember. The first ones met are kept. */
  readonly capacity: number;
  /** Canonical codes. */
  readonly codes: readonly string[];
  /** In units of the score. */
  readonly energies: readonly number[];
  /** The step after which the run first stood at the isomer. */
  readonly first_steps: readonly number[];
  /** The steps, whatever their outcome, after which the run stood there. */
  readonly visits: readonly number[];
  /** Steps spent at isomers for which there was no room. Above 0 says that more isomers were met than are listed. */
  readonly visits_elsewhere: number;
}

/** One row of a {@link DiscoveryState}. */
export interface DiscoveredIsomer {
  /** Canonical Kekulé SMILES. */
  readonly smiles: string;
  readonly code: string;
  readonly energy: number;
  readonly firstStep: number;
  readonly visits: number;
}

/**
 * The state before anything was watched.
 *
 * @param options.capacity the most isomers to remember, 10,000 by default
 * @param options.fromStep the step at which watching is to begin, 0 by default
 * @throws {RangeError} if the capacity is not an integer of at least 1
 */
export function startDiscovery(
  { configuration }: Annealing,
  options: { readonly capacity?: number; readonly fromStep?: number } = {},
): DiscoveryState {
  const { capacity = DEFAULT_CAPACITY, fromStep = 0 } = options;
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError('The capacity of a discovery must be an integer of at least 1.');
  }
  return {
    configuration_hash: configurationHash(configuration),
    from_step: fromStep,
    step: fromStep,
    capacity,
    codes: [],
    energies: [],
    first_steps: [],
    visits: [],
    visits_elsewhere: 0,
  };
}

/** The isomers of a state, in the order in which they were met. */
export function discoveredIsomers(state: DiscoveryState): DiscoveredIsomer[] {
  return state.codes.map((code, place) => ({
    smiles: writeSmiles(graphOfCode(code)),
    code,
    energy: state.energies[place]!,
    firstStep: state.first_steps[place]!,
    visits: state.visits[place]!,
  }));
}
