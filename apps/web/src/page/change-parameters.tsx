import { useComputed } from '@preact/signals';
import { useComparison } from '../compare/comparison-context.ts';
import { MOST_RUNS } from '../compare/comparison-store.ts';
import { ParametersForm } from '../parameters/parameters-form.tsx';
import { useRun } from '../run/run-context.ts';
import { useSetup } from '../setup/setup-context.ts';

/** The parameters of the run that is shown, to be changed: for another run in its place, or for one beside it. */
export function ChangeParameters() {
  const run = useRun();
  const setup = useSetup();
  const comparison = useComparison();
  const isFaulty = useComputed(() => setup.faults.value.size > 0);
  const hasNoRoom = useComputed(() => isFaulty.value || comparison.others.value.length >= MOST_RUNS - 1);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isFaulty.value || (await run.open(setup.setup.value, run.pace.value))) return;
    const failure = run.failure.value;
    if (failure !== null) setup.refuse(failure.pointer, failure.message);
  };
  return (
    <details class="own-parameters">
      <summary>Change parameters</summary>
      <form class="own-formula" onSubmit={submit}>
        <ParametersForm />
        <div class="own-actions">
          <button type="submit" class="button-main" disabled={isFaulty}>
            Run again with these
          </button>
          <button type="button" disabled={hasNoRoom} onClick={() => comparison.add(setup.setup.value)}>
            Add to the comparison
          </button>
        </div>
      </form>
    </details>
  );
}
