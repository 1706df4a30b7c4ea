import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LatestOnly } from '../latest-only.ts';
import { useDrawings } from './drawings-context.ts';
import { safeSvg } from './safe-svg.ts';

interface MoleculeDrawingProps {
  /** Null draws nothing and keeps the place. */
  readonly smiles: ReadonlySignal<string | null>;
  /** The least time between two drawings: what changes faster is skipped. */
  readonly milliseconds?: number;
}

/** The structural formula of a molecule that changes, in a box of the size that its surroundings give it. */
export function MoleculeDrawing({ smiles, milliseconds = 0 }: MoleculeDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawings = useDrawings();
  const latest = useRef<LatestOnly<string> | null>(null);
  latest.current ??= new LatestOnly(milliseconds, async (wanted) => {
    const svg = safeSvg(await drawings.draw({ smiles: wanted }));
    // The picture stays until the next is there, so that nothing flickers.
    if (svg !== null) box.current?.replaceChildren(svg);
  });

  useSignalEffect(() => {
    if (smiles.value === null) box.current?.replaceChildren();
    else latest.current?.want(smiles.value);
  });
  useEffect(() => () => latest.current?.stop(), []);

  return <div class="molecule-drawing" ref={box} />;
}
