import type { IsomerMet } from '../runner/runner.ts';

export const ISOMER_ORDERS = {
  score: 'score, the best first',
  discovery: 'order of discovery',
  visits: 'visits, the most first',
} as const;

export type IsomerOrder = keyof typeof ISOMER_ORDERS;

/**
 * @param isomers in the order of discovery, which decides between equals
 * @param isHighBest whether the run looks for the highest score
 */
export function inOrder(
  isomers: readonly IsomerMet[],
  order: IsomerOrder,
  isHighBest: boolean,
): readonly IsomerMet[] {
  const sign = isHighBest ? -1 : 1;
  switch (order) {
    case 'discovery':
      return isomers;
    case 'score':
      return isomers.toSorted((a, b) => sign * (a.score - b.score));
    case 'visits':
      return isomers.toSorted((a, b) => b.visits - a.visits);
  }
}

/** The isomers in the order in which they are already shown, and those that are not at the end: so nothing moves. */
export function inKeptOrder(
  isomers: readonly IsomerMet[],
  shown: readonly IsomerMet[],
): readonly IsomerMet[] {
  const bySmiles = new Map(isomers.map((isomer) => [isomer.smiles, isomer]));
  const kept: IsomerMet[] = [];
  for (const { smiles } of shown) {
    const isomer = bySmiles.get(smiles);
    if (isomer !== undefined && bySmiles.delete(smiles)) kept.push(isomer);
  }
  return [...kept, ...bySmiles.values()];
}
