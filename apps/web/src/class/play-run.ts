import type { RunPlan } from '../setup/setup.ts';
import type { ClassStore } from './class-store.ts';

/** Where the page shows its run. */
export interface RunScreen {
  /** Makes a run the one that the page shows, and starts it; false where it was refused. */
  open(plan: RunPlan): Promise<boolean>;
  /** Shows the run that is open, as it stands. */
  show(): void;
}

/** Shows this member's run, where it was. The invitation stands in the address, so that a reload comes back to it. */
export async function playRun(classes: ClassStore, runScreen: RunScreen): Promise<void> {
  const [plan, membership] = [classes.plan(), classes.membership.peek()];
  if (plan === null || membership === null) return;
  classes.show({ kind: 'invitation', code: membership.code });
  if (classes.isMine()) runScreen.show();
  else if (!(await runScreen.open(plan))) return;
  classes.show(null);
  await classes.catchUp();
}
