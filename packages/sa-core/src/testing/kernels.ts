import type { Annealing } from '../annealing/annealing.ts';
import { startCheckpoint } from '../annealing/checkpoint.ts';
import type { Kernel, KernelStart } from '../annealing/kernel/kernel.ts';
import { Random } from '../random.ts';

/** Where a run begins, with a generator and counts of its own. */
export function startOf(annealing: Annealing): KernelStart {
  const { current, best, generator } = startCheckpoint(annealing);
  const counts = { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 };
  return { current, best, random: new Random(generator), counts };
}

/** All that a kernel shows, and the state of its generator. */
export function stateOf(kernel: Kernel, random: Random) {
  const { energy, scores, best, bestEnergy, counts, lastOutcome } = kernel;
  return {
    current: kernel.current(),
    scores: [...scores],
    counts: { ...counts },
    generator: random.state(),
    energy,
    best,
    bestEnergy,
    lastOutcome,
  };
}

export type KernelClass = new (annealing: Annealing, start: KernelStart) => Kernel;
