import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import uPlot from 'uplot';
import { formatCount, formatScore } from '../format.ts';
import { useRun } from '../run/run-context.ts';
import { colour, legendOf, lineWidth, rightAxis, stepAxis, valueAxis } from './axis-style.ts';
import { Plot, type PlotOptions } from './plot.tsx';
import type { StepRange } from './step-range.ts';

const value = (_plot: uPlot, raw: number | null) => (raw === null ? '–' : formatScore(raw));

interface ScoreChartProps {
  readonly zoom: Signal<StepRange | null>;
  readonly marked: ReadonlySignal<number | null>;
  readonly onPick: (step: number) => void;
}

/** The score of the current and of the best molecule against step, and kT on an axis of its own. */
export function ScoreChart({ zoom, marked, onPick }: ScoreChartProps) {
  const run = useRun();
  const totalSteps = useComputed(() => run.prepared.value?.totalSteps ?? 1);
  const label = useComputed(() => {
    const record = run.latest.value;
    if (record === null) return 'Chart of the score against step, still empty.';
    // No more often than a listener could follow.
    const step = Math.floor(record.step / 100) * 100;
    return `Chart of scores and kT against step. About step ${step}: best score ${formatScore(record.bestScore)}.`;
  });
  const data = (): uPlot.AlignedData => {
    const points = run.points();
    return [
      points.map(({ step }) => step),
      points.map(({ kT }) => kT),
      points.map(({ currentScore }) => currentScore),
      points.map(({ bestScore }) => bestScore),
    ];
  };
  return (
    <Plot
      options={scoreOptions}
      revision={run.revision}
      data={data}
      totalSteps={totalSteps}
      zoom={zoom}
      label={label}
      mark={{ marked, onPick }}
    />
  );
}

function scoreOptions(text: number): PlotOptions {
  const stepped = uPlot.paths.stepped!({ align: 1 });
  const points = { show: false };
  return {
    cursor: { sync: { key: 'run' } },
    legend: legendOf('--chart-temperature', '--chart-current', '--chart-best'),
    scales: { score: {}, kT: { range: (_plot, _min, max) => [0, Math.max(max ?? 0, Number.MIN_VALUE)] } },
    axes: [
      stepAxis(text),
      { ...valueAxis(text, 'score'), label: 'score' },
      { ...rightAxis(text, 'kT'), label: 'kT' },
    ],
    series: [
      { label: 'step', value: (_plot, step: number | null) => (step === null ? '–' : formatCount(step)) },
      {
        label: 'kT',
        scale: 'kT',
        stroke: colour('--chart-temperature'),
        width: lineWidth(text, 1.5),
        dash: [6, 4],
        points,
        value,
      },
      {
        label: 'current',
        scale: 'score',
        stroke: colour('--chart-current'),
        width: lineWidth(text, 1.25),
        paths: stepped,
        points,
        value,
      },
      {
        label: 'best',
        scale: 'score',
        stroke: colour('--chart-best'),
        width: lineWidth(text, 2.5),
        paths: stepped,
        points,
        value,
      },
    ],
  };
}
