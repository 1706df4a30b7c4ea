import type { RunPlan } from '../setup/setup.ts';

/** Where the page shows its run. */
export interface RunScreen {
  /** Makes a run the one that the page shows, and starts it; false where it was refused. */
  open(plan: RunPlan): Promise<boolean>;
  /** Shows the run that is open, as it stands. */
  show(): void;
}
