import type { RunPlan } from '../setup/setup.ts';
import type { ClassStore } from './class-store.ts';

/** Makes a run the one that the page shows, and starts it; false where it was refused. */
export type OpenRun = (plan: RunPlan) => Promise<boolean>;

/** Shows this member's run, where it was. The invitation stands in the address, so that a reload comes back to it. */
export async function playRun(classes: ClassStore, onOpen: OpenRun): Promise<void> {
  const [plan, membership] = [classes.plan(), classes.membership.peek()];
  if (plan === null || membership === null) return;
  classes.show({ kind: 'invitation', code: membership.code });
  if (!classes.isMine() && !(await onOpen(plan))) return;
  classes.show(null);
  await classes.catchUp();
}
