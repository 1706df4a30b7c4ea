import type { MolecularGraph } from '@webfaulon/sa-core';

/**
 * The composition of a molecule in Hill order: carbon, hydrogen, then the rest by symbol; all by symbol when there is no
 * carbon. Hill, J. Am. Chem. Soc. 1900, 22, 478-494, doi 10.1021/ja02046a005.
 */
export function hillComposition(graph: MolecularGraph): [symbol: string, count: number][] {
  const counts = new Map<string, number>();
  for (const element of graph.elements) counts.set(element, (counts.get(element) ?? 0) + 1);
  const hydrogens = graph.hydrogenCounts.reduce((sum, count) => sum + count, 0);
  if (hydrogens > 0) counts.set('H', hydrogens);

  const first = counts.has('C') ? ['C', 'H'] : [];
  const rank = (symbol: string) => (first.includes(symbol) ? first.indexOf(symbol) : first.length);
  return [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** The Hill formula as plain text, for example "C10H16". */
export function hillFormula(graph: MolecularGraph): string {
  return hillComposition(graph)
    .map(([symbol, count]) => (count === 1 ? symbol : `${symbol}${count}`))
    .join('');
}
