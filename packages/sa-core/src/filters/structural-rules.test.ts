import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { bondOrder } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { Random } from '../random.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { relabelled } from '../testing/random-molecule.ts';
import { refusalOf } from '../testing/refusal.ts';
import { rulesNamed } from './rules-named.ts';
import { STRUCTURAL_RULES } from './structural-rules.ts';

const countIn = (name: string, graph: MolecularGraph) => rulesNamed([name])[0]!.countIn(graph);
const ringOf = (atoms: number, opening: string) => `${opening}${'C'.repeat(atoms - 2)}1`;

/** By rule, molecules with the number of places where they break it. */
const EXAMPLES: Record<string, readonly (readonly [smiles: string, places: number])[]> = {
  'no-cumulenes': [
    ['C=C=C', 1],
    ['C=C=C=C', 2],
    ['O=C=O', 1],
    ['C=CC=C', 0],
    ['CC#C', 0],
    ['C=C=NC', 1],
  ],
  'no-allenes-in-small-rings': [
    ['C1=C=CCCCCC1', 1],
    ['C1=C=CCCCCCC1', 0],
    ['C=C=C1CCCC1', 0],
    ['C1=C=C1', 1],
    ['C1=C=C=CCCCC1', 2],
  ],
  'no-triple-bonds-in-small-rings': [
    ...[3, 4, 5, 6, 7].map((n) => [ringOf(n, 'C1#C'), 1] as const),
    ...[8, 9, 12].map((n) => [ringOf(n, 'C1#C'), 0] as const),
    ['C#CC1CC1', 0],
    ['C1#CC#CC1', 2],
  ],
  'no-double-bonds-in-small-rings': [
    ['C1=CC1', 1],
    ['C1=CC=C1', 2],
    ['C1=CCC1', 1],
    ['C1=CCCC1', 0],
    ['C=C1CC1', 0],
    ['O=C1CC1', 0],
    ['c1ccccc1', 0],
  ],
  'no-three-membered-rings': [
    ['C1CC1', 1],
    ['C1CO1', 1],
    ['C1C2CC12', 2],
    ['C1CCC1', 0],
    ['C12C3C1C23', 4],
  ],
  'no-four-membered-rings': [
    ['C1CCC1', 1],
    ['C1CC1', 0],
    ['C1C2CC12', 1],
    ['C12C3C4C1C5C2C3C45', 6],
    ['C12C3C1C23', 3],
    ['C1CCCC1', 0],
  ],
  'no-peroxides': [
    ['OO', 1],
    ['O=O', 1],
    ['COOOC', 2],
    ['COCOC', 0],
    ['CSSC', 0],
    ['CON', 0],
  ],
  'no-heteroatom-chains': [
    ['NNN', 1],
    ['NNO', 1],
    ['NNNN', 2],
    ['N1NN1', 3],
    ['NN', 0],
    ['NCN', 0],
    ['N(N)(N)N', 3],
    ['CON=O', 1],
    ['ClNCl', 0],
    ['SOS', 0],
  ],
};

describe('the structural rules', () => {
  test('are eight, with names of one form, all different, and references that exist', () => {
    const references = readFileSync(new URL('../../../../docs/references.bib', import.meta.url), 'utf8');
    expect(STRUCTURAL_RULES).toHaveLength(8);
    expect(new Set(STRUCTURAL_RULES.map(({ name }) => name)).size).toBe(8);
    for (const rule of STRUCTURAL_RULES) {
      expect(rule.name).toMatch(/^no-[a-z-]+$/);
      expect(rule.description).toMatch(/^No .*\.$/);
      expect(rule.references.length).toBeGreaterThan(0);
      for (const key of rule.references) expect(references).toContain(`{${key},`);
    }
  });

  test('are those that a run knows by the same name, and forbid the same', () => {
    for (const { name, countIn: judge } of STRUCTURAL_RULES) {
      expect(rulesNamed([name])).toEqual([{ name, countIn: judge }]);
    }
    const error = refusalOf(() => rulesNamed(['']));
    expect(error!.message).toContain(`Known are: ${STRUCTURAL_RULES.map(({ name }) => name).join(', ')}.`);
  });

  test('stand in docs/filters.md as they describe themselves', () => {
    const document = readFileSync(new URL('../../../../docs/filters.md', import.meta.url), 'utf8');
    for (const { name, description, references } of STRUCTURAL_RULES) {
      const cited = references.map((key) => `[${key}]`).join(', ');
      expect(document).toContain(`| \`${name}\` | ${description} | ${cited} |\n`);
    }
  });

  test.each(STRUCTURAL_RULES.map(({ name }) => name))(
    '%s counts what it forbids in molecules known',
    (name) => {
      for (const [smiles, places] of EXAMPLES[name]!) {
        expect([smiles, countIn(name, readSmiles(smiles))]).toEqual([smiles, places]);
      }
    },
  );

  test('judge isomers, not numberings', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const graph = moleculeOfSeed(seed, 12, ['C', 'C', 'C', 'N', 'O']);
        const random = Random.fromSeed(order);
        const images = graph.elements.map((_, x) => x);
        for (let i = images.length - 1; i > 0; i--) {
          const j = random.below(i + 1);
          [images[i], images[j]] = [images[j]!, images[i]!];
        }
        const other = relabelled(graph, images);
        for (const rule of STRUCTURAL_RULES) {
          expect([rule.name, rule.countIn(other)]).toEqual([rule.name, rule.countIn(graph)]);
        }
      }),
    );
  });

  test('find the same small rings as a search for all cycles, one by one', () => {
    let found = 0;
    for (let seed = 0; seed < 300; seed++) {
      const graph = moleculeOfSeed(seed, 10, ['C', 'C', 'C', 'N']);
      const cycles = [3, 4, 5, 6, 7].flatMap((length) => cyclesOf(graph, length));
      const isIn = (order: number, longest: number) =>
        new Set(
          cycles
            .filter((cycle) => cycle.length <= longest)
            .flatMap((cycle) => cycle.map((x, i) => [x, cycle[(i + 1) % cycle.length]!] as const))
            .filter(([x, y]) => bondOrder(graph, x, y) === order)
            .map(([x, y]) => `${Math.min(x, y)}-${Math.max(x, y)}`),
        ).size;
      const counts = [
        ['no-three-membered-rings', cycles.filter(({ length }) => length === 3).length],
        ['no-four-membered-rings', cycles.filter(({ length }) => length === 4).length],
        ['no-double-bonds-in-small-rings', isIn(2, 4)],
        ['no-triple-bonds-in-small-rings', isIn(3, 7)],
      ] as const;
      for (const [name, count] of counts) {
        found += count;
        expect([seed, name, countIn(name, graph)]).toEqual([seed, name, count]);
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  test('that do not exist are refused, and those that do are told', () => {
    const error = refusalOf(() => rulesNamed(['no-peroxides', 'no-nonsense']));
    expect([error?.code, error?.pointer]).toEqual(['filter_unknown', '/filters/1']);
    expect(error!.message).toMatch(/"no-nonsense".*no-cumulenes, .*no-heteroatom-chains/);
  });
});

/** Every cycle of this many atoms once, from its lowest atom on and in one of its two directions. */
function cyclesOf(graph: MolecularGraph, length: number): number[][] {
  const atoms = graph.elements.map((_, x) => x);
  const grow = (path: readonly number[]): number[][] => {
    const last = path.at(-1)!;
    if (path.length === length) {
      return bondOrder(graph, last, path[0]!) > 0 && path[1]! < last ? [[...path]] : [];
    }
    return atoms
      .filter((y) => y > path[0]! && !path.includes(y) && bondOrder(graph, last, y) > 0)
      .flatMap((y) => grow([...path, y]));
  };
  return atoms.flatMap((x) => grow([x]));
}
