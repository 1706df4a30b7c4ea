import { useComputed } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { formatCount } from '../format.ts';
import { useRun } from '../run/run-context.ts';
import type { StepStore } from './step-store.ts';

/** Chooses the step: by sliding, one by one, by its number, or the newest. */
export function StepNavigation({ store }: { readonly store: StepStore }) {
  const run = useRun();
  const last = useComputed(() => Math.max(1, run.step.value));
  const hasNone = useComputed(() => run.step.value === 0);
  const isFirst = useComputed(() => store.step.value <= 1);
  const isLast = useComputed(() => store.step.value >= run.step.value);
  const isFollowing = useComputed(() => store.pinned.value === null);
  const words = useComputed(() => `step ${formatCount(store.step.value)}`);
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    store.look(currentTarget.valueAsNumber);
    // What cannot be looked at gives way to what is.
    currentTarget.value = String(store.step.value);
  };
  return (
    <div class="step-navigation">
      <input
        class="step-slider"
        type="range"
        min={1}
        max={last}
        value={store.step}
        disabled={hasNone}
        aria-label="Step to look at"
        aria-valuetext={words}
        onInput={(event) => store.look(Number(event.currentTarget.value))}
      />
      <button type="button" disabled={isFirst} aria-label="Previous step" onClick={() => store.lookBy(-1)}>
        ←
      </button>
      <label class="step-number">
        step
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={last}
          value={store.step}
          disabled={hasNone}
          onFocus={() => store.look(store.step.value)}
          onChange={choose}
        />
      </label>
      <button type="button" disabled={isLast} aria-label="Next step" onClick={() => store.lookBy(1)}>
        →
      </button>
      <button type="button" class="step-follow" aria-pressed={isFollowing} onClick={() => store.follow()}>
        Follow the run
      </button>
    </div>
  );
}
