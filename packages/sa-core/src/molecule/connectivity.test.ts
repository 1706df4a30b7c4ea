import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConnected } from './connectivity.ts';
import { createMolecularGraph, setBondOrder } from './molecular-graph.ts';

/** Joins sets of atoms bond by bond: another way to the same answer. */
function isOnePart(atoms: number, bonds: readonly (readonly [number, number])[]): boolean {
  const parts = Array.from({ length: atoms }, (_, x) => x);
  for (const [x, y] of bonds) {
    const [from, to] = [parts[x], parts[y]!];
    for (let z = 0; z < atoms; z++) if (parts[z] === from) parts[z] = to;
  }
  return new Set(parts).size === 1;
}

test('a graph is connected where its bonds join all atoms, whatever was searched before', () => {
  let connected = 0;
  let runs = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(2, 5, 31, 32, 33, 70, 150),
      fc.integer({ min: 0, max: 1 }),
      fc.infiniteStream(fc.nat()),
      (atoms, missing, numbers) => {
        const graph = createMolecularGraph(new Array(atoms).fill('C'));
        const bonds: [number, number][] = [];
        for (let y = 1; y < atoms; y++) {
          const x = y - 1 - (numbers.next().value % Math.min(y, 3));
          if (graph.degrees[x] === 4 || numbers.next().value % (2 * atoms) < missing) continue;
          setBondOrder(graph, x, y, 1);
          bonds.push([x, y]);
        }
        runs++;
        if (isConnected(graph)) connected++;
        expect(isConnected(graph)).toBe(isOnePart(atoms, bonds));
      },
    ),
    { numRuns: 200, seed: 1996 },
  );
  expect([connected > 20, connected < runs - 20]).toEqual([true, true]);
});
