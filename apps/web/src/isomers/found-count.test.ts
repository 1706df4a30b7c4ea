import { describe, expect, it } from '@jest/globals';
import { foundCount, hasKekuleForms } from './found-count.ts';

describe('the count of isomers found', () => {
  it.each([
    ['C8H18', 12, '12 of 18 octanes'],
    ['C10H22', 1, '1 of 75 decanes'],
    ['C10H16', 94, '94 of 24\u2009938 isomers of C10H16'],
    ['C3H8', 1, '1 of 1 isomer of C3H8'],
    ['C11H24', 0, '0 undecanes'],
    ['C11H24', 1, '1 undecane'],
    ['C10H15N3', 2000, '2\u2009000 isomers of C10H15N3'],
  ])('of %s, %i of them, is "%s"', (formula, found, words) => {
    expect(foundCount(formula, found)).toBe(words);
  });

  it('has to be explained where Kekulé forms are counted', () => {
    expect(['C8H10', 'C10H8', 'C9H8O4'].every(hasKekuleForms)).toBe(true);
    expect(['C8H18', 'C10H16', 'C6H12O6'].some(hasKekuleForms)).toBe(false);
  });
});
