import { effect, type ReadonlySignal } from '@preact/signals';

/** Calls `draw` after the signal has changed, at most once a frame however often it does. Answers how to end that. */
export function drawEachFrame(revision: ReadonlySignal<unknown>, draw: () => void): () => void {
  let frame = 0;
  const stop = effect(() => {
    revision.value;
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
