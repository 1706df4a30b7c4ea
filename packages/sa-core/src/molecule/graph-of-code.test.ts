import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { canonicalForm } from './canonical-form.ts';
import { graphOfCode } from './graph-of-code.ts';
import { hasValidValences } from './molecular-graph.ts';
import { canonicalKekuleSmiles, writeSmiles } from './smiles-writer.ts';

describe('the graph of a canonical code', () => {
  test('is the molecule, numbered by its canonical positions', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, atoms) => {
        const molecule = moleculeOfSeed(seed, atoms);
        const { code, labelling } = canonicalForm(molecule);
        const graph = graphOfCode(code);
        molecule.elements.forEach((element, x) => {
          expect(graph.elements[labelling[x]!]).toBe(element);
        });
        expect(hasValidValences(graph)).toBe(true);
        expect(canonicalForm(graph).code).toBe(code);
        expect(writeSmiles(graph)).toBe(canonicalKekuleSmiles(molecule));
      }),
    );
  });

  test('of propene', () => {
    expect(writeSmiles(graphOfCode('C3C2C1-0=1'))).toBe('CC=C');
  });
});
