import type { MolecularGraph } from '@webfaulon/sa-core';
import { hillFormula } from '../hill-formula.ts';
import { drawFormula } from './formula-drawing.ts';
import { toSvg } from './svg.ts';

/** The Hill formula as a picture, for a molecule that is too large or too ringed to be drawn. Needs no OpenChemLib. */
export function placeholder(graph: MolecularGraph, label: string = hillFormula(graph)): string {
  return toSvg(drawFormula(graph), label);
}
