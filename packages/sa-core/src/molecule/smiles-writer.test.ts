import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaCoreError } from '../errors.ts';
import { randomMolecule, relabelled } from '../testing/random-molecule.ts';
import { canonicalForm } from './canonical-form.ts';
import { createMolecularGraph, setBondOrder } from './molecular-graph.ts';
import { readSmiles } from './smiles-reader.ts';
import { canonicalKekuleSmiles, writeSmiles } from './smiles-writer.ts';

const draws = fc.infiniteStream(fc.nat());
const molecule = draws.map((stream) =>
  randomMolecule((below) => stream.next().value % below, 40, [
    'C',
    'C',
    'C',
    'C',
    'N',
    'O',
    'S',
    'P',
    'F',
    'Cl',
    'Br',
    'I',
  ]),
);

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof SaCoreError) return error.code;
    throw error;
  }
  return undefined;
}

describe('writing SMILES', () => {
  test('and reading it gives the molecule back', () => {
    fc.assert(
      fc.property(molecule, (graph) => {
        expect(canonicalForm(readSmiles(writeSmiles(graph))).code).toBe(canonicalForm(graph).code);
      }),
      { numRuns: 300 },
    );
  });

  test('uses the organic subset, bonds = and #, and ring numbers only', () => {
    fc.assert(
      fc.property(molecule, (graph) => {
        expect(writeSmiles(graph)).toMatch(/^(?:Cl|Br|[CNOSPFI]|[=#]|[()]|\d|%\d\d)+$/);
      }),
    );
  });

  test.each([
    ['C', 'C'],
    ['Cl', 'Cl'],
    ['O', 'O'],
    ['C#N', 'C#N'],
    ['C=1C=CC=CC=1', 'C1=CC=CC=C1'],
    ['C(CCC)(C)C=O', 'C(C)(C=O)CCC'],
    ['C1CC2CCC1CC2', 'C1CC2CCC1CC2'],
    ['C12CC1C2', 'C12CC1C2'],
    ['C1CC1C1CC1', 'C1CC1C1CC1'],
  ])('%s, as numbered, gives %s', (smiles, written) => {
    expect(writeSmiles(readSmiles(smiles))).toBe(written);
  });

  test('starts at the lowest rank and goes on to the lowest', () => {
    const ethanol = readSmiles('CCO');
    expect(writeSmiles(ethanol, [2, 1, 0])).toBe('OCC');
    expect(writeSmiles(ethanol, [1, 0, 2])).toBe('C(C)O');
  });

  test('writes no ring number twice at one atom', () => {
    fc.assert(
      fc.property(molecule, (graph) => {
        for (const [rings] of writeSmiles(graph).matchAll(/(?<=[A-Za-z])[=#\d%]+/g)) {
          const numbers = rings.match(/%\d\d|\d/g) ?? [];
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
    );
  });

  test.each([
    [24, /%1\d/],
    [240, /%\(1\d\d\)/],
  ])('closes any number of rings that are open at once: %i', (atoms, numbers) => {
    // A chain of which each atom of the first half is bound to one of the second.
    const graph = createMolecularGraph(new Array<'C'>(atoms).fill('C'));
    for (let x = 1; x < atoms; x++) setBondOrder(graph, x - 1, x, 1);
    for (let x = 0; x < atoms / 2 - 1; x++) setBondOrder(graph, x, atoms / 2 + x + 1, 1);
    graph.degrees.forEach((degree, x) => {
      graph.hydrogenCounts[x] = 4 - degree;
    });
    const written = writeSmiles(graph);
    expect(written).toMatch(numbers);
    expect(canonicalForm(readSmiles(written)).code).toBe(canonicalForm(graph).code);
  });

  test('refuses molecules that SMILES would read with other hydrogens, and those that fall apart', () => {
    const radical = createMolecularGraph(['C', 'C']);
    setBondOrder(radical, 0, 1, 1);
    expect(codeOf(() => writeSmiles(radical))).toBe('smiles_valence');
    const two = createMolecularGraph(['O', 'O']);
    two.hydrogenCounts.fill(2);
    expect(codeOf(() => writeSmiles(two))).toBe('smiles_disconnected');
    expect(writeSmiles(createMolecularGraph([]))).toBe('');
  });
});

describe('the canonical Kekulé SMILES', () => {
  test('does not depend on the numbering of the atoms', () => {
    fc.assert(
      fc.property(molecule, draws, (graph, order) => {
        const keys = graph.elements.map(() => order.next().value);
        const images = keys.map((_, k) => k).sort((a, b) => keys[a]! - keys[b]! || a - b);
        expect(canonicalKekuleSmiles(relabelled(graph, images))).toBe(canonicalKekuleSmiles(graph));
      }),
    );
  });

  test('is different for all 217 isomers of C6H6, and unchanged by reading and writing', () => {
    const text = readFileSync(new URL('../fixtures/isomer-lists/C6H6.smi', import.meta.url), 'utf8');
    const written = text
      .trim()
      .split('\n')
      .map((line) => canonicalKekuleSmiles(readSmiles(line.split(/\s/)[0]!)));
    expect(new Set(written).size).toBe(217);
    expect(written.map((smiles) => canonicalKekuleSmiles(readSmiles(smiles)))).toEqual(written);
  });

  test.each([
    ['O=C(O)c1ccccc1OC(C)=O', 'CC(=O)OC1=CC=CC=C1C(=O)O'],
    ['Cn1c(=O)c2c(ncn2C)n(C)c1=O', 'CN1C=NC2=C1C(=O)N(C)C(=O)N2C'],
    ['OCC', 'CCO'],
  ])('of %s reads well: %s', (smiles, canonical) => {
    expect(canonicalKekuleSmiles(readSmiles(smiles))).toBe(canonical);
  });
});
