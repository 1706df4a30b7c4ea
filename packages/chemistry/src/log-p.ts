import type { MolecularGraph, ScoringComponent } from '@webfaulon/sa-core';
import { MoleculeProperties } from 'openchemlib';
import { toOclMolecule } from './ocl-molecule.ts';

/** OpenChemLib's increments are published with four decimals, so every sum of them is a multiple of this. */
const RESOLUTION = 0.0001;
const STEPS_PER_UNIT = 10_000;

/**
 * The octanol-water partition coefficient as OpenChemLib estimates it, in log10 units.
 *
 * The model adds an increment for each heavy atom, chosen by the atom's element, ring and neighbourhood. An atom of a type
 * that was absent from its training set adds 0: the score is finite for every molecule, but says little about CH4, P4 or
 * any other that consists of such atoms.
 *
 * OpenChemLib keeps the increments in single precision and adds them up in the order of the atoms, so that the
 * last bits of its sum depend on the numbering. The increments are below 4 in size, so each is at most 1.2e-7 from its
 * decimal: the sum of fewer than 400 is within half a step of the true multiple of 0.0001, and rounding restores that one.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export const logP: ScoringComponent = {
  name: 'logp',
  version: 1,
  description:
    'Estimated octanol-water partition coefficient, log10(P): how much better the molecule dissolves in octanol than ' +
    'in water. Sum of atom-type increments, the cLogP of OpenChemLib 9 (Sander et al., J. Chem. Inf. Model. 2015, ' +
    '55, 460-473, doi 10.1021/ci500588j); atoms of unknown types count 0.',
  unit: '1',
  resolution: RESOLUTION,
  costClass: 'external',
  // Of 300 random isomers of 15 formulas the outermost had -0.44 and 0.48 an atom.
  usualRange: (n) => ({ low: -n / 2, high: n / 2 }),
  score(graph: MolecularGraph): number {
    const sum = new MoleculeProperties(toOclMolecule(graph)).logP;
    // Adding 0 turns -0 into 0, which are two numbers to a hash or to Object.is.
    return Math.round(sum * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0;
  },
};
