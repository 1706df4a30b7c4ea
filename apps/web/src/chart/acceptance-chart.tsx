import { type Signal, useComputed } from '@preact/signals';
import type uPlot from 'uplot';
import { formatCount, formatShare } from '../format.ts';
import { acceptanceRates } from '../run/acceptance-rate.ts';
import { useRun } from '../run/run-context.ts';
import { colour, legendOf, lineWidth, rightAxis, stepAxis, valueAxis } from './axis-style.ts';
import { Plot, type PlotOptions } from './plot.tsx';
import type { StepRange } from './step-range.ts';

/** The rate is taken over this share of the run, and over no fewer steps than the second number. */
const WINDOW_SHARE = 0.05;
const LEAST_WINDOW = 20;

/** The share of recent steps that were accepted, against step. */
export function AcceptanceChart({ zoom }: { readonly zoom: Signal<StepRange | null> }) {
  const run = useRun();
  const totalSteps = useComputed(() => run.prepared.value?.totalSteps ?? 1);
  const label = useComputed(() => 'Chart of the acceptance rate against step.');
  const data = (): uPlot.AlignedData => {
    const points = run.points();
    const window = Math.max(LEAST_WINDOW, WINDOW_SHARE * totalSteps.peek());
    return [points.map(({ step }) => step), acceptanceRates(points, window)];
  };
  return (
    <Plot
      options={acceptanceOptions}
      revision={run.revision}
      data={data}
      totalSteps={totalSteps}
      zoom={zoom}
      label={label}
    />
  );
}

function acceptanceOptions(text: number): PlotOptions {
  return {
    cursor: { sync: { key: 'run' } },
    legend: legendOf('--chart-current'),
    scales: { rate: { range: [0, 1] } },
    axes: [
      stepAxis(text),
      {
        ...valueAxis(text, 'rate'),
        label: 'accepted',
        values: (_plot, shares) => shares.map(formatShare),
        splits: [0, 0.5, 1],
      },
      // Empty, so that both charts have their steps at the same place.
      { ...rightAxis(text, 'rate'), label: ' ', values: () => [], ticks: { show: false } },
    ],
    series: [
      { label: 'step', value: (_plot, step: number | null) => (step === null ? '–' : formatCount(step)) },
      {
        label: 'accepted',
        scale: 'rate',
        stroke: colour('--chart-current'),
        width: lineWidth(text, 1.5),
        points: { show: false },
        value: (_plot, share: number | null) => (share === null ? '–' : formatShare(share)),
      },
    ],
  };
}
