import './molecule.css';
import { BestMolecule } from './best-molecule.tsx';
import { CurrentMolecule } from './current-molecule.tsx';

/** The best molecule, large, and beside it the one at which the walk stands. */
export function Molecules() {
  return (
    <section class="molecules" aria-label="Molecules">
      <BestMolecule />
      <CurrentMolecule />
    </section>
  );
}
