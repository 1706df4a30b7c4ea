import type { SliceClass } from './ready-queue.ts';

/** What a slice was, in numbers. */
export interface SliceFigures {
  /** Steps made. */
  readonly steps: number;
  /** Time on the worker thread, and the part of it in which steps were made and recorded; milliseconds. */
  readonly milliseconds: number;
  readonly advanceMilliseconds: number;
}

/** Whoever wants to know what the annealing pool does; called on the event loop for each slice, so it must be quick. */
export interface SliceObserver {
  /** A slice, or a question, has got its turn after so many milliseconds. */
  waited(sliceClass: SliceClass, milliseconds: number): void;
  computed(figures: SliceFigures): void;
}
