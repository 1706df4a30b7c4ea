import { formulaOf, hillOrder, type MolecularGraph, hillFormula as textOf } from '@webfaulon/sa-core';

/** The composition of a molecule in Hill order, for a picture that sets the counts lower. */
export function hillComposition(graph: MolecularGraph): [symbol: string, count: number][] {
  const formula = formulaOf(graph);
  return hillOrder(formula).map((element) => [element, formula[element] ?? 0]);
}

/** The Hill formula of a molecule as plain text, for example "C10H16". */
export function hillFormula(graph: MolecularGraph): string {
  return textOf(formulaOf(graph));
}
