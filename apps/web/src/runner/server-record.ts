import type { ProgressEvent, SessionStatus } from '@webfaulon/protocol';
import type { RunRecords, StepRecord } from './run-records.ts';

/** What an event, or the status, tells of a step. The status does not say whether its step was accepted. */
export function recordOf(told: ProgressEvent | SessionStatus): StepRecord {
  return {
    step: told.step,
    kT: told.temperature,
    currentScore: told.current_energy,
    bestScore: told.best_energy,
    accepted: 'accepted' in told && told.accepted,
    acceptedMoves: told.accepted_moves,
    rejectedMoves: told.rejected_moves,
    invalidMoves: told.invalid_moves,
    disconnectedMoves: told.disconnected_moves,
    currentSmiles: told.current_smiles,
    bestSmiles: told.best_smiles,
  };
}

/** The columns of rows in ascending order of step. */
export function recordsOf(rows: readonly StepRecord[]): RunRecords {
  const places = new Map<string, number>();
  const placeOf = (smiles: string) => {
    const place = places.get(smiles) ?? places.size;
    places.set(smiles, place);
    return place;
  };
  return {
    step: rows.map((row) => row.step),
    kT: rows.map((row) => row.kT),
    currentScore: rows.map((row) => row.currentScore),
    bestScore: rows.map((row) => row.bestScore),
    accepted: rows.map((row) => row.accepted),
    acceptedMoves: rows.map((row) => row.acceptedMoves),
    rejectedMoves: rows.map((row) => row.rejectedMoves),
    invalidMoves: rows.map((row) => row.invalidMoves),
    disconnectedMoves: rows.map((row) => row.disconnectedMoves),
    current: rows.map((row) => placeOf(row.currentSmiles)),
    best: rows.map((row) => placeOf(row.bestSmiles)),
    smiles: [...places.keys()],
  };
}
