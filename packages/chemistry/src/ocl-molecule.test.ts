import { describe, expect, it } from '@jest/globals';
import { canonicalForm, readSmiles } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { Molecule } from 'openchemlib';
import { canonicalSmiles } from './canonical-smiles.ts';
import { depict } from './depiction/depict.ts';
import { ChemistryError } from './errors.ts';
import { anyMolecule, relabelled, saturated } from './fixtures/random-molecule.ts';
import { logP } from './log-p.ts';
import { molfile } from './molfile.ts';
import { toOclMolecule } from './ocl-molecule.ts';

describe('toOclMolecule', () => {
  it('gives OpenChemLib the hydrogens of every atom', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph }) => {
        const molecule = toOclMolecule(graph);
        molecule.ensureHelperArrays(Molecule.cHelperNeighbours);
        canonicalForm(graph).labelling.forEach((position, atom) => {
          expect(molecule.getAtomLabel(position)).toBe(graph.elements[atom]);
          expect(molecule.getImplicitHydrogens(position)).toBe(graph.hydrogenCounts[atom]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is the same molecule, atom by atom and bond by bond, for every numbering', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph, random }) => {
        // Not toMolfile() of a molecule without coordinates: it invents some from a seed of its own that differs by call.
        expect(molfile(relabelled(graph, random))).toBe(molfile(graph));
      }),
      { numRuns: 50 },
    );
  });

  const tooManyHydrogens = readSmiles('CC');
  tooManyHydrogens.hydrogenCounts[1] = 4;
  const tooManyBonds = saturated(['C', 'O', 'C'], []);
  tooManyBonds.hydrogenCounts.set([4, 1, 4]);
  const inTwo = saturated(['C', 'C'], []);

  it.each([
    ['graph_valence', 'with a hydrogen too many', tooManyHydrogens, /Atom 1 \(C\) uses 5 valences/],
    ['graph_valence', 'with a hydrogen too few', tooManyBonds, /Atom 1 \(O\) uses 1 valences/],
    ['graph_disconnected', 'in two pieces', inTwo, /No path/],
    ['graph_empty', 'without atoms', saturated([], []), /no heavy atom/],
  ] as const)('%s refuses a graph %s, by whichever function', (code, _, graph, message) => {
    for (const use of [canonicalSmiles, depict, molfile, logP.score]) {
      expect(() => use(graph)).toThrow(ChemistryError);
      expect(() => use(graph)).toThrow(
        expect.objectContaining({ code, message: expect.stringMatching(message) }),
      );
    }
  });
});
