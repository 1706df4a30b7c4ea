import { type LabelledIsomer, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { SaCoreError } from '../errors.ts';
import { isConnected } from '../molecule/connectivity.ts';
import { VALENCES } from '../molecule/element.ts';
import { hasValidValences } from '../molecule/molecular-graph.ts';
import type { Annealing } from './annealing.ts';
import { configurationHash } from './configuration-hash.ts';
import { type Position, startPosition } from './position.ts';

export const CHECKPOINT_FORMAT = 2;

/** A position in a run as plain data that survives JSON and structured cloning, with the run that it belongs to. */
export interface Checkpoint extends Position {
  readonly format: typeof CHECKPOINT_FORMAT;
  readonly configuration_hash: string;
}

/** The checkpoint at step 0. */
export function startCheckpoint(annealing: Annealing): Checkpoint {
  return checkpointAt(annealing, startPosition(annealing));
}

export function checkpointAt({ configuration }: Annealing, position: Position): Checkpoint {
  return {
    format: CHECKPOINT_FORMAT,
    configuration_hash: configurationHash(configuration),
    ...position,
  };
}

/**
 * Refuses what is not a checkpoint of this very run.
 *
 * @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign
 */
export function assertCheckpoint(value: unknown, annealing: Annealing): asserts value is Checkpoint {
  const checkpoint = (typeof value === 'object' && value !== null ? value : {}) as Partial<Checkpoint>;
  if (checkpoint.format !== CHECKPOINT_FORMAT) {
    throw damaged(`its format is ${String(checkpoint.format)}, and ${CHECKPOINT_FORMAT} is understood`);
  }
  if (checkpoint.configuration_hash !== configurationHash(annealing.configuration)) {
    throw new SaCoreError(
      'checkpoint_foreign',
      'The checkpoint belongs to a run of another configuration. Continue it with the configuration that it was made with.',
    );
  }
  const { step, accepted_moves, rejected_moves, disconnected_moves } = checkpoint;
  const counters = [step, accepted_moves, rejected_moves, disconnected_moves];
  const counted = counters.every(
    (count): count is number => Number.isSafeInteger(count) && (count as number) >= 0,
  );
  if (!counted || (step as number) > annealing.totalSteps)
    throw damaged('its step or a counter is out of range');
  if (accepted_moves! + rejected_moves! + disconnected_moves! > step!) {
    throw damaged('its counters add up to more than its step');
  }
  const { best_step } = checkpoint;
  const isBestStep =
    annealing.stopRules.length === 0
      ? best_step === null
      : Number.isSafeInteger(best_step) && best_step! >= 0 && best_step! <= step!;
  if (!isBestStep) throw damaged('the step of its best molecule is out of range');
  const words = checkpoint.generator;
  const isState =
    Array.isArray(words) &&
    words.length === 4 &&
    words.every((word) => Number.isInteger(word) && word >= 0 && word < 2 ** 32) &&
    words.some((word) => word !== 0);
  if (!isState) throw damaged('the state of its generator is not four 32-bit words');
  assertIsomer(checkpoint.current, annealing, 'current');
  assertIsomer(checkpoint.best, annealing, 'best');
}

function assertIsomer(isomer: LabelledIsomer | undefined, annealing: Annealing, which: string): void {
  const { elements, hydrogens } = annealing;
  const valences = elements.reduce((sum, element) => sum + VALENCES[element], 0);
  const isAtom = (x: unknown) => Number.isInteger(x) && (x as number) >= 0 && (x as number) < elements.length;
  const units = isomer?.bondUnits;
  const owners = isomer?.hydrogenOwners;
  const listed =
    Array.isArray(units) &&
    Array.isArray(owners) &&
    units.length === valences - hydrogens &&
    owners.length === hydrogens &&
    units.every(isAtom) &&
    owners.every(isAtom) &&
    units.every((x, i) => i % 2 === 0 || x !== units[i - 1]);
  if (!listed) throw damaged(`its ${which} molecule does not belong to the formula`);
  // Units beyond the valence of an atom would not fit into the neighbour lists, so they are counted first.
  const used = new Array<number>(elements.length).fill(0);
  for (const x of [...units, ...owners]) used[x]!++;
  const graph = used.every((count, x) => count === VALENCES[elements[x]!])
    ? molecularGraphOf(elements, { bondUnits: units, hydrogenOwners: owners })
    : undefined;
  const isIsomer =
    graph !== undefined &&
    hasValidValences(graph) &&
    // A connected molecule has no bond of an order above 3, as only C2 could.
    isConnected(graph);
  if (!isIsomer) throw damaged(`its ${which} molecule is not a constitutional isomer`);
}

function damaged(why: string): SaCoreError {
  return new SaCoreError('checkpoint_invalid', `The checkpoint cannot be used: ${why}. Start the run anew.`);
}
