import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDrawings } from '../molecule/drawings-context.ts';
import { safeSvg } from '../molecule/safe-svg.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { useInSight } from './use-in-sight.ts';

interface LazyDrawingProps {
  readonly smiles: string;
  /** Shared by the drawings of a gallery, so that a molecule that is being watched waits for one of them at most. */
  readonly queue: OneAtATime;
}

/** A structural formula that is drawn once it comes into sight; another molecule takes its place without moving anything. */
export function LazyDrawing({ smiles, queue }: LazyDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawings = useDrawings();
  const isInSight = useInSight(box).value;
  /** What the box shows, '' for nothing. */
  const drawn = useRef('');

  useLayoutEffect(() => {
    if (drawn.current === smiles) return undefined;
    // No picture stays above the figures of another molecule.
    box.current?.replaceChildren();
    drawn.current = '';
    if (!isInSight) return undefined;
    let isWanted = true;
    const show = (drawing: string) => {
      const svg = safeSvg(drawing);
      if (!isWanted || svg === null) return;
      box.current?.replaceChildren(svg);
      drawn.current = smiles;
    };
    const remembered = drawings.remembered({ smiles });
    if (remembered !== undefined) show(remembered);
    const takeBack =
      remembered === undefined ? queue.add(async () => show(await drawings.draw({ smiles }))) : () => {};
    return () => {
      isWanted = false;
      takeBack();
    };
  }, [isInSight, smiles, queue, drawings]);
  return <div class="isomer-drawing" ref={box} />;
}
