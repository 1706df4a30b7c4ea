import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import { type KnownNames, knownNamesOf } from './known-names.ts';

/** Of the formula that was asked for last: several parts of the page ask for the same. */
let latest: { readonly formula: string; readonly names: KnownNames } | undefined;

/** The names known among the isomers of the run's formula. The table comes along: for parts that are fetched when shown. */
export function useKnownNames(): ReadonlySignal<KnownNames> {
  const run = useRun();
  const formula = useComputed(() => run.prepared.value?.configuration.formula ?? '');
  return useComputed(() => {
    if (latest?.formula !== formula.value)
      latest = { formula: formula.value, names: knownNamesOf(formula.value) };
    return latest.names;
  });
}
