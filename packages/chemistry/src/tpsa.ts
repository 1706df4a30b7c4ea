import type { MolecularGraph, ScoringComponent } from '@webfaulon/sa-core';
import { MoleculeProperties } from 'openchemlib';
import { TPSA_DESCRIPTION } from './component-descriptions.ts';
import { toOclMolecule } from './ocl-molecule.ts';

/** To the resolution: two decimals. */
const STEPS_PER_UNIT = 100;

/**
 * The topological polar surface area: a contribution for each N, O, S and P, by its bonds and hydrogens, without any
 * three-dimensional structure (Ertl, Rohde, Selzer, J. Med. Chem. 2000, 43, 3714-3717, doi 10.1021/jm000942e), as OpenChemLib has it:
 * sulfur and phosphorus count, and atoms of types without a contribution, such as that of NH3, add 0.
 *
 * OpenChemLib adds single-precision numbers up, and rounding restores the decimals that are meant. The contributions are below 64, so
 * each is at most 1.9e-6 from its decimal: the sum of fewer than 2,500 of them is within half a step.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export const tpsa: ScoringComponent = {
  ...TPSA_DESCRIPTION,
  score(graph: MolecularGraph): number {
    const sum = new MoleculeProperties(toOclMolecule(graph)).polarSurfaceArea;
    return Math.round(sum * STEPS_PER_UNIT) / STEPS_PER_UNIT;
  },
};
