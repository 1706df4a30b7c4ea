import { useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';

const TOGGLE_LABELS = {
  idle: 'Start',
  running: 'Pause',
  paused: 'Resume',
  complete: 'Complete',
  failed: 'Failed',
} as const;

/** Start, pause, resume, a single step, reset. */
export function RunButtons({ onNewSeed }: { readonly onNewSeed: () => void }) {
  const run = useRun();
  const isOver = useComputed(() => run.state.value === 'complete' || run.state.value === 'failed');
  const label = useComputed(() => TOGGLE_LABELS[run.state.value]);
  return (
    <div class="run-buttons">
      <button
        type="button"
        class="button-main run-toggle"
        data-state={run.state}
        disabled={isOver}
        onClick={() => run.toggle()}
      >
        {label}
      </button>
      <button type="button" class="run-step" disabled={isOver} onClick={() => run.stepBy(1)}>
        Step
      </button>
      <button type="button" class="run-reset" onClick={() => run.reset()}>
        Reset
      </button>
      <button type="button" class="run-new-seed" onClick={onNewSeed}>
        New seed
      </button>
    </div>
  );
}
