import type { BoilingAlkane } from './boiling-points-found.ts';
import { correlation } from './correlation.ts';

const SOURCE = 'Measured at 760 mmHg (Rossini 1953), after Wiener 1947.';

/** What one sees of the points, and what one must not read into them. */
export function boilingWords(found: readonly BoilingAlkane[]): string {
  const r = correlation(found.map(({ wiener, boilingPoint }) => [wiener, boilingPoint]));
  if (r === null) return `Each point is an isomer that was found. ${SOURCE}`;
  const coefficient = r.toFixed(2).replace('-', '\u2212');
  return (
    `${sentence(r)} (r = ${coefficient} over ${found.length}). Wiener needed a second number, the pairs of atoms three ` +
    `bonds apart, to come close. This is about boiling, not about stability. ${SOURCE}`
  );
}

function sentence(r: number): string {
  if (r > 0.8) return 'The longer the molecule, the higher it boils';
  if (r > 0.3) return 'Long molecules tend to boil higher than compact ones of the same formula';
  return 'Among these the Wiener index alone tells little about boiling';
}
