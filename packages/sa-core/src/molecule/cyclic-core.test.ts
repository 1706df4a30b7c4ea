import { describe, expect, test } from '@jest/globals';
import { createAtomTable, tabulate } from './atom-table.ts';
import { createRefinement, refineAll } from './colour-refinement.ts';
import { colourByKind, createColouring } from './colouring.ts';
import { createCyclicCore, smallestCoreCell } from './cyclic-core.ts';
import { readSmiles } from './smiles-reader.ts';

/** The number of atoms in the cell to branch on, 0 when there is none. */
function coreCellSize(smiles: string): number {
  const graph = readSmiles(smiles);
  const size = graph.elements.length;
  const table = createAtomTable(size);
  const colouring = createColouring(size);
  tabulate(table, graph);
  colourByKind(colouring, table);
  refineAll(createRefinement(size), colouring, table);
  const cell = smallestCoreCell(createCyclicCore(size), colouring, table);
  return cell < 0 ? 0 : colouring.cellSizes[cell]!;
}

describe('the cyclic core', () => {
  test.each([
    ['nothing to choose', 'OCCN'],
    ['a tree with many symmetries', 'CC(C)(C)C(C(C)(C)C)(C(C)(C)C)C(C)(C)C'],
    ['a tree with a symmetric middle', 'CCCCCC'],
    ['a ring with one atom that stands out', 'C1CCCCCCC1O'],
    ['a triangle that hangs on an atom', 'CC(C)(C)C1CC1'],
  ])('is empty for %s', (_, smiles) => {
    expect(coreCellSize(smiles)).toBe(0);
  });

  test.each([
    ['a ring', 'C1CCCCC1', 6],
    ['a cage', 'C12C3C4C1C5C2C3C45', 8],
    ['p-xylene, at the carbons with methyl', 'CC1=CC=C(C)C=C1', 2],
    ['two equal rings on one atom, where they hang', 'C1CCC1CC1CCC1', 2],
    ['a ring with equal branches, not at their ends', 'CC1C(C)C1C', 3],
    ['bicyclohexyl-like pairs of rings in a ring', 'C1CC2(C1)CCC21CCC1', 2],
  ])('has a cell for %s', (_, smiles, size) => {
    expect(coreCellSize(smiles)).toBe(size);
  });
});
