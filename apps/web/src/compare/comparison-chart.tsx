import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { colour, legendOf, lineWidth, stepAxis, valueAxis } from '../chart/axis-style.ts';
import { Plot, type PlotOptions } from '../chart/plot.tsx';
import type { StepRange } from '../chart/step-range.ts';
import { formatCount, formatScore } from '../format.ts';
import { alignedScores } from './aligned-scores.ts';
import { runName } from './run-name.ts';
import { runColour, runDash } from './run-style.ts';
import { scoreRange } from './score-range.ts';
import type { ShownRun } from './shown-run.ts';

export type ChartedScore = 'currentScore' | 'bestScore';

interface ComparisonChartProps {
  /** The page's own first. Read once: give the chart a key of the runs. */
  readonly runs: readonly ShownRun[];
  readonly score: ReadonlySignal<ChartedScore>;
  readonly zoom: Signal<StepRange | null>;
}

/** One score of all runs against step. */
export function ComparisonChart({ runs, score, zoom }: ComparisonChartProps) {
  const totalSteps = useComputed(() =>
    Math.max(1, ...runs.map(({ run }) => run.prepared.value?.totalSteps ?? 1)),
  );
  const revision = useComputed(() => [score.value, ...runs.map(({ run }) => run.revision.value)]);
  const label = useComputed(
    () => `Chart of the scores of ${runs.length} runs against step; the table below has their best.`,
  );
  const options = useRef(comparisonOptions(runs));
  const data = (): uPlot.AlignedData =>
    alignedScores(
      runs.map(({ run }) => run.points()),
      score.peek(),
    );
  return (
    <Plot
      options={options.current}
      revision={revision}
      data={data}
      totalSteps={totalSteps}
      zoom={zoom}
      label={label}
    />
  );
}

function comparisonOptions(runs: readonly ShownRun[]): (text: number) => PlotOptions {
  return (text) => ({
    legend: legendOf(...runs.map(({ slot }) => runColour(slot))),
    scales: {
      score: { range: (plot) => scoreRange(plot.data, plot.scales['x']?.min, plot.scales['x']?.max) },
    },
    axes: [stepAxis(text), { ...valueAxis(text, 'score'), label: 'score' }],
    series: [
      { label: 'step', value: (_plot, step: number | null) => (step === null ? '–' : formatCount(step)) },
      ...runs.map((shown) => ({
        label: runName(shown, runs[0]!),
        scale: 'score',
        stroke: colour(runColour(shown.slot)),
        width: lineWidth(text, 1.75),
        dash: runDash(shown.slot),
        paths: uPlot.paths.stepped!({ align: 1 }),
        points: { show: false },
        value: (_plot: uPlot, raw: number | null) => (raw === null ? '–' : formatScore(raw)),
      })),
    ],
  });
}
