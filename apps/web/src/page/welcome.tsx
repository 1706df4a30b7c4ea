import { useComputed } from '@preact/signals';
import { useClass } from '../class/class-context.ts';
import { FormulaField } from '../formula/formula-field.tsx';
import { judgeFormula } from '../formula/formula-judgement.ts';
import { ParametersForm } from '../parameters/parameters-form.tsx';
import { PresetCards } from '../presets/preset-cards.tsx';
import { useRun } from '../run/run-context.ts';
import type { RunPlan } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { TrueWords } from './true-words.tsx';

/** The first screen: a tap on a preset starts a run, and below it any formula can be chosen. */
export function Welcome({ onOpen }: { readonly onOpen: (plan: RunPlan) => void }) {
  const { isAvailable } = useClass();
  return (
    <>
      <section class="welcome">
        <h1>Watch simulated annealing search all molecules of one formula</h1>
        <TrueWords />
        <div class="welcome-start">
          <h2>Tap one to start</h2>
          {isAvailable && (
            <button
              type="button"
              class="button-quiet"
              onClick={() => document.getElementById('class-code')?.focus()}
            >
              In a class? Enter its code
            </button>
          )}
        </div>
        <PresetCards onChoose={onOpen} />
      </section>
      <OwnFormula onOpen={onOpen} />
    </>
  );
}

function OwnFormula({ onOpen }: { readonly onOpen: (plan: RunPlan) => void }) {
  const setup = useSetup();
  const run = useRun();
  const isReady = useComputed(
    () => setup.faults.value.size === 0 && judgeFormula(setup.setup.value.formula).kind === 'possible',
  );
  const failure = useComputed(() => run.failure.value?.message ?? '');
  const submit = (event: Event) => {
    event.preventDefault();
    if (isReady.value) onOpen({ configuration: setup.setup.value, pace: 100 });
  };
  return (
    <form class="own-formula" aria-labelledby="own-formula-title" onSubmit={submit}>
      <h2 id="own-formula-title">Or any formula</h2>
      <FormulaField />
      <details class="own-parameters">
        <summary>Parameters</summary>
        <ParametersForm />
      </details>
      <button type="submit" class="button-main" disabled={!isReady.value}>
        Start
      </button>
      <p class="run-failure" role="alert">
        {failure}
      </p>
    </form>
  );
}
