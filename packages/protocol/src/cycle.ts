/** The cycle that a step belongs to, from 1; 0 at step 0, before the run. */
export function cycleOf(step: number, stepsPerCycle: number): number {
  return step === 0 ? 0 : Math.floor((step - 1) / stepsPerCycle) + 1;
}
