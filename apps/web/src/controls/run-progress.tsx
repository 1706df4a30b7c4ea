import { useComputed } from '@preact/signals';
import { formatCount, formatDuration } from '../format.ts';
import { useRun } from '../run/run-context.ts';

/** How far the run is: steps, measured rate, time left. */
export function RunProgress() {
  const run = useRun();
  const total = useComputed(() => run.prepared.value?.totalSteps ?? 1);
  const steps = useComputed(() => `step ${formatCount(run.step.value)} of ${formatCount(total.value)}`);
  const rate = useComputed(() => {
    if (run.state.value === 'complete') return 'complete';
    const measured = run.rate.value;
    if (measured === null || measured <= 0) return run.state.value === 'running' ? '' : run.state.value;
    const left = (total.value - run.step.value) / measured;
    const shown = measured < 10 ? measured.toFixed(1) : formatCount(measured);
    return `${shown} steps/s · ${formatDuration(left)} left`;
  });
  return (
    <div class="run-progress">
      <progress max={total} value={run.step} aria-label="Progress of the run" />
      <p class="run-steps">{steps}</p>
      <p class="run-rate">{rate}</p>
    </div>
  );
}
