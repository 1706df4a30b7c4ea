/** Steps from `min` to `max`, both included; they need not be whole. */
export interface StepRange {
  readonly min: number;
  readonly max: number;
}
