import { useComputed } from '@preact/signals';
import { RunCharts } from '../chart/run-charts.tsx';
import { RunControls } from '../controls/run-controls.tsx';
import { FormulaText } from '../formula/formula-text.tsx';
import { Molecules } from '../molecule/molecules.tsx';
import { PRESETS } from '../presets/presets.ts';
import { useRun } from '../run/run-context.ts';
import { ShareButton } from '../share/share-button.tsx';
import { StepBar } from '../step/step-bar.tsx';
import { StepPanel } from '../step/step-panel.tsx';
import { useStepStore } from '../step/use-step-store.ts';
import { objectiveInWords } from './objective-in-words.ts';

/** The run that is shown: what it is, molecules, controls, charts, and a step of it explained. */
export function RunView({ onNewSeed }: { readonly onNewSeed: () => void }) {
  const run = useRun();
  const step = useStepStore();
  const configuration = useComputed(() => run.prepared.value?.configuration ?? null);
  if (configuration.value === null) return null;
  const { formula, seed } = configuration.value;
  const preset = PRESETS.find((candidate) => candidate.configuration.formula === formula);
  return (
    <div class="run-view">
      <div class="run-title">
        <h1>
          <FormulaText formula={formula} />
          <span class="run-objective"> {objectiveInWords(configuration.value)}</span>
        </h1>
        <div class="run-identity">
          <p class="run-seed detail">seed {seed}</p>
          <ShareButton />
        </div>
        {preset !== undefined && <p class="run-lesson">{preset.lesson}</p>}
      </div>
      <Molecules />
      <RunControls onNewSeed={onNewSeed} />
      <StepBar store={step} />
      <RunCharts marked={step.marked} onPick={(picked) => step.look(picked)} />
      <StepPanel store={step} />
      <p class="field-note">
        The score is not an energy and no measure of stability; kT is in units of the score.
      </p>
    </div>
  );
}
