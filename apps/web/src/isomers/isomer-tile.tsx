import { formatCount, formatScore } from '../format.ts';
import { NAME_SOURCES } from '../names/known-group.ts';
import type { KnownName } from '../names/known-names.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { LazyDrawing } from './lazy-drawing.tsx';
import type { OneAtATime } from './one-at-a-time.ts';

interface IsomerTileProps {
  readonly isomer: IsomerMet;
  readonly known: KnownName | undefined;
  readonly isBest: boolean;
  readonly queue: OneAtATime;
}

export function IsomerTile({ isomer, known, isBest, queue }: IsomerTileProps) {
  const { smiles, score, firstStep, visits } = isomer;
  const title = known === undefined ? smiles : `${known.name} (${NAME_SOURCES[known.source]})\n${smiles}`;
  return (
    <li class="isomer" data-best={isBest} title={title}>
      <LazyDrawing smiles={smiles} queue={queue} />
      <p class="isomer-name">
        {known === undefined ? <code class="isomer-smiles">{smiles}</code> : known.name}
      </p>
      <p class="isomer-figures-line">
        {isBest ? 'best' : 'score'} <strong>{formatScore(score)}</strong>, {formatCount(visits)}{' '}
        {visits === 1 ? 'visit' : 'visits'}
      </p>
      <p class="isomer-figures-line">
        {firstStep === 0 ? 'the start molecule' : `first at step ${formatCount(firstStep)}`}
      </p>
    </li>
  );
}
