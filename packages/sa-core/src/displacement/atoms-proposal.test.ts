import { describe, expect, test } from '@jest/globals';
import { parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import {
  bondOrder,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import { forEachOutcome, labelledStates } from '../testing/isomer-space.ts';
import { keyOf, moleculeOfSeed } from '../testing/molecules.ts';
import { highestB11, lowestB11 } from './displacement.ts';

/**
 * The outcomes by the book: each quadruple of different atoms, hydrogens as atoms of an explicit graph, and each b11.
 * Connected results by their heavy-atom key, with their probability.
 */
function outcomesByTheBook(graph: MolecularGraph): Map<string, number> {
  const n = graph.elements.length;
  const owners = [...graph.hydrogenCounts].flatMap((count, x) => new Array<number>(count).fill(x));
  const N = n + owners.length;
  const order = Array.from({ length: N }, (_, x) =>
    Array.from({ length: N }, (_, y) => {
      if (x < n && y < n) return bondOrder(graph, x, y);
      return Number((x < n && y >= n && owners[y - n] === x) || (y < n && x >= n && owners[x - n] === y));
    }),
  );
  const change = (x: number, y: number, by: number) => {
    order[x]![y]! += by;
    order[y]![x]! += by;
  };
  const key = (): string | undefined => {
    const reached = new Set([0]);
    for (const x of reached) order[x]!.forEach((o, y) => o > 0 && reached.add(y));
    if (reached.size < N) return undefined;
    const result = createMolecularGraph(graph.elements);
    for (let x = 0; x < n; x++) for (let y = x + 1; y < n; y++) setBondOrder(result, x, y, order[x]![y]!);
    for (let x = 0; x < n; x++) result.hydrogenCounts[x] = order[x]!.slice(n).reduce((a, b) => a + b, 0);
    return keyOf(result);
  };
  const outcomes = new Map<string, number>();
  const own = keyOf(graph);
  const perQuadruple = 1 / (N * (N - 1) * (N - 2) * (N - 3));
  for (let x1 = 0; x1 < N; x1++)
    for (let y1 = 0; y1 < N; y1++)
      for (let x2 = 0; x2 < N; x2++)
        for (let y2 = 0; y2 < N; y2++) {
          if (new Set([x1, y1, x2, y2]).size < 4) continue;
          const a = [order[x1]![y1]!, order[x1]![y2]!, order[x2]![y1]!, order[x2]![y2]!] as const;
          const [low, high] = [lowestB11(...a), highestB11(...a)];
          for (let b11 = low; b11 <= high; b11++) {
            const d = b11 - a[0];
            if (d === 0) continue;
            change(x1, y1, d);
            change(x1, y2, -d);
            change(x2, y1, -d);
            change(x2, y2, d);
            const k = key();
            if (k !== undefined && k !== own)
              outcomes.set(k, (outcomes.get(k) ?? 0) + perQuadruple / (high - low));
            change(x1, y1, -d);
            change(x1, y2, d);
            change(x2, y1, d);
            change(x2, y2, -d);
          }
        }
  return outcomes;
}

function outcomesDrawn(graph: MolecularGraph): Map<string, number> {
  const outcomes = new Map<string, number>();
  forEachOutcome(graph, 'atoms', (probability, after) => {
    if (after !== undefined) outcomes.set(keyOf(after), (outcomes.get(keyOf(after)) ?? 0) + probability);
  });
  return outcomes;
}

describe('the proposal "atoms"', () => {
  test.each(['C2H4', 'C3H4', 'C2H4O', 'C3H8', 'CH4N2', 'C4H2', 'C5', 'C2H4Cl2'])(
    'draws, from %s, what the definition over all quadruples of atoms gives, with its probability',
    (formula) => {
      const states = [...labelledStates(longestChain(parseFormula(formula)), ['switch', 'shift']).values()];
      for (const graph of states.slice(0, 4)) {
        const [drawn, expected] = [outcomesDrawn(graph), outcomesByTheBook(graph)];
        expect([...drawn.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [key, probability] of expected) expect(drawn.get(key)).toBeCloseTo(probability, 12);
      }
    },
  );

  test('stays where it is if there are fewer than four atoms', () => {
    for (const formula of ['H2O', 'CO2', 'HCl', 'CHN', 'N2']) {
      const outcomes: unknown[] = [];
      forEachOutcome(longestChain(parseFormula(formula)), 'atoms', (_, after) => outcomes.push(after));
      expect([formula, outcomes]).toEqual([formula, [undefined]]);
    }
  });

  test('never proposes the molecule that it starts from', () => {
    for (let seed = 0; seed < 12; seed++) {
      const graph = moleculeOfSeed(seed, 3);
      const own = keyOf(graph);
      forEachOutcome(graph, 'atoms', (_, after) => {
        if (after !== undefined) expect(keyOf(after)).not.toBe(own);
      });
    }
  });
});
