import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { hasValidValences } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { forEachOutcome } from '../testing/isomer-space.ts';
import { isOnePiece, keyOf, moleculeOfSeed } from '../testing/molecules.ts';
import { forEachNeighbour } from './single-unit-moves.ts';

describe('the displacements by one unit', () => {
  test('lead to the same isomers as all draws of hydrogen shifts and bond switches', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, atoms) => {
        const molecule = moleculeOfSeed(seed, atoms);
        const made = new Set<string>();
        forEachNeighbour(molecule, (neighbour) => made.add(canonicalForm(neighbour).code));
        const drawn = new Set<string>();
        for (const kind of ['shift', 'switch'] as const) {
          forEachOutcome(molecule, kind, (_, after) => {
            if (after !== undefined) drawn.add(canonicalForm(after).code);
          });
        }
        expect([...made].sort()).toEqual([...drawn].sort());
      }),
    );
  });

  test('lend valid, whole molecules, each labelled graph once, and leave the molecule as it was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 14 }), (seed, atoms) => {
        const molecule = moleculeOfSeed(seed, atoms);
        const before = keyOf(molecule);
        const seen = new Set([before]);
        forEachNeighbour(molecule, (neighbour) => {
          expect(hasValidValences(neighbour)).toBe(true);
          expect(isOnePiece(neighbour)).toBe(true);
          expect(seen.has(keyOf(neighbour))).toBe(false);
          seen.add(keyOf(neighbour));
        });
        expect(keyOf(molecule)).toBe(before);
      }),
    );
  });

  test('do not try what only exchanges twins: of neopentane 2 of the 12 that put a methyl on another', () => {
    let made = 0;
    forEachNeighbour(readSmiles('CC(C)(C)C'), () => made++);
    expect(made).toBe(2);
  });
});
