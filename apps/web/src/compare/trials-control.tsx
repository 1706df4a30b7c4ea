import { useComputed } from '@preact/signals';
import { SEEDS_AT_ONCE, type SeedTrials } from './seed-trials.ts';
import type { ShownRun } from './shown-run.ts';

interface TrialsControlProps {
  readonly runs: readonly ShownRun[];
  readonly trials: SeedTrials;
}

/** Asks how often each configuration finds the best: one run can be luck. */
export function TrialsControl({ runs, trials }: TrialsControlProps) {
  const isRunning = trials.isRunning;
  const message = useComputed(() => {
    if (trials.failure.value !== null) return trials.failure.value;
    const counts = runs.map(({ id }) => trials.bestScores.value.get(id)?.length ?? 0);
    if (isRunning.value) return `Computing: ${counts.reduce((sum, count) => sum + count, 0)} runs so far.`;
    return 'One run can be luck. Every configuration is run with the same seeds, 1, 2, 3 and so on.';
  });
  const toggle = () => {
    if (isRunning.value) {
      trials.stop();
      return;
    }
    const candidates = runs.flatMap(({ id, run }) => {
      const configuration = run.prepared.value?.configuration;
      return configuration === undefined ? [] : [{ id, configuration }];
    });
    void trials.tryMore(candidates);
  };
  return (
    <div class="comparison-trials">
      <button type="button" onClick={toggle}>
        {isRunning.value ? 'Stop' : `Try each with ${SEEDS_AT_ONCE} more seeds`}
      </button>
      <p class="field-note" role="status">
        {message}
      </p>
    </div>
  );
}
