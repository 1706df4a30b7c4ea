import { advanceSlice as advanceWell } from '../../dist/annealing/advance.worker.js';

/** As advance.worker, but ethane throws at its first steps, propane ends the thread, and butane has no replay of every 7th step. */
export function advanceSlice(task) {
  if (task.steps > 0 && task.configuration.formula === 'C2H6') throw new Error('ethane');
  if (task.steps > 0 && task.configuration.formula === 'C3H8') process.exit(1);
  if (task.every === 7 && task.configuration.formula === 'C4H10') throw new Error('butane');
  return advanceWell(task);
}
