import type { DiscoveryState } from '@webfaulon/sa-core';

/** The isomers that a run met, each once, as columns of equal length. */
type MetIsomers = Pick<DiscoveryState, 'codes' | 'energies' | 'visits'>;

/** What a run came to, be it finished or cut short. */
export interface RunOutcome {
  readonly formula: string;
  readonly seed: number;
  /** Steps made: all of the run, or fewer where it was cut short. */
  readonly steps: number;
  readonly initialEnergy: number;
  readonly bestEnergy: number;
  /** The best isomer: its canonical Kekulé SMILES and its canonical code. */
  readonly bestSmiles: string;
  readonly bestCode: string;
  readonly acceptedMoves: number;
  readonly rejectedMoves: number;
  readonly invalidMoves: number;
  readonly disconnectedMoves: number;
  /** Undefined where the time of the run alone is not known. */
  readonly stepsPerSecond: number | undefined;
  /** Distinct isomers that the run met; undefined where nobody watched. */
  readonly isomersFound: number | undefined;
}

/** An outcome with the isomers behind it, which take more room than all the rest; without any where nobody watched. */
export interface WatchedRun {
  readonly outcome: RunOutcome;
  readonly isomers: MetIsomers | undefined;
}

/**
 * The isomers that a run is to remember: all that it can meet, up to what takes some 200 MB. Those met first are remembered, so
 * the number found by a run of more steps is a lower bound.
 */
export function discoveryCapacity(totalSteps: number): number {
  return Math.min(totalSteps + 1, 1_000_000);
}
