/** What the charts know of a step. Scores and kT are in units of the score. */
export interface Point {
  readonly step: number;
  readonly kT: number;
  readonly currentScore: number;
  readonly bestScore: number;
  readonly acceptedMoves: number;
}
