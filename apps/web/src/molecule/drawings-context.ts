import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Drawings } from './drawings.ts';

/** One worker draws for all of the page. */
export const DrawingsContext = createContext<Drawings | null>(null);

export function useDrawings(): Drawings {
  const drawings = useContext(DrawingsContext);
  if (drawings === null) throw new Error('There is no DrawingsContext above this component.');
  return drawings;
}
