import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import { tpsa } from './tpsa.ts';

describe('the topological polar surface area', () => {
  // Added by hand from the contributions of Ertl et al., table 1: OH 20.23, =O 17.07, -O- 9.23, aromatic n 12.89,
  // NH2 26.02, >N- 3.24, aromatic n with a substituent 4.93, SH 38.80, -S- 25.30, =S 32.09, -O- in a ring of three 12.53.
  it.each([
    ['ethanol', 'CCO', 20.23],
    ['pyridine', 'C1=CC=NC=C1', 12.89],
    ['aspirin', 'CC(=O)OC1=CC=CC=C1C(=O)O', 63.6],
    ['caffeine', 'CN1C=NC2=C1C(=O)N(C)C(=O)N2C', 58.44],
    ['hydrazine', 'NN', 52.04],
    ['trimethylamine', 'CN(C)C', 3.24],
    ['oxirane', 'C1CO1', 12.53],
    ['methanethiol', 'CS', 38.8],
    ['dimethyl sulfide', 'CSC', 25.3],
    ['carbon disulfide', 'S=C=S', 64.18],
    ['hexane', 'CCCCCC', 0],
  ])('of %s, %s, is %d', (_, smiles, area) => {
    expect(tpsa.score(readSmiles(smiles))).toBe(area);
  });
});
