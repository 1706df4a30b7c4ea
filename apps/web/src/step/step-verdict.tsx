import { useComputed } from '@preact/signals';
import { formatCount } from '../format.ts';
import { useRun } from '../run/run-context.ts';
import { moveInWords } from './move-in-words.ts';
import type { StepStore } from './step-store.ts';
import { verdictOf } from './verdict.ts';

/** What became of the step and why, and what it had tried. */
export function StepVerdict({ store }: { readonly store: StepStore }) {
  const run = useRun();
  const words = useComputed(() => {
    const explained = store.explained.value;
    const mode = run.prepared.value?.configuration.optimization_mode ?? 'MINIMIZE';
    return explained === null
      ? null
      : { step: explained.step, ...verdictOf(explained, mode), move: moveInWords(explained) };
  });
  const failure = useComputed(() => store.failure.value ?? '');
  // A run that is followed would be talked about without end.
  const politeness = useComputed(() => (store.pinned.value === null ? 'off' : 'polite'));
  const shown = words.value;
  return (
    <>
      <div class="step-verdict" aria-live={politeness} data-outcome={shown?.outcome}>
        {shown === null ? (
          <p>No step has been played yet.</p>
        ) : (
          <>
            <p class="step-outcome">
              <strong>{shown.title}</strong> <span>step {formatCount(shown.step)}</span>
            </p>
            <p>{shown.text}</p>
            <p class="step-move">
              <strong>{shown.move.title}.</strong> {shown.move.text}
            </p>
          </>
        )}
      </div>
      <p class="step-failure" role="alert">
        {failure}
      </p>
    </>
  );
}
