import { describe, expect, test } from '@jest/globals';
import { advance } from '../annealing/advance.ts';
import { prepareAnnealing } from '../annealing/annealing.ts';
import { startCheckpoint } from '../annealing/checkpoint.ts';
import { createCanonizer } from '../molecule/canonical-form.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import { forEachOutcome } from '../testing/isomer-space.ts';
import { enumerateIsomers } from './isomer-space.ts';
import { molecularGraphOf } from './labelled-isomer.ts';

/** Which atoms have how many hydrogens, whatever their numbering. */
const patternOf = ({ elements, hydrogenCounts }: MolecularGraph) =>
  elements
    .map((element, x) => `${element}H${hydrogenCounts[x]}`)
    .sort()
    .join(' ');

/** The isomers that bond switches alone lead to from one of them. */
function reachedFrom(start: MolecularGraph): Set<string> {
  const { canonicalCode } = createCanonizer(start.elements.length);
  const reached = new Map([[canonicalCode(start), start]]);
  for (const graph of reached.values()) {
    forEachOutcome(graph, 'switch', (_, after) => {
      if (after === undefined || reached.has(canonicalCode(after))) return;
      reached.set(canonicalCode(after), structuredClone(after));
    });
  }
  return new Set(reached.keys());
}

function isomersMet(formula: string, initial: string, proposal: 'bonds' | 'fixed-hydrogens'): string[] {
  const annealing = prepareAnnealing({
    formula,
    initial,
    proposal,
    initial_temp: 1e9,
    cooling_schedule_k: 0,
  });
  const { records } = advance(annealing, startCheckpoint(annealing), 2000);
  const met = records.molecules.map((isomer) =>
    canonicalKekuleSmiles(molecularGraphOf(annealing.elements, isomer)),
  );
  return [...new Set(met)].sort();
}

describe('the proposal "fixed-hydrogens"', () => {
  test.each([
    ['C6H14', 4],
    ['C8H18', 7],
    ['C6H6', 7],
    ['C6H12', 7],
    ['C5H8', 6],
    ['C4H8O2', 13],
    ['C3H7NO2', 26],
    ['CH4N2O', 10],
  ])(
    'reaches from any isomer of %s all with its hydrogens and no other: %i patterns',
    (formula, patterns) => {
      const codes = new Map<string, Set<string>>();
      const starts = new Map<string, MolecularGraph>();
      for (const { graph, code } of enumerateIsomers(formula)) {
        const pattern = patternOf(graph);
        starts.set(pattern, graph);
        codes.set(pattern, (codes.get(pattern) ?? new Set()).add(code));
      }
      expect(codes.size).toBe(patterns);
      for (const [pattern, start] of starts) expect(reachedFrom(start)).toEqual(codes.get(pattern));
    },
  );

  test('never leaves n-hexane, which is why hydrogens take part in the other proposals', () => {
    expect(isomersMet('C6H14', 'CCCCCC', 'fixed-hydrogens')).toEqual(['CCCCCC']);
    expect(isomersMet('C6H14', 'CC(C)CCC', 'fixed-hydrogens')).toHaveLength(2);
    expect(isomersMet('C6H14', 'CCCCCC', 'bonds')).toHaveLength(5);
  });
});
