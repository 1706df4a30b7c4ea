import { expect, test } from '@jest/globals';
import { readSmiles } from '../../molecule/smiles-reader.ts';
import { wienerIndexOf } from '../../scoring/wiener-index.ts';
import { ReachSum } from './reach-sum.ts';

const MOLECULES = [
  'C',
  'CC',
  'C1CC1',
  'C1CC2CCC1CC2',
  'C'.repeat(33),
  `C1${'C'.repeat(62)}1`,
  `C1${'C'.repeat(69)}1CC(C)C`,
];

test('is the Wiener index, in one word of atoms and in several', () => {
  for (const smiles of MOLECULES) {
    const graph = readSmiles(smiles);
    const reach = new ReachSum(graph.elements.length);
    expect(reach.of(graph, Number.POSITIVE_INFINITY)).toBe(wienerIndexOf(graph));
    // Scratch of one search does not reach into the next.
    expect(reach.of(graph, wienerIndexOf(graph))).toBe(wienerIndexOf(graph));
  }
});

test('ends above the limit where the index is above it, and never else', () => {
  for (const smiles of MOLECULES) {
    const graph = readSmiles(smiles);
    const index = wienerIndexOf(graph);
    const reach = new ReachSum(graph.elements.length);
    for (const limit of [0, 1, index / 2, index - 1, index - 0.5]) {
      if (limit < index) expect(reach.of(graph, limit)).toBeGreaterThan(limit);
    }
    expect(reach.of(graph, index + 0.25)).toBe(index);
  }
});
