import { describe, expect, test } from '@jest/globals';
import { setBondOrder } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { createObjective, energyOf } from './objective.ts';
import type { ScoringComponent } from './scoring-component.ts';
import { createTables, fillTables, type SharedTables, tablesOf } from './shared-tables.ts';
import { wienerIndexOf } from './wiener-index.ts';

function reader(
  name: string,
  seen: (SharedTables | undefined)[],
  needs?: readonly 'distances'[],
): ScoringComponent {
  return {
    name,
    version: 1,
    description: 'for tests',
    unit: '1',
    resolution: 1,
    ...(needs && { needs }),
    score: (_, shared) => {
      seen.push(shared);
      return 1;
    },
  };
}

describe('the distances', () => {
  test('of butane stand row by row', () => {
    expect([...tablesOf(readSmiles('CCCC')).distances]).toEqual([
      0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0,
    ]);
    expect([...tablesOf(readSmiles('C')).distances]).toEqual([0]);
  });

  test('add up to twice the Wiener index, also in memory that held another molecule', () => {
    for (let seed = 0; seed < 100; seed++) {
      const graph = moleculeOfSeed(seed, 50);
      const memory = createTables(graph.elements.length, ['distances']);
      memory.distances.fill(7);
      fillTables(memory, graph);
      expect(memory.distances.reduce((sum, d) => sum + d, 0)).toBe(2 * wienerIndexOf(graph));
    }
  });
});

test('distances of a graph in two parts end, and are n where there is no path', () => {
  const parts = readSmiles('CCC');
  setBondOrder(parts, 1, 2, 0);
  expect([...tablesOf(parts).distances]).toEqual([0, 1, 3, 1, 0, 3, 3, 3, 0]);
});

describe('an objective', () => {
  const graph = readSmiles('CCCC');

  test('gives all its components one and the same tables, filled if one of them needs them', () => {
    const seen: (SharedTables | undefined)[] = [];
    const objective = createObjective({ a: 1, b: 1 }, [reader('a', seen), reader('b', seen, ['distances'])]);
    expect(objective.needs).toEqual(['distances']);
    const tables = createTables(4, objective.needs);
    energyOf(objective, graph, new Float64Array(2), tables);
    expect(seen).toEqual([tables, tables]);
    expect([...tables.distances]).toEqual([...tablesOf(graph).distances]);
  });

  test('computes no table that none of its components needs', () => {
    const seen: (SharedTables | undefined)[] = [];
    const objective = createObjective({ a: 1 }, [reader('a', seen)]);
    energyOf(objective, graph, new Float64Array(1));
    expect([objective.needs, seen[0]?.distances.length]).toEqual([[], 0]);
  });
});
