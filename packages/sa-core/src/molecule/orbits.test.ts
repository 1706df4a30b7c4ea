import { expect, test } from '@jest/globals';
import { isCovered, orbitOf, resetOrbits, uniteByPermutation, uniteOrbits } from './orbits.ts';

test('orbits grow by pairs and by permutations, and say which atoms an earlier one stands for', () => {
  const orbits = new Uint16Array(7);
  resetOrbits(orbits);
  uniteByPermutation(orbits, Uint16Array.of(1, 2, 0, 3, 5, 4, 6));
  uniteOrbits(orbits, 6, 4);
  const names = Array.from(orbits, (_, atom) => orbitOf(orbits, atom));
  expect(names).toEqual([0, 0, 0, 3, 4, 4, 4]);
  const atoms = Uint16Array.of(2, 5, 3, 0, 6);
  expect([0, 1, 2, 3, 4].map((index) => isCovered(orbits, atoms, 0, index))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(isCovered(orbits, atoms, 2, 4)).toBe(false);
});
