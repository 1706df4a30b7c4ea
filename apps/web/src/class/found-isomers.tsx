import { useSignal } from '@preact/signals';
import { formatCount, formatScore } from '../format.ts';
import { MoleculeDrawing } from '../molecule/molecule-drawing.tsx';
import { type BoardIsomer, finderName } from './board-words.ts';

const NEWEST = 12;
/** As many drawings as the page remembers. */
const MAX_SHOWN = 300;

interface FoundIsomersProps {
  readonly isomers: readonly BoardIsomer[];
  /** The number of the member who looks; null for nobody. */
  readonly mine: number | null;
}

/** The isomers that the class has found, newest first, drawn. */
export function FoundIsomers({ isomers, mine }: FoundIsomersProps) {
  const showsAll = useSignal(false);
  const limit = showsAll.value ? MAX_SHOWN : NEWEST;
  const shown = isomers.slice(-limit).reverse();
  return (
    <section class="found-isomers" aria-label="Isomers found">
      <div class="found-isomers-head">
        <h2>{showsAll.value ? 'Found, newest first' : 'Newest finds'}</h2>
        <button
          type="button"
          class="button-quiet"
          disabled={isomers.length <= NEWEST}
          onClick={() => (showsAll.value = !showsAll.value)}
        >
          {showsAll.value
            ? 'The newest only'
            : `Show ${isomers.length > MAX_SHOWN ? `the last ${MAX_SHOWN}` : `all ${formatCount(isomers.length)}`}`}
        </button>
      </div>
      {isomers.length === 0 && <p class="class-note">Nothing yet: the first run brings the first isomers.</p>}
      <ul>
        {shown.map((isomer) => (
          <FoundIsomer key={isomer.smiles} isomer={isomer} isMine={isomer.first_finder_number === mine} />
        ))}
      </ul>
    </section>
  );
}

function FoundIsomer({ isomer, isMine }: { readonly isomer: BoardIsomer; readonly isMine: boolean }) {
  const smiles = useSignal(isomer.smiles);
  return (
    <li class="found-isomer" data-mine={isMine} title={isomer.smiles}>
      <MoleculeDrawing smiles={smiles} />
      <p>
        <span class="found-isomer-score">{formatScore(isomer.score)}</span>
        <span class="found-isomer-finder">{isMine ? 'you' : finderName(isomer)}</span>
      </p>
    </li>
  );
}
