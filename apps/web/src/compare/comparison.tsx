import './compare.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StepRange } from '../chart/step-range.ts';
import { useRun } from '../run/run-context.ts';
import { startLocalRunner } from '../runner/start-local-runner.ts';
import { AddRun } from './add-run.tsx';
import { type ChartedScore, ComparisonChart } from './comparison-chart.tsx';
import { useComparison } from './comparison-context.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { Remarks } from './remarks.tsx';
import { runName } from './run-name.ts';
import { SeedTrials } from './seed-trials.ts';
import { shownRuns } from './shown-run.ts';
import { TrialsControl } from './trials-control.tsx';

const SCORES: readonly [ChartedScore, string][] = [
  ['currentScore', 'current score'],
  ['bestScore', 'best score so far'],
];

/** The page's own run and others on one chart, and what they have come to in a table. */
export function Comparison() {
  const own = useRun();
  const comparison = useComparison();
  const runs = useComputed(() => shownRuns(own, comparison));
  // A chart is made for runs of these names.
  const names = useComputed(() => runs.value.map((shown) => `${shown.id} ${runName(shown, runs.value[0]!)}`));
  const zoom = useSignal<StepRange | null>(null);
  const isWhole = useComputed(() => zoom.value === null);
  const score = useSignal<ChartedScore>('currentScore');
  const trials = useTrials();
  const refusal = useComputed(() => comparison.refusal.value?.message ?? '');
  const remove = (id: number) => {
    comparison.remove(id);
    trials.forget(id);
  };
  return (
    <section class="comparison" aria-labelledby="comparison-title">
      <div class="charts-head">
        <h2 id="comparison-title">Compare runs</h2>
        <label class="comparison-score">
          Show the{' '}
          <select
            value={score}
            onInput={(event) => {
              score.value = event.currentTarget.value as ChartedScore;
            }}
          >
            {SCORES.map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button-quiet" disabled={isWhole} onClick={() => (zoom.value = null)}>
          Whole run
        </button>
      </div>
      <ComparisonChart key={names.value.join('\n')} runs={runs.value} score={score} zoom={zoom} />
      <Remarks runs={runs.value} />
      <ComparisonTable runs={runs.value} trials={trials} onRemove={remove} />
      <AddRun />
      <TrialsControl runs={runs.value} trials={trials} />
      <p class="run-failure" role="alert">
        {refusal}
      </p>
    </section>
  );
}

/** Trials on a runner of their own, which ends with the component. They are forgotten when the page's own run gets other parameters. */
function useTrials(): SeedTrials {
  const own = useRun();
  const trials = useRef<SeedTrials | null>(null);
  trials.current ??= new SeedTrials(startLocalRunner);
  useEffect(() => {
    const current = trials.current!;
    return () => current.stop();
  }, []);
  const configuration = own.prepared.value?.configuration;
  const exceptSeed = JSON.stringify({ ...configuration, seed: 0 });
  useEffect(() => trials.current?.forgetAll(), [exceptSeed]);
  return trials.current;
}
