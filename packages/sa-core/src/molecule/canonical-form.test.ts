import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomMolecule, relabelled } from '../testing/random-molecule.ts';
import { automorphismGroupOrder, canonicalForm, createCanonizer } from './canonical-form.ts';
import {
  bondOrder,
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from './molecular-graph.ts';
import { readSmiles } from './smiles-reader.ts';

const fixture = (path: string) =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const codeOf = (smiles: string) => canonicalForm(readSmiles(smiles)).code;

/** Every way to lay one graph on the other, found by trying: slow and obviously right. */
function countIsomorphisms(a: MolecularGraph, b: MolecularGraph, images: number[] = []): number {
  const n = a.elements.length;
  const x = images.length;
  if (n !== b.elements.length) return 0;
  if (x === n) return 1;
  let count = 0;
  for (let y = 0; y < n; y++) {
    if (images.includes(y) || a.elements[x] !== b.elements[y]) continue;
    if (a.hydrogenCounts[x] !== b.hydrogenCounts[y]) continue;
    if (images.some((image, earlier) => bondOrder(a, x, earlier) !== bondOrder(b, y, image))) continue;
    count += countIsomorphisms(a, b, [...images, y]);
  }
  return count;
}

const draws = fc.infiniteStream(fc.nat());
const moleculeOf = (atoms: number, palette: Parameters<typeof randomMolecule>[2]) =>
  draws.map((stream) => randomMolecule((below) => stream.next().value % below, atoms, palette));

function shuffledBy(graph: MolecularGraph, keys: readonly number[]): MolecularGraph {
  const images = graph.elements.map((_, k) => k).sort((a, b) => keys[a]! - keys[b]! || a - b);
  return relabelled(graph, images);
}

describe('the canonical code', () => {
  test.each([
    ['C4H8O2', 122],
    ['C6H6', 217],
    ['C8H18', 18],
    ['C8H10', 4679],
  ])('tells all isomers of %s apart, of which there are %i', (formula, count) => {
    const lines = fixture(`isomer-lists/${formula}.smi`);
    expect(lines).toHaveLength(count);
    const codes = lines.map((line) => codeOf(line.split(/\s/)[0]!));
    expect(new Set(codes).size).toBe(count);
  });

  test('is the same whatever the numbering of the atoms', () => {
    fc.assert(
      fc.property(moleculeOf(30, ['C', 'C', 'C', 'N', 'O', 'S', 'P', 'Br']), draws, (graph, order) => {
        const shuffled = shuffledBy(
          graph,
          graph.elements.map(() => order.next().value),
        );
        expect(canonicalForm(shuffled).code).toBe(canonicalForm(graph).code);
      }),
    );
  });

  test('is equal exactly for graphs of which one can be laid on the other', () => {
    // Few atoms of one or two elements, so that both answers are common.
    const pool = moleculeOf(5, ['C', 'C', 'N']);
    let equal = 0;
    fc.assert(
      fc.property(pool, pool, (a, b) => {
        const isomorphic = countIsomorphisms(a, b) > 0;
        if (isomorphic) equal++;
        expect(canonicalForm(a).code === canonicalForm(b).code).toBe(isomorphic);
      }),
      { numRuns: 1500, seed: 1 },
    );
    expect(equal).toBeGreaterThan(50);
  });

  test('tells the two Kekulé forms of o-xylene apart, and has one for benzene', () => {
    expect(codeOf('CC1=C(C)C=CC=C1')).not.toBe(codeOf('CC1=CC=CC=C1C'));
    expect(codeOf('C1=CC=CC=C1')).toBe(codeOf('C=1C=CC=CC=1'));
  });

  test.each([
    ['C', 'C4'],
    ['ClCl', 'cc-0'],
    ['C=CC', 'C3C2C1-0=1'],
    ['BrC#N', 'CN#0b-0'],
  ])('of %s is %s', (smiles, code) => {
    expect(codeOf(smiles)).toBe(code);
  });

  test.each(['Cl|Br', 'F|I', 'C|N', 'O|S', 'N|P', 'CO|C=O', 'C=CC#N|C=C=C=N', 'N#CO|O=C=N'])(
    'sees elements, hydrogens and bond orders: %s',
    (pair) => {
      const [a, b] = pair.split('|');
      expect(codeOf(a!)).not.toBe(codeOf(b!));
    },
  );

  test('is written whole for a molecule of 2,000 atoms', () => {
    const { code, automorphisms } = canonicalForm(readSmiles('C'.repeat(2000)));
    expect(code.match(/C/g)).toHaveLength(2000);
    expect(code.match(/-\d+/g)).toHaveLength(1999);
    expect(automorphisms).toBe(2n);
  });
});

describe('the canonical labelling', () => {
  test('makes isomorphic graphs the same graph', () => {
    fc.assert(
      fc.property(moleculeOf(16, ['C', 'C', 'N', 'O']), draws, (graph, order) => {
        const shuffled = shuffledBy(
          graph,
          graph.elements.map(() => order.next().value),
        );
        const here = relabelled(graph, canonicalForm(graph).labelling);
        const there = relabelled(shuffled, canonicalForm(shuffled).labelling);
        expect(there.elements).toEqual(here.elements);
        expect(there.hydrogenCounts).toEqual(here.hydrogenCounts);
        expect(bondsOf(there)).toEqual(bondsOf(here));
      }),
    );
  });
});

describe('the order of the automorphism group', () => {
  test.each(['C4H10', 'C4H8O2', 'C6H12', 'C6H14'])(
    'with hydrogens is right for all isomers of %s',
    (formula) => {
      for (const line of fixture(`stationary/${formula}.tsv`)) {
        const [smiles, order] = line.split('\t');
        expect([smiles, automorphismGroupOrder(readSmiles(smiles!))]).toEqual([smiles, BigInt(order!)]);
      }
    },
  );

  test('is the number of ways to lay the graph on itself', () => {
    fc.assert(
      fc.property(moleculeOf(7, ['C']), (graph) => {
        expect(canonicalForm(graph).automorphisms).toBe(BigInt(countIsomorphisms(graph, graph)));
      }),
      { numRuns: 300 },
    );
  });

  // Here refinement leads to labellings that its traces cannot tell apart, and that still show different bonds.
  test.each([
    'C12C3C4C3C3C1C1C2C1C43',
    'C12C3C4C5C1C5C2C1C2C4C2C31',
    'C123C45C67C89C%10(C397)C3(C186)C24C53%10',
    'C123C45C67C48C14C19C2%10C12C6(C352)C78C%1094',
  ])('rests on comparing bonds, not on hashes: %s', (smiles) => {
    const graph = readSmiles(smiles);
    const form = canonicalForm(graph);
    expect(form.automorphisms).toBe(BigInt(countIsomorphisms(graph, graph)));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (order) => {
        const shuffled = shuffledBy(
          graph,
          graph.elements.map(() => order.next().value),
        );
        expect(canonicalForm(shuffled)).toMatchObject({ code: form.code, automorphisms: form.automorphisms });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['C', 24n],
    ['O', 2n],
    ['CC', 72n],
    ['CC(C)(C)C', 24n * 6n ** 4n],
    ['C12C3C4C1C5C2C3C45', 48n],
    ['C1CCCCC1', 12n * 2n ** 6n],
  ])('with hydrogens of %s is %i', (smiles, order) => {
    expect(automorphismGroupOrder(readSmiles(smiles))).toBe(order);
  });
});

describe('a canonizer', () => {
  test('gives the same answers however often it is used, and the same as a new one', () => {
    const lines = fixture('isomer-lists/C6H6.smi').map((line) => readSmiles(line.split(/\s/)[0]!));
    const canonizer = createCanonizer(6);
    const once = lines.map((graph) => canonizer.canonicalForm(graph));
    const again = lines.toReversed().map((graph) => canonizer.canonicalForm(graph));
    expect(again.toReversed()).toEqual(once);
    expect(lines.map((graph) => canonizer.canonicalCode(graph))).toEqual(once.map(({ code }) => code));
    expect(lines.map(canonicalForm)).toEqual(once);
  });

  test('refuses a graph of another size', () => {
    expect(() => createCanonizer(5).canonicalCode(readSmiles('CCC'))).toThrow(RangeError);
  });

  test('sees hydrogens that valences do not imply', () => {
    const twoCarbons = ([a, b]: [number, number]) => {
      const graph = createMolecularGraph(['C', 'C']);
      setBondOrder(graph, 0, 1, 1);
      graph.hydrogenCounts.set([a, b]);
      return canonicalForm(graph);
    };
    expect(twoCarbons([3, 2])).toMatchObject({ code: twoCarbons([2, 3]).code, automorphisms: 1n });
    expect(twoCarbons([3, 2]).code).not.toBe(twoCarbons([3, 3]).code);
  });

  test('takes graphs that do not hang together, and the empty one', () => {
    const pairs = createMolecularGraph(['C', 'C', 'C', 'C']);
    setBondOrder(pairs, 0, 2, 1);
    setBondOrder(pairs, 1, 3, 1);
    expect(canonicalForm(pairs).automorphisms).toBe(8n);
    expect(canonicalForm(createMolecularGraph([]))).toEqual({
      labelling: new Uint16Array(0),
      code: '',
      automorphisms: 1n,
    });
  });
});
