import { useComputed, useSignal } from '@preact/signals';
import { AcceptanceChart } from './acceptance-chart.tsx';
import { ScoreChart } from './score-chart.tsx';
import type { StepRange } from './step-range.ts';

/** The charts of the run, one below the other, with steps at the same place and zoomed together. */
export function RunCharts() {
  const zoom = useSignal<StepRange | null>(null);
  const isWhole = useComputed(() => zoom.value === null);
  return (
    <section class="charts" aria-label="Charts">
      <div class="charts-head">
        <h2>Score against step</h2>
        <p class="field-note detail">Drag to zoom in. The temperature kT is in units of the score.</p>
        <button type="button" class="button-quiet" disabled={isWhole} onClick={() => (zoom.value = null)}>
          Whole run
        </button>
      </div>
      <ScoreChart zoom={zoom} />
      <div class="plot-small">
        <AcceptanceChart zoom={zoom} />
      </div>
    </section>
  );
}
