import { type Annealing, discoveredIsomers, startDiscovery } from '@webfaulon/sa-core';
import type { WatchedRun } from './run-outcome.ts';

/** One of the best isomers of all runs. */
export interface RankedIsomer {
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  /** Canonical Kekulé SMILES. */
  readonly smiles: string;
  /** How many of the runs met it. */
  readonly runs: number;
  /** After how many of all steps a run stood there; 0 where nobody watched. */
  readonly visits: number;
}

interface Candidate {
  readonly code: string;
  readonly energy: number;
  runs: number;
  visits: number;
}

/**
 * The k best distinct isomers over any number of runs, by score, and of one score those met first (sorting is
 * stable): the best isomer that a run tells is the first of its list.
 *
 * Invariant: after each run the candidates are the k best of all isomers met so far. So whatever is among the k best at
 * the end was never dropped since it was met, and its counts are complete.
 */
export class BestIsomers {
  private readonly annealing: Annealing;
  private readonly size: number;
  private candidates: Candidate[] = [];

  constructor(annealing: Annealing, size: number) {
    this.annealing = annealing;
    this.size = size;
  }

  add(run: WatchedRun): void {
    const byCode = new Map(this.candidates.map((candidate) => [candidate.code, candidate]));
    for (const met of isomersOf(run)) {
      const known = byCode.get(met.code);
      if (known === undefined) byCode.set(met.code, met);
      else {
        known.runs++;
        known.visits += met.visits;
      }
    }
    const { sign } = this.annealing;
    this.candidates = [...byCode.values()].sort((a, b) => sign * (a.energy - b.energy)).slice(0, this.size);
  }

  ranked(): RankedIsomer[] {
    const isomers = discoveredIsomers({
      ...startDiscovery(this.annealing),
      codes: this.candidates.map(({ code }) => code),
      energies: this.candidates.map(({ energy }) => energy),
      first_steps: this.candidates.map(() => 0),
      visits: this.candidates.map(({ visits }) => visits),
    });
    return isomers.map(({ smiles, energy, visits }, place) => ({
      rank: place + 1,
      score: energy,
      smiles,
      runs: this.candidates[place]!.runs,
      visits,
    }));
  }
}

/** The isomers that a run met, its best among them also where there was no room to remember it. */
function isomersOf({ isomers, outcome }: WatchedRun): Candidate[] {
  const { bestCode, bestEnergy } = outcome;
  const met = (isomers?.codes ?? []).map((code, place) => ({
    code,
    energy: isomers!.energies[place]!,
    runs: 1,
    visits: isomers!.visits[place]!,
  }));
  const isBestMet = met.some(({ code }) => code === bestCode);
  return isBestMet ? met : [...met, { code: bestCode, energy: bestEnergy, runs: 1, visits: 0 }];
}
