import { useComputed } from '@preact/signals';
import { formatScore } from '../format.ts';
import { useRun } from '../run/run-context.ts';
import { MoleculeDrawing } from './molecule-drawing.tsx';
import { prefersReducedMotion } from './reduced-motion.ts';

/** Ten pictures a second are as many as can be seen; less motion means one a second. */
const MILLISECONDS = 100;
const CALM_MILLISECONDS = 1000;

/** The molecule at which the walk stands. */
export function CurrentMolecule() {
  const run = useRun();
  const smiles = useComputed(() => run.latest.value?.currentSmiles ?? null);
  const score = useComputed(() => run.latest.value?.currentScore ?? null);
  return (
    <figure class="molecule molecule-current">
      <figcaption>
        <span class="molecule-title">Current</span>
        <span class="molecule-score">
          score <strong>{score.value === null ? '–' : formatScore(score.value)}</strong>
        </span>
      </figcaption>
      <MoleculeDrawing
        smiles={smiles}
        milliseconds={prefersReducedMotion() ? CALM_MILLISECONDS : MILLISECONDS}
      />
    </figure>
  );
}
