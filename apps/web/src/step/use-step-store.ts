import { useEffect, useRef } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import { StepStore } from './step-store.ts';

/** The step that is looked at, for as long as the component is shown. */
export function useStepStore(): StepStore {
  const run = useRun();
  const store = useRef<StepStore | null>(null);
  store.current ??= new StepStore(run);
  useEffect(() => () => store.current?.dispose(), []);
  return store.current;
}
