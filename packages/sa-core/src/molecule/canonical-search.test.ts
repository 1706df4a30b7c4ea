import { describe, expect, test } from '@jest/globals';
import { relabelled } from '../testing/random-molecule.ts';
import { canonicalForm, createCanonizer } from './canonical-form.ts';
import { findCanonicalLeaf } from './canonical-search.ts';
import { createMolecularGraph, type MolecularGraph, setBondOrder } from './molecular-graph.ts';
import { createCanonicalSearch } from './search-state.ts';
import { readSmiles } from './smiles-reader.ts';

type Edge = readonly [number, number];

/** Carbons bound by single bonds. Hydrogens fill up, as all atoms have at most four bonds. */
function skeleton(n: number, edges: readonly Edge[]): MolecularGraph {
  const graph = createMolecularGraph(new Array<'C'>(n).fill('C'));
  for (const [x, y] of edges) setBondOrder(graph, x, y, 1);
  graph.degrees.forEach((degree, atom) => {
    graph.hydrogenCounts[atom] = 4 - degree;
  });
  return graph;
}

const ring = (n: number): Edge[] => Array.from({ length: n }, (_, k) => [k, (k + 1) % n]);

/** A ring with chords in LCF notation: from atom k to k + jumps[k mod length]. */
function lcf(n: number, jumps: readonly number[]): Edge[] {
  return [...ring(n), ...ring(n).map(([k]): Edge => [k, (k + jumps[k % jumps.length]! + n) % n])];
}

function product(a: number, edgesOfA: readonly Edge[], b: number, edgesOfB: readonly Edge[]): Edge[] {
  const rows = Array.from({ length: a }, (_, k) => edgesOfB.map(([x, y]): Edge => [k * b + x, k * b + y]));
  const columns = Array.from({ length: b }, (_, k) => edgesOfA.map(([x, y]): Edge => [x * b + k, y * b + k]));
  return [...rows, ...columns].flat();
}

function copies(count: number, n: number, edges: readonly Edge[]): Edge[] {
  return Array.from({ length: count }, (_, k) => edges.map(([x, y]): Edge => [k * n + x, k * n + y])).flat();
}

/** The tree that fills its atoms' valences from the middle: the least Wiener index of all alkanes. */
function greedyTree(n: number): Edge[] {
  return Array.from({ length: n - 1 }, (_, k): Edge => [k < 4 ? 0 : Math.floor((k - 1) / 3), k + 1]);
}

/**
 * Cai, Fürer & Immerman 1992: a cubic graph that replaces each vertex of a cubic base by ten. Crossing one of the base's
 * edges gives another graph, which colour refinement, distances and all triples of atoms cannot tell from it.
 */
function cfi(n: number, base: readonly Edge[], crossed: boolean): MolecularGraph {
  const edges: Edge[] = [];
  const ports = Array.from({ length: n }, (_, vertex) => {
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ].forEach((bits, middle) => {
      for (const [port, bit] of bits.entries()) {
        edges.push([10 * vertex + middle, 10 * vertex + 4 + 2 * port + bit]);
      }
    });
    return [4, 6, 8].map((port) => 10 * vertex + port);
  });
  base.forEach(([x, y], k) => {
    const [from, to] = [ports[x]!.shift()!, ports[y]!.shift()!];
    const cross = crossed && k === 0 ? 1 : 0;
    edges.push([from, to + cross], [from + 1, to + 1 - cross]);
  });
  return skeleton(10 * n, edges);
}

/** A permutation of 0..n-1 that mixes well and is the same every time. */
function shuffle(n: number, salt: number): number[] {
  const keys = Array.from({ length: n }, (_, k) => Math.imul(k + 1 + salt * 7919, 0x9e3779b1) >>> 0);
  return keys.map((_, k) => k).sort((a, b) => keys[a]! - keys[b]!);
}

function leavesOf(graph: MolecularGraph): number {
  const search = createCanonicalSearch(graph.elements.length);
  findCanonicalLeaf(search, graph);
  return search.leaves;
}

const K4 = ring(4).concat([
  [0, 2],
  [1, 3],
]);
const PRISM = product(2, [[0, 1]], 3, ring(3));
const FRUCHT = lcf(12, [-5, -2, -4, 2, 5, -2, 2, 5, -2, -5, 4, 2]);
const PETERSEN = ring(5).concat([
  [0, 5],
  [1, 6],
  [2, 7],
  [3, 8],
  [4, 9],
  [5, 7],
  [7, 9],
  [9, 6],
  [6, 8],
  [8, 5],
]);
/** Cubic, its vertices in several orbits: below a branch of one, only automorphisms that fix it may prune. */
const LOPSIDED = ring(10).concat([
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 8],
  [7, 9],
]);
const BUCKMINSTERFULLERENE =
  'c12c3c4c5c1c1c6c7c2c2c8c3c3c9c4c4c%10c5c5c1c1c6c6c%11c7c2c2c7c8c3c3c8c9c4c4c9c%10c5c5c1c1c6c6c%11c2c2c7c3c3c8c4c4c9c5c1c1c6c2c3c41';
const ADAMANTYL = 'C13CC2CC(C1)CC(C2)C3';
const TRIADAMANTYLMETHYL = `C(${ADAMANTYL})(${ADAMANTYL})${ADAMANTYL}`;

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
const fullerene = readSmiles(BUCKMINSTERFULLERENE);

// Name, graph, order of the group (textbook values), most leaves that any of the numberings tried may take.
const SYMMETRIC: [string, MolecularGraph, bigint, number][] = [
  ['tetrahedrane', skeleton(4, K4), 24n, 3],
  ['prismane', skeleton(6, PRISM), 12n, 5],
  ['K3,3', skeleton(6, lcf(6, [3])), 72n, 5],
  [
    'K5',
    skeleton(
      5,
      ring(5).concat([
        [0, 2],
        [1, 3],
        [2, 4],
        [3, 0],
        [4, 1],
      ]),
    ),
    120n,
    6,
  ],
  [
    'K4,4',
    skeleton(
      8,
      [0, 1, 2, 3].flatMap((x) => [4, 5, 6, 7].map((y): Edge => [x, y])),
    ),
    1152n,
    7,
  ],
  ['cubane', readSmiles('C12C3C4C1C5C2C3C45'), 48n, 6],
  ['adamantane', readSmiles('C1C2CC3CC1CC(C2)C3'), 24n, 5],
  ['the Petersen graph', skeleton(10, PETERSEN), 120n, 8],
  ['dodecahedrane', skeleton(20, lcf(20, [10, 7, 4, -4, -7, 10, -4, 7, -7, 4])), 120n, 8],
  ['the Desargues graph', skeleton(20, lcf(20, [5, -5, 9, -9])), 240n, 10],
  ["Tutte's 8-cage", skeleton(30, lcf(30, [-13, -9, 7, -7, 9, 13])), 1440n, 14],
  ['the Gray graph', skeleton(54, lcf(54, [-25, 7, -7, 13, -13, 25])), 1296n, 20],
  ['the Foster graph', skeleton(90, lcf(90, [17, -9, 37, -37, 9, -17])), 4320n, 16],
  ['C60H60', skeleton(60, bonds(fullerene)), 120n, 10],
  ['a Kekulé form of C60', fullerene, 2n, 10],
  ['hexachlorobenzene', readSmiles('Clc1c(Cl)c(Cl)c(Cl)c(Cl)c1Cl'), 6n, 6],
  ['a ring of 100', skeleton(100, ring(100)), 200n, 8],
  ['a torus of 10 x 10', skeleton(100, product(10, ring(10), 10, ring(10))), 800n, 12],
  ['a chain of 100', readSmiles('C'.repeat(100)), 2n, 1],
  ['neopentane', skeleton(5, greedyTree(5)), 24n, 1],
  ['the greedy tree C53H108', skeleton(53, greedyTree(53)), 24n * 6n ** 16n, 1],
  ['the greedy tree C161H324', skeleton(161, greedyTree(161)), 24n * 6n ** 52n, 1],
  [
    'a dendrimer with 12 adamantyls',
    readSmiles(`C(${TRIADAMANTYLMETHYL})(${TRIADAMANTYLMETHYL})(${TRIADAMANTYLMETHYL})${TRIADAMANTYLMETHYL}`),
    24n * 6n ** 4n * 6n ** 12n,
    40,
  ],
  ['20 triangles', skeleton(60, copies(20, 3, ring(3))), 6n ** 20n * factorial(20), 60],
  ['10 Petersen graphs', skeleton(100, copies(10, 10, PETERSEN)), 120n ** 10n * factorial(10), 80],
  ['8 Frucht graphs', skeleton(96, copies(8, 12, FRUCHT)), factorial(8), 60],
  ['a CFI graph over the Petersen graph', cfi(10, PETERSEN, false), 7680n, 24],
  ['a CFI graph over a lopsided one', cfi(10, LOPSIDED, false), 512n, 40],
];

function bonds(graph: MolecularGraph): Edge[] {
  const n = graph.elements.length;
  return Array.from(graph.bondOrders.entries()).flatMap(([cell, order]): Edge[] => {
    const [x, y] = [Math.floor(cell / n), cell % n];
    return order > 0 && x < y ? [[x, y]] : [];
  });
}

describe('the search', () => {
  test.each(SYMMETRIC)(
    'knows %s by its code and its group, after few leaves',
    (_, graph, order, mostLeaves) => {
      const { code, automorphisms } = canonicalForm(graph);
      expect(automorphisms).toBe(order);
      const canonizer = createCanonizer(graph.elements.length);
      for (let salt = 0; salt < 5; salt++) {
        const shuffled = relabelled(graph, shuffle(graph.elements.length, salt));
        expect(canonizer.canonicalForm(shuffled)).toMatchObject({ code, automorphisms });
        expect(leavesOf(shuffled)).toBeLessThanOrEqual(mostLeaves);
      }
    },
  );

  test.each([
    ['prismane and K3,3', skeleton(6, PRISM), skeleton(6, lcf(6, [3]))],
    ['decalin-like rings: 10 and 5 + 5', skeleton(10, ring(10)), skeleton(10, copies(2, 5, ring(5)))],
    [
      'prism and Möbius ladder of 48',
      skeleton(48, product(2, [[0, 1]], 24, ring(24))),
      skeleton(48, lcf(48, [24])),
    ],
    [
      'dodecahedrane and Desargues graph',
      skeleton(20, lcf(20, [10, 7, 4, -4, -7, 10, -4, 7, -7, 4])),
      skeleton(20, lcf(20, [5, -5, 9, -9])),
    ],
    ['CFI graphs over tetrahedrane', cfi(4, K4, false), cfi(4, K4, true)],
    ['CFI graphs over prismane', cfi(6, PRISM, false), cfi(6, PRISM, true)],
    ['CFI graphs over the Frucht graph', cfi(12, frucht(), false), cfi(12, frucht(), true)],
  ])('tells apart what colour refinement cannot: %s', (_, a, b) => {
    expect(canonicalForm(a).code).not.toBe(canonicalForm(b).code);
    expect(canonicalForm(relabelled(b, shuffle(b.elements.length, 1))).code).toBe(canonicalForm(b).code);
  });
});

/** LCF notation names each chord twice. */
function frucht(): Edge[] {
  return bonds(skeleton(12, FRUCHT));
}
