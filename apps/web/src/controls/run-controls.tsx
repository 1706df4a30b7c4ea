import './controls.css';
import { useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import { Keyboard } from './keyboard.tsx';
import { RunButtons } from './run-buttons.tsx';
import { RunProgress } from './run-progress.tsx';
import { SpeedSlider } from './speed-slider.tsx';

/** Everything that plays the run. */
export function RunControls({ onNewSeed }: { readonly onNewSeed: () => void }) {
  const run = useRun();
  const failure = useComputed(() => run.failure.value?.message ?? '');
  return (
    <section class="run-controls" aria-label="Run">
      <RunButtons onNewSeed={onNewSeed} />
      <SpeedSlider />
      <RunProgress />
      <p class="run-failure" role="alert">
        {failure}
      </p>
      <Keyboard />
    </section>
  );
}
