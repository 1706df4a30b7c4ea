import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { IsomerRefresh } from './isomer-refresh.ts';

const NONE: readonly IsomerMet[] = [];

/** The isomers that the run has met, in the order of discovery: up to date while they are in sight. */
export function useMetIsomers(isInSight: ReadonlySignal<boolean>): ReadonlySignal<readonly IsomerMet[]> {
  const run = useRun();
  const met = useSignal(NONE);
  const refresh = useRef<IsomerRefresh<readonly IsomerMet[]> | null>(null);
  refresh.current ??= new IsomerRefresh(
    () => run.isomers(),
    (isomers) => {
      met.value = isomers;
    },
    systemClock,
  );

  useSignalEffect(() => {
    const state = run.state.value;
    if (state === 'idle' || run.prepared.value === null) {
      refresh.current?.forget();
      met.value = NONE;
      return;
    }
    // Also what a person steps through one by one.
    run.step.value;
    if (!isInSight.value) return;
    if (state === 'running') refresh.current?.soon();
    else refresh.current?.now();
  });
  useEffect(() => () => refresh.current?.forget(), []);
  return met;
}
