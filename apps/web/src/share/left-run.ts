import type { RunPlace, RunState, ServerSession } from '../runner/runner.ts';
import type { RunPlan } from '../setup/setup.ts';

const KEY = 'webfaulon-run';
const STATES: readonly RunState[] = ['idle', 'running', 'paused', 'complete', 'failed'];

/** Where the run of this tab stands, beside its link: kept for when the page is loaded again. */
export type LeftRun = Pick<RunPlace, 'pace' | 'step' | 'state' | 'session'> & { readonly link: string };

export function keepLeftRun(left: LeftRun): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(left));
  } catch {
    // A private window may refuse; then the link alone is left, and the run begins anew.
  }
}

/** The run that this tab showed under a link. */
export function leftRun(link: string): LeftRun | null {
  try {
    const left = readLeftRun(sessionStorage.getItem(KEY) ?? '');
    return left?.link === link ? left : null;
  } catch {
    return null;
  }
}

export function placeOf({ configuration }: RunPlan, { pace, step, state, session }: LeftRun): RunPlace {
  return { configuration, pace, step, state, session };
}

/** Null if it is not what {@link keepLeftRun} wrote. */
export function readLeftRun(text: string): LeftRun | null {
  let left: Partial<LeftRun> | null;
  try {
    left = JSON.parse(text) as Partial<LeftRun> | null;
  } catch {
    return null;
  }
  const { link, pace, step, state, session } = left ?? {};
  const isPace = pace === null || (typeof pace === 'number' && pace > 0);
  if (typeof link !== 'string' || !isPace || !isCount(step)) return null;
  const known = STATES.find((name) => name === state);
  if (known === undefined || !isSession(session)) return null;
  return { link, pace, step, state: known, session };
}

function isSession(session: unknown): session is ServerSession | null {
  if (session === null) return true;
  const { id, resets } = (session ?? {}) as Partial<ServerSession>;
  return typeof id === 'string' && isCount(resets);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
