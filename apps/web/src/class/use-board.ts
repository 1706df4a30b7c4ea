import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { WatchedBoard } from './board-watch.ts';
import { useClass } from './class-context.ts';

/** The board of a class, which is asked for as long as the component is there. */
export function useBoard(code: string): ReadonlySignal<WatchedBoard> {
  const classes = useClass();
  const watch = useMemo(() => classes.watch(code), [classes, code]);
  useEffect(() => () => watch.stop(), [watch]);
  return watch.watched;
}
