import { describe, expect, it } from '@jest/globals';
import { isomerFacts } from './isomer-facts.ts';

describe('what a run has met', () => {
  const met = [30, 28, 29, 28].map((score, i) => ({ smiles: `${i}`, score, firstStep: 10 * i, visits: 1 }));

  it('is so many isomers, the first of the best score at a step', () => {
    expect(isomerFacts(met, 28)).toEqual({ count: 4, bestStep: 10 });
  });

  it('has no step for a best score that is not remembered', () => {
    expect(isomerFacts(met, 27)).toEqual({ count: 4, bestStep: null });
  });
});
