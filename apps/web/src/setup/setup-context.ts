import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SetupStore } from './setup-store.ts';

export const SetupContext = createContext<SetupStore | null>(null);

export function useSetup(): SetupStore {
  const store = useContext(SetupContext);
  if (store === null) throw new Error('There is no SetupContext above this component.');
  return store;
}
