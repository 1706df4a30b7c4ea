import { useComputed } from '@preact/signals';
import { formatCount, formatScore } from '../format.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useRun } from '../run/run-context.ts';
import { CopyButton } from './copy-button.tsx';
import { MoleculeDownloads } from './molecule-downloads.tsx';
import { MoleculeDrawing } from './molecule-drawing.tsx';

const BestName = lazyPart(async () => (await import('../names/best-name.tsx')).BestName);

/** The best molecule so far, large, with its score and SMILES. */
export function BestMolecule() {
  const run = useRun();
  const smiles = useComputed(() => run.latest.value?.bestSmiles ?? null);
  const score = useComputed(() => run.latest.value?.bestScore ?? null);
  const fileName = useComputed(() => `${run.prepared.value?.configuration.formula}-best`);
  const found = useComputed(() => run.bestFoundAt.value);
  return (
    <figure class="molecule molecule-best">
      <figcaption>
        <span class="molecule-title">Best so far</span>
        <span class="molecule-score">
          score <strong>{score.value === null ? '–' : formatScore(score.value)}</strong>
        </span>
      </figcaption>
      <MoleculeDrawing smiles={smiles} />
      <p class="molecule-name">
        <BestName />
      </p>
      <p class="molecule-note">
        <code class="molecule-smiles">{smiles}</code>
        <CopyButton text={smiles} label="Copy SMILES" />
        <span class="molecule-found">
          {found.value === 0 ? 'the start molecule' : `found at step ${formatCount(found.value)}`}
        </span>
        <MoleculeDownloads smiles={smiles} name={fileName} />
      </p>
    </figure>
  );
}
