import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RunStore } from './run-store.ts';

/** Who composes the page provides the store; every component below reads it with {@link useRun}. */
export const RunContext = createContext<RunStore | null>(null);

export function useRun(): RunStore {
  const store = useContext(RunContext);
  if (store === null) throw new Error('There is no RunContext above this component.');
  return store;
}
