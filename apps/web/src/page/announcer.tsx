import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatCount, formatScore } from '../format.ts';
import { LatestOnly } from '../latest-only.ts';
import { useRun } from '../run/run-context.ts';

/** Time to listen to one announcement before the next. */
const MILLISECONDS = 3000;

/** Tells a screen reader of new bests and of the end, politely: the newest, when it has finished the one before. */
export function Announcer() {
  const run = useRun();
  const text = useSignal('');
  const speech = useRef<LatestOnly<string> | null>(null);
  speech.current ??= new LatestOnly(MILLISECONDS, async (sentence) => {
    text.value = sentence;
  });

  // One effect for both: of two, the one for the end can run first, and the last best would then be the newest.
  useSignalEffect(() => {
    const at = run.bestFoundAt.value;
    const isComplete = run.state.value === 'complete';
    const score = run.latest.peek()?.bestScore;
    if (score === undefined) return;
    if (isComplete) speech.current?.want(`The run is complete. Best score ${formatScore(score)}.`);
    else if (at > 0)
      speech.current?.want(`New best score ${formatScore(score)}, at step ${formatCount(at)}.`);
  });
  useEffect(() => () => speech.current?.stop(), []);

  return (
    <p class="off-screen" role="status" aria-live="polite">
      {text}
    </p>
  );
}
