import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bondsOf, type MolecularGraph } from '../../molecule/molecular-graph.ts';
import { moleculeOfSeed } from '../../testing/molecules.ts';
import type { BondMasks } from './bond-masks.ts';
import { bondMasksOf } from './create-bond-masks.ts';
import { DistanceTable } from './distance-table.ts';

const molecules = fc
  .record({ seed: fc.integer(), atoms: fc.constantFrom(8, 20, 40) })
  .map(({ seed, atoms }) => moleculeOfSeed(seed, atoms, ['C', 'N', 'O']));

const indexOf = (masks: BondMasks) => masks.wienerIndex(Number.MAX_SAFE_INTEGER);

function filledTable(masks: BondMasks, atoms: number): DistanceTable {
  const table = new DistanceTable(atoms);
  while (!table.serves(masks));
  return table;
}

/** The index after the bonds of `parted` are replaced by those of `joined`. */
function changed(masks: BondMasks, parted: [number, number][], joined: [number, number][]): number {
  for (const [x, y] of parted) masks.part(x, y);
  for (const [x, y] of joined) masks.join(x, y);
  const index = indexOf(masks);
  for (const [x, y] of joined) masks.part(x, y);
  for (const [x, y] of parted) masks.join(x, y);
  return index;
}

const hasRoom = (graph: MolecularGraph, x: number) => graph.degrees[x]! < 4;

describe('the table of distances', () => {
  test('tells what the index becomes when a branch moves', () => {
    let moves = 0;
    fc.assert(
      fc.property(molecules, (graph) => {
        const n = graph.elements.length;
        const masks = bondMasksOf(graph);
        const table = filledTable(masks, n);
        for (const [q, r] of bondsOf(graph)) {
          for (let p = 0; p < n; p++) {
            if (masks.areJoinedOtherwise(q, r) || !masks.isOnFirstSide(p) || p === q || !hasRoom(graph, p))
              continue;
            moves++;
            const found = indexOf(masks) + table.whenBranchMoves(p, q, r);
            expect(found).toBe(changed(masks, [[q, r]], [[p, r]]));
          }
        }
      }),
      { numRuns: 40, seed: 1947 },
    );
    expect(moves).toBeGreaterThan(1000);
  });

  test('tells what the index becomes when two branches change places', () => {
    let moves = 0;
    fc.assert(
      fc.property(molecules, (graph) => {
        const masks = bondMasksOf(graph);
        const table = filledTable(masks, graph.elements.length);
        const bonds = bondsOf(graph).flatMap(([x, y]) => [[x, y] as const, [y, x] as const]);
        for (const [a, b] of bonds) {
          for (const [e, f] of bonds) {
            // e is with b, on the other side than a; b with e, on the other side than f.
            if (masks.areJoinedOtherwise(a, b) || masks.isOnFirstSide(e) || masks.isOnFirstSide(f)) continue;
            if (b === e || masks.areJoinedOtherwise(e, f) || !masks.isOnFirstSide(b)) continue;
            moves++;
            const found = indexOf(masks) + table.whenBranchesSwitch(a, b, e, f);
            const parted: [number, number][] = [
              [a, b],
              [e, f],
            ];
            const joined: [number, number][] = [
              [a, e],
              [b, f],
            ];
            expect(found).toBe(changed(masks, parted, joined));
          }
        }
      }),
      { numRuns: 40, seed: 1947 },
    );
    expect(moves).toBeGreaterThan(1000);
  });

  test('bounds from above what the index becomes when two atoms are bonded', () => {
    let exact = 0;
    fc.assert(
      fc.property(molecules, (graph) => {
        const n = graph.elements.length;
        const masks = bondMasksOf(graph);
        const table = filledTable(masks, n);
        const bonded = new Set(bondsOf(graph).map(([x, y]) => n * x + y));
        for (let x = 0; x < n; x++) {
          for (let y = x + 1; y < n; y++) {
            if (bonded.has(n * x + y) || !hasRoom(graph, x) || !hasRoom(graph, y)) continue;
            const bound = indexOf(masks) - table.leastFall(x, y);
            const index = changed(masks, [], [[x, y]]);
            expect(index).toBeLessThanOrEqual(bound);
            if (index === bound) exact++;
          }
        }
      }),
      { numRuns: 40, seed: 1947 },
    );
    expect(exact).toBeGreaterThan(100);
  });

  test('is filled for molecules that last, anew for each', () => {
    const [chain, ring] = [moleculeOfSeed(1, 12), moleculeOfSeed(5, 12)].map(bondMasksOf) as [
      BondMasks,
      BondMasks,
    ];
    const table = new DistanceTable(12);
    expect([table.serves(chain), table.serves(chain), table.serves(chain), table.serves(chain)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    table.forget();
    expect(table.serves(ring)).toBe(false);
  });
});
