import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import { hillFormula } from './hill-formula.ts';

describe('hillFormula', () => {
  it.each([
    ['BrCC(Cl)N', 'C2H5BrClN'],
    ['O', 'H2O'],
    ['Cl', 'ClH'],
    ['N', 'H3N'],
    ['O=C=O', 'CO2'],
    ['NO', 'H3NO'],
    ['ClCl', 'Cl2'],
  ])('of %s is %s', (smiles, formula) => {
    expect(hillFormula(readSmiles(smiles))).toBe(formula);
  });
});
