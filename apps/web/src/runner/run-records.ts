/** Recorded steps as columns of equal length, in ascending order of step. Scores and temperatures are in units of the score. */
export interface RunRecords {
  /** 0 is the start molecule. */
  readonly step: readonly number[];
  /** The temperature that the step used. */
  readonly kT: readonly number[];
  readonly currentScore: readonly number[];
  readonly bestScore: readonly number[];
  readonly accepted: readonly boolean[];
  /** Counters up to and with the step; the four add up to it. */
  readonly acceptedMoves: readonly number[];
  readonly rejectedMoves: readonly number[];
  readonly invalidMoves: readonly number[];
  readonly disconnectedMoves: readonly number[];
  /** Canonical Kekulé SMILES of the molecules that the records show: each stands for one isomer. */
  readonly smiles: readonly string[];
  /** Indices into `smiles`: the current molecule and the best one after the step. */
  readonly current: readonly number[];
  readonly best: readonly number[];
}

/** One row of {@link RunRecords}. */
export interface StepRecord {
  readonly step: number;
  readonly kT: number;
  readonly currentScore: number;
  readonly bestScore: number;
  readonly accepted: boolean;
  readonly acceptedMoves: number;
  readonly rejectedMoves: number;
  readonly invalidMoves: number;
  readonly disconnectedMoves: number;
  readonly currentSmiles: string;
  readonly bestSmiles: string;
}

/** The row at an index of 0 .. length - 1. */
export function recordAt(records: RunRecords, index: number): StepRecord {
  return {
    step: records.step[index]!,
    kT: records.kT[index]!,
    currentScore: records.currentScore[index]!,
    bestScore: records.bestScore[index]!,
    accepted: records.accepted[index]!,
    acceptedMoves: records.acceptedMoves[index]!,
    rejectedMoves: records.rejectedMoves[index]!,
    invalidMoves: records.invalidMoves[index]!,
    disconnectedMoves: records.disconnectedMoves[index]!,
    currentSmiles: records.smiles[records.current[index]!]!,
    bestSmiles: records.smiles[records.best[index]!]!,
  };
}
