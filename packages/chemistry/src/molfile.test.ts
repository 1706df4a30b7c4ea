import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { Molecule } from 'openchemlib';
import { canonicalSmiles } from './canonical-smiles.ts';
import { anyMolecule, saturated } from './fixtures/random-molecule.ts';
import { hillFormula } from './hill-formula.ts';
import { molfile } from './molfile.ts';
import { toOclMolecule } from './ocl-molecule.ts';

describe('molfile', () => {
  it('is a V2000 file with the name, the counts and bonds of one unit', () => {
    const lines = molfile(readSmiles('CCO')).split('\n');
    expect(lines[0]).toBe('C2H6O');
    expect(lines[3]).toBe('  3  2  0  0  0  0  0  0  0  0999 V2000');
    const places = lines.slice(4, 7).map((line) => line.trim().split(/\s+/).slice(0, 2).map(Number));
    const [first, second] = lines.slice(7, 9).map((line) => line.trim().split(/\s+/).map(Number));
    for (const [from, to] of [first!, second!]) {
      const [a, b] = [places[from! - 1]!, places[to! - 1]!];
      expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)).toBeCloseTo(1, 3);
    }
    expect(lines).toContain('M  END');
  });

  it('holds the molecule, with every atom at a place of its own', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph }) => {
        const read = Molecule.fromMolfile(molfile(graph));
        const built = toOclMolecule(graph);
        expect(read.getMolecularFormula()).toEqual(built.getMolecularFormula());
        expect(read.getAllBonds()).toBe(built.getAllBonds());
        const places = graph.elements.map(
          (_, i) => `${read.getAtomX(i).toFixed(2)} ${read.getAtomY(i).toFixed(2)}`,
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is V3000 when three columns cannot hold the counts', () => {
    const chain = saturated(
      Array<'C'>(1000).fill('C'),
      Array.from({ length: 999 }, (_, i) => [i, i + 1, 1] as const),
    );
    const text = molfile(chain);
    expect(text).toContain('V3000');
    expect(text).toContain('M  V30 COUNTS 1000 999');
    expect(text.split('\n')[0]).toBe(hillFormula(chain));
  }, 60_000);

  it('says nothing of stereochemistry that a reader must believe', () => {
    const graph = readSmiles('CC(N)C(F)O');
    expect(canonicalSmiles(graph)).not.toContain('@');
    expect(Molecule.fromMolfile(molfile(graph)).toIsomericSmiles()).not.toContain('@');
  });
});
