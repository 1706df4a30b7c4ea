import type { Drawings } from './drawings.ts';

/** Long enough after the first paint that the page is at rest. */
const MILLISECONDS = 1000;

/**
 * Draws something small once the page is at rest, so that OpenChemLib is there when the first molecule is to be seen. On a
 * connection that is to be spared it is loaded only then.
 */
export function warmDrawings(drawings: Drawings): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData === true) return;
  setTimeout(() => void drawings.draw({ smiles: 'CC' }), MILLISECONDS);
}
