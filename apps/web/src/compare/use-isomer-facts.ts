import { effect, type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LatestOnly } from '../latest-only.ts';
import type { RunStore } from '../run/run-store.ts';
import { RunnerError } from '../runner/runner.ts';
import { type IsomerFacts, isomerFacts } from './isomer-facts.ts';

/** Isomers are asked for no more often than this: a long run has met thousands. */
const MILLISECONDS = 3000;

/** What a run has met, asked for while it goes on; null until the first answer. */
export function useIsomerFacts(run: RunStore): ReadonlySignal<IsomerFacts | null> {
  const facts = useSignal<IsomerFacts | null>(null);
  useEffect(() => {
    const asking = new LatestOnly<RunStore>(MILLISECONDS, async (asked) => {
      try {
        const isomers = await asked.isomers();
        const bestScore = asked.latest.value?.bestScore;
        if (bestScore !== undefined) facts.value = isomerFacts(isomers, bestScore);
      } catch (error) {
        // The run is gone: the last answer stays.
        if (!(error instanceof RunnerError)) throw error;
      }
    });
    const stop = effect(() => {
      run.revision.value;
      run.state.value;
      asking.want(run);
    });
    return () => {
      stop();
      asking.stop();
    };
  }, [run]);
  return facts;
}
