import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClassStore } from './class-store.ts';

export const ClassContext = createContext<ClassStore | null>(null);

export function useClass(): ClassStore {
  const store = useContext(ClassContext);
  if (store === null) throw new Error('There is no ClassContext above this component.');
  return store;
}
