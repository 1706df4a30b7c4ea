import { useEffect, useRef } from 'preact/hooks';
import { useDrawings } from '../molecule/drawings-context.ts';
import { safeSvg } from '../molecule/safe-svg.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { useInSight } from './use-in-sight.ts';

interface LazyDrawingProps {
  readonly smiles: string;
  /** Shared by the drawings of a gallery, so that a molecule that is being watched waits for one of them at most. */
  readonly queue: OneAtATime;
}

/** A structural formula that is drawn once it comes into sight. */
export function LazyDrawing({ smiles, queue }: LazyDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawings = useDrawings();
  const isInSight = useInSight(box).value;
  const drawn = useRef('');
  useEffect(() => {
    if (!isInSight || drawn.current === smiles) return;
    return queue.add(async () => {
      const svg = safeSvg(await drawings.draw({ smiles }));
      if (svg === null || box.current === null) return;
      box.current.replaceChildren(svg);
      drawn.current = smiles;
    });
  }, [isInSight, smiles, queue, drawings]);
  return <div class="isomer-drawing" ref={box} />;
}
