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

/** A molecule with its hydrogens as atoms n, n + 1, …, as a matrix of orders. */
function explicitOrders(graph: MolecularGraph): number[][] {
  const n = graph.elements.length;
  const owners = [...graph.hydrogenCounts].flatMap((count, x) => new Array<number>(count).fill(x));
  const atoms = Array.from({ length: n + owners.length }, (_, x) => x);
  const isBonded = (heavy: number, hydrogen: number) => heavy < n && owners[hydrogen - n] === heavy;
  return atoms.map((x) =>
    atoms.map((y) => (x < n && y < n ? bondOrder(graph, x, y) : Number(isBonded(x, y) || isBonded(y, x)))),
  );
}

/** The key of the molecule without its hydrogens as atoms; undefined if it is in pieces. */
function keyOfExplicit(orders: readonly number[][], like: MolecularGraph): string | undefined {
  const reached = new Set([0]);
  for (const x of reached)
    orders[x]!.flatMap((order, y) => (order > 0 ? [y] : [])).map((y) => reached.add(y));
  if (reached.size < orders.length) return undefined;
  const n = like.elements.length;
  const graph = createMolecularGraph(like.elements);
  for (let x = 0; x < n; x++) {
    for (let y = x + 1; y < n; y++) setBondOrder(graph, x, y, orders[x]![y]!);
    graph.hydrogenCounts[x] = orders[x]!.slice(n).reduce((a, b) => a + b, 0);
  }
  return keyOf(graph);
}

function* quadruples(atoms: number): Generator<[number, number, number, number]> {
  const all = Array.from({ length: atoms }, (_, x) => x);
  for (const x1 of all)
    for (const y1 of all)
      for (const x2 of all)
        for (const y2 of all) if (new Set([x1, y1, x2, y2]).size === 4) yield [x1, y1, x2, y2];
}

/**
 * The outcomes by the book: each quadruple of different atoms of the explicit graph, and each b11 that leaves the four
 * orders within bounds. Connected results by their heavy-atom key, with their probability.
 */
function outcomesByTheBook(graph: MolecularGraph): Map<string, number> {
  const orders = explicitOrders(graph);
  const N = orders.length;
  const own = keyOf(graph);
  const outcomes = new Map<string, number>();
  const shift = (x: number, y: number, by: number) => {
    orders[x]![y]! += by;
    orders[y]![x]! += by;
  };
  const displace = ([x1, y1, x2, y2]: [number, number, number, number], d: number) => {
    shift(x1, y1, d);
    shift(x1, y2, -d);
    shift(x2, y1, -d);
    shift(x2, y2, d);
  };
  for (const four of quadruples(N)) {
    const [x1, y1, x2, y2] = four;
    const a = [orders[x1]![y1]!, orders[x1]![y2]!, orders[x2]![y1]!, orders[x2]![y2]!] as const;
    const changes = [-3, -2, -1, 1, 2, 3].filter((d) =>
      [a[0] + d, a[1] - d, a[2] - d, a[3] + d].every((order) => order >= 0 && order <= 3),
    );
    for (const d of changes) {
      displace(four, d);
      const key = keyOfExplicit(orders, graph);
      displace(four, -d);
      if (key === undefined || key === own) continue;
      const probability = 1 / (N * (N - 1) * (N - 2) * (N - 3)) / changes.length;
      outcomes.set(key, (outcomes.get(key) ?? 0) + probability);
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
