import type { MolecularGraph, ScoringComponent } from '@webfaulon/sa-core';
import { MoleculeProperties } from 'openchemlib';
import { LOG_P_DESCRIPTION } from './component-descriptions.ts';
import { toOclMolecule } from './ocl-molecule.ts';

/** To the resolution: four decimals. */
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
  ...LOG_P_DESCRIPTION,
  score(graph: MolecularGraph): number {
    const sum = new MoleculeProperties(toOclMolecule(graph)).logP;
    // Adding 0 turns -0 into 0, which are two numbers to a hash or to Object.is.
    return Math.round(sum * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0;
  },
};
