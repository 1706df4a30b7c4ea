import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { anyMolecule, createRandom, relabelled } from './fixtures/random-molecule.ts';
import { logP } from './log-p.ts';

const of = (smiles: string) => logP.score(readSmiles(smiles));

describe('logP', () => {
  it('is the component that the wire contract names', () => {
    expect(logP).toMatchObject({ name: 'logp', version: 1, unit: '1', resolution: 0.0001 });
  });

  // The increments printed by OpenChemLib 9.25, added by hand: 2 x 0.5111 + 4 x 0.2766 + 2 x 0.1094 for o-xylene.
  it.each([
    ['CC1=C(C)C=CC=C1', 2.3474],
    ['CC1=CC=CC=C1C', 2.3474],
    ['CS', 0.413],
    ['O=C=O', -0.3668],
    ['C#CC#CC#C', 0.76],
  ])('of %s is %d', (smiles, score) => {
    expect(of(smiles)).toBe(score);
  });

  it('gives 0, never -0, to molecules of atoms that the model does not know', () => {
    for (const smiles of ['C', 'N', 'O', 'P', 'S', 'F', 'Cl', 'Br', 'I', 'P#P', 'N#N', 'ClCl']) {
      expect(Object.is(of(smiles), 0)).toBe(true);
    }
  });

  it('is a finite multiple of its resolution and the same to the last bit for every numbering', () => {
    fc.assert(
      fc.property(anyMolecule(20), ({ graph, random }) => {
        const score = logP.score(graph);
        expect(Number.isFinite(score)).toBe(true);
        expect(score).toBe(Math.round(score / logP.resolution) / 10_000 + 0);
        expect(Object.is(logP.score(relabelled(graph, random)), score)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  // OpenChemLib alone scores this one 1.1065, 1.7912, 2.0234 or 2.1118, as the atoms are numbered.
  it('is one number where what is aromatic depends on the numbering', () => {
    const random = createRandom(2);
    const graph = readSmiles('C1=C2C3=C4C2=C4C13');
    expect(new Set(Array.from({ length: 60 }, () => logP.score(relabelled(graph, random)))).size).toBe(1);
  });

  it('is finite on C60', () => {
    expect(Number.isFinite(of(C60))).toBe(true);
  });
});

const C60 =
  'c12c3c4c5c1c1c6c7c2c2c8c3c3c9c4c4c%10c5c5c1c1c6c6c%11c7c2c2c7c8c3c3c8c9c4c4c9c%10c5c5c1c1c6c6c%11c2c2c7c3c3c8c4c4c9c5c1c1c6c2c3c41';
