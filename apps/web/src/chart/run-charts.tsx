import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { AcceptanceChart } from './acceptance-chart.tsx';
import { ScoreChart } from './score-chart.tsx';
import type { StepRange } from './step-range.ts';

interface RunChartsProps {
  /** The step with a mark, which can be dragged along; null for none. */
  readonly marked: ReadonlySignal<number | null>;
  /** Told the step at which the score chart was clicked, or to which the mark was dragged. */
  readonly onPick: (step: number) => void;
}

/** The charts of the run, one below the other, with steps at the same place and zoomed together. */
export function RunCharts({ marked, onPick }: RunChartsProps) {
  const zoom = useSignal<StepRange | null>(null);
  const isWhole = useComputed(() => zoom.value === null);
  return (
    <section class="charts" aria-label="Charts">
      <div class="charts-head">
        <h2>Score against step</h2>
        <p class="field-note detail">
          Click a step to have it explained, drag to zoom in. The temperature kT is in units of the score.
        </p>
        <button type="button" class="button-quiet" disabled={isWhole} onClick={() => (zoom.value = null)}>
          Whole run
        </button>
      </div>
      <ScoreChart zoom={zoom} marked={marked} onPick={onPick} />
      <div class="plot-small">
        <AcceptanceChart zoom={zoom} />
      </div>
    </section>
  );
}
