import { useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import { PACE_STOPS, paceInWords, stopOf } from './pace-stops.ts';

/** From one step a second to as fast as possible; acts at once. */
export function SpeedSlider() {
  const run = useRun();
  const stop = useComputed(() => stopOf(run.pace.value));
  const words = useComputed(() => paceInWords(run.pace.value));
  return (
    <div class="speed">
      <label for="speed">Speed</label>
      <input
        id="speed"
        type="range"
        min={0}
        max={PACE_STOPS.length - 1}
        step={1}
        value={stop}
        aria-valuetext={words}
        onInput={(event) => run.setPace(PACE_STOPS[Number(event.currentTarget.value)]!)}
      />
      <output for="speed">{words}</output>
    </div>
  );
}
