import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import type { KnownNames } from './known-names.ts';

const NONE: KnownNames = new Map();

/** The names known among the isomers of the run's formula. The table is a file of its own; until it is there, none are. */
export function useKnownNames(): ReadonlySignal<KnownNames> {
  const run = useRun();
  const names = useSignal(NONE);
  useSignalEffect(() => {
    const formula = run.prepared.value?.configuration.formula;
    names.value = NONE;
    if (formula === undefined) return;
    let isWanted = true;
    void import('./known-names.ts').then(({ knownNamesOf }) => {
      if (isWanted) names.value = knownNamesOf(formula);
    });
    return () => {
      isWanted = false;
    };
  });
  return names;
}
