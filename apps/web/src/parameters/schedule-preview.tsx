import { useSignal, useSignalEffect } from '@preact/signals';
import { formatCount, formatScore } from '../format.ts';
import { useSetup } from '../setup/setup-context.ts';
import { curvePath, type ScheduleCurve, scheduleCurve } from './schedule-curve.ts';

const WIDTH = 240;
const HEIGHT = 80;
/** The automatic schedule scores some dozen molecules first: not at every key. */
const AUTOMATIC_DELAY_MILLISECONDS = 300;

/** kT against step for what the fields say, drawn while they are changed. */
export function SchedulePreview() {
  const setup = useSetup();
  const curve = useSignal<ScheduleCurve | null>(null);
  useSignalEffect(() => {
    const asked = setup.setup.value;
    const draw = () => {
      curve.value = scheduleCurve(asked);
    };
    if (asked.schedule !== 'automatic') {
      draw();
      return;
    }
    const timer = setTimeout(draw, AUTOMATIC_DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  });
  const drawn = curve.value;
  return (
    <figure class="schedule-preview">
      <svg viewBox={`-2 -4 ${WIDTH + 4} ${HEIGHT + 8}`} aria-hidden="true" preserveAspectRatio="none">
        <path class="schedule-axis" d={`M0 0 V${HEIGHT} H${WIDTH}`} />
        {drawn !== null && <path class="schedule-line" d={curvePath(drawn, WIDTH, HEIGHT)} />}
      </svg>
      <figcaption>
        {drawn === null
          ? 'kT against step: drawn once formula and schedule are valid. The automatic schedule of logP or polar surface area is found when the run begins.'
          : `kT against step: ${formatScore(drawn.firstKT)} at first, ${formatScore(drawn.lastKT)} at step ${formatCount(drawn.totalSteps)}, the last.`}
      </figcaption>
    </figure>
  );
}
