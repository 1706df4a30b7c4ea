import { type ElementSymbol, VALENCES } from '../molecule/element.ts';
import type { Formula } from '../molecule/formula.ts';

/**
 * Every formula over these heavy elements with 1 to `maxHeavy` heavy atoms, and with each of them every number of
 * hydrogens that their valences could take and one more.
 */
export function* smallFormulas(elements: readonly ElementSymbol[], maxHeavy: number): Generator<Formula> {
  for (const heavy of countsOf(elements, maxHeavy)) {
    const present = Object.entries(heavy).filter(([, count]) => count > 0) as [ElementSymbol, number][];
    if (present.length === 0) continue;
    const valences = present.reduce((sum, [element, count]) => sum + count * VALENCES[element], 0);
    const atoms = present.reduce((sum, [, count]) => sum + count, 0);
    for (let H = 0; H <= Math.max(1, valences - 2 * atoms + 3); H++) {
      yield Object.fromEntries(H === 0 ? present : [...present, ['H', H]]);
    }
  }
}

/** Every way to give the elements counts of 0 and more that add up to at most `total`. */
function* countsOf(
  [first, ...rest]: readonly ElementSymbol[],
  total: number,
): Generator<Record<string, number>> {
  if (first === undefined) {
    yield {};
    return;
  }
  for (let count = 0; count <= total; count++) {
    for (const others of countsOf(rest, total - count)) yield { ...others, [first]: count };
  }
}

/** The valences of all its atoms, hydrogens included, the highest first. */
export function degreesOf(formula: Formula): number[] {
  return (Object.entries(formula) as [ElementSymbol, number][])
    .flatMap(([element, count]) => new Array<number>(count).fill(VALENCES[element]))
    .sort((a, b) => b - a);
}
