import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { canonicalSmiles } from './canonical-smiles.ts';
import { isomersOf } from './fixtures/isomer-list.ts';
import { anyMolecule, createRandom, relabelled } from './fixtures/random-molecule.ts';
import { hillFormula } from './hill-formula.ts';

const of = (smiles: string) => canonicalSmiles(readSmiles(smiles));

describe('canonicalSmiles', () => {
  it('tells the 122 isomers of C4H8O2 and the 217 of C6H6 apart', () => {
    expect(new Set(isomersOf('C4H8O2').map(canonicalSmiles)).size).toBe(122);
    expect(new Set(isomersOf('C6H6').map(canonicalSmiles)).size).toBe(217);
  });

  it('is one for the two Kekulé forms of o-xylene, and of naphthalene', () => {
    expect(of('CC1=C(C)C=CC=C1')).toBe('Cc1c(C)cccc1');
    expect(of('CC1=CC=CC=C1C')).toBe('Cc1c(C)cccc1');
    expect(of('C1=CC=C2C=CC=CC2=C1')).toBe(of('C1=CC2=CC=CC=C2C=C1'));
  });

  it('writes pyrrole with its hydrogen', () => {
    expect(of('N1C=CC=C1')).toMatch(/\[nH\]/);
  });

  it('does not depend on the numbering, has no stereochemistry and reads back as the formula', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph, random }) => {
        const smiles = canonicalSmiles(graph);
        expect(canonicalSmiles(relabelled(graph, random))).toBe(smiles);
        expect(smiles).not.toMatch(/[@/\\.+]/);
        expect(hillFormula(readSmiles(smiles))).toBe(hillFormula(graph));
      }),
      { numRuns: 200 },
    );
  });

  // Of these OpenChemLib alone gives several codes, because of how it breaks ties or what it takes for aromatic.
  it.each([
    ['a regular graph', 'C123C45C67C14C51C26C371'],
    ['a strained cage', 'C1=C2C3=C4C2=C4C13'],
    ['a cage of which OpenChemLib makes aromatic rings', 'C1C2=C3C4=C1C3=C24'],
  ])('does not depend on the numbering of %s', (_, smiles) => {
    const random = createRandom(1);
    const graph = readSmiles(smiles);
    const strings = Array.from({ length: 40 }, () => canonicalSmiles(relabelled(graph, random)));
    expect(new Set(strings).size).toBe(1);
  });

  // OpenChemLib writes the first as pyrrole's Fc1cccn1, with three hydrogens too many.
  it.each([
    ['FC1=C=C=C=N1', 'C4FN'],
    ['C1=CC=CC#C1', 'C6H4'],
    ['C1=C2C3=C4C2=C4C=13', 'C7'],
    ['IC1=C2N=C2O1', 'C3INO'],
  ])('keeps the hydrogens of %s', (smiles, formula) => {
    expect(hillFormula(readSmiles(of(smiles)))).toBe(hillFormula(readSmiles(smiles)));
    expect(hillFormula(readSmiles(smiles))).toBe(formula);
  });
});
