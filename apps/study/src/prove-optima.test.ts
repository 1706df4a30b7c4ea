import { expect, test } from '@jest/globals';
import { PROBLEMS, type Problem } from './problems.ts';
import { countOptimum, proveOptima } from './prove-optima.ts';

const SMALL: Problem = {
  name: 'C6H6',
  title: 'C6H6',
  objective: { formula: 'C6H6', component_weights: { wiener_index: 1 } },
  optimum: 21,
  proof: 'enumeration',
  isomers: { optimal: 9, all: 217 },
};

test('the optimum of C6H6 is that of the truth table', () => {
  expect(countOptimum(SMALL)).toEqual({ optimum: 21, optimal: 9, all: 217 });
});

test('an objective with a target and logP is counted too', () => {
  const objective = {
    formula: 'C6H6',
    component_weights: { wiener_index: 1, logp: 1 },
    component_targets: { logp: 2 },
  };
  const { optimum, all } = countOptimum({ ...SMALL, objective });
  expect(all).toBe(217);
  expect(optimum).toBeGreaterThanOrEqual(21);
});

test('a claim that is untrue is refused', () => {
  expect([...proveOptima([SMALL])]).toEqual(['C6H6: 21, by 9 of 217 isomers']);
  for (const untrue of [
    { ...SMALL, optimum: 22 },
    { ...SMALL, optimum: 20 },
    { ...SMALL, isomers: { optimal: 8, all: 217 } },
  ]) {
    expect(() => [...proveOptima([untrue])]).toThrow(/Correct problems.ts/);
  }
});

test('problems of one formula that are said to be enumerated agree on the number of isomers', () => {
  const counts = new Map<string, number>();
  for (const { objective, proof, isomers } of PROBLEMS) {
    expect(isomers !== undefined).toBe(proof === 'enumeration');
    if (isomers === undefined) continue;
    expect(counts.get(objective.formula) ?? isomers.all).toBe(isomers.all);
    counts.set(objective.formula, isomers.all);
  }
});
