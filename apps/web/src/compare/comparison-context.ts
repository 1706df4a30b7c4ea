import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ComparisonStore } from './comparison-store.ts';

export const ComparisonContext = createContext<ComparisonStore | null>(null);

export function useComparison(): ComparisonStore {
  const store = useContext(ComparisonContext);
  if (store === null) throw new Error('There is no ComparisonContext above this component.');
  return store;
}
