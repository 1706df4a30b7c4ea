import { useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import { useComparison } from './comparison-context.ts';
import { MOST_RUNS } from './comparison-store.ts';
import { VARIATION_NAMES, vary } from './variations.ts';

/** Adds a run that differs from the page's own in one thing. */
export function AddRun() {
  const own = useRun();
  const comparison = useComparison();
  const isFull = useComputed(() => comparison.others.value.length >= MOST_RUNS - 1);
  const add = (name: (typeof VARIATION_NAMES)[number]) => {
    const configuration = own.prepared.value?.configuration;
    if (configuration === undefined) return;
    const others = comparison.others.value.flatMap(({ run }) => run.prepared.value?.configuration.seed ?? []);
    void comparison.add(vary(name, configuration, [configuration.seed, ...others]));
  };
  return (
    <fieldset class="comparison-add">
      <legend>Add a run</legend>
      {VARIATION_NAMES.map((name) => (
        <button key={name} type="button" disabled={isFull} onClick={() => add(name)}>
          {name}
        </button>
      ))}
      <p class="field-note">
        {isFull.value
          ? `${MOST_RUNS} runs are as many as can be told apart: remove one first.`
          : 'Computed at once in this browser. Any other change: under “Change parameters”.'}
      </p>
    </fieldset>
  );
}
