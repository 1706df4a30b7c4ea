import { describe, expect, it } from '@jest/globals';
import { criterionInNumbers } from './criterion-in-numbers.ts';

const molecule = (score: number) => ({ smiles: 'C', score, hydrogens: [4], bonds: [] });
const step = {
  before: molecule(68),
  proposed: molecule(76),
  difference: 8,
  probability: Math.exp(-8 / 4.933),
  drawn: 0.14,
  temperature: 4.933,
};

describe('the Metropolis criterion in numbers', () => {
  it('puts the numbers of a step for the worse in', () => {
    expect(criterionInNumbers(step)).toMatchObject({
      difference: '76 − 68 = 8',
      criterion: 'exp(−8 / 4.933) = 0.20',
      u: '0.14',
      scale: 'shaded: p = 0.20; mark: u = 0.14',
    });
  });

  it('is sure of a step for the better', () => {
    const better = { ...step, proposed: molecule(60), difference: -8, probability: 1 };
    expect(criterionInNumbers(better)).toMatchObject({
      difference: '60 − 68 = −8',
      criterion: 'exp(−(−8) / 4.933) > 1, so 1',
    });
  });

  it('takes the scores the other way round where the run maximises', () => {
    expect(criterionInNumbers({ ...step, proposed: molecule(60) }).difference).toBe('68 − 60 = 8');
  });

  it('tells a corrected probability apart', () => {
    expect(criterionInNumbers({ ...step, probability: 0.4 }).criterion).toBe(
      'exp(−8 / 4.933) = 0.20, corrected: 0.40',
    );
  });

  it('has no number at kT = 0 that is none', () => {
    const cold = { ...step, temperature: 0, probability: 0 };
    expect(criterionInNumbers(cold).criterion).toBe('exp(−8 / 0) = 0.00');
    const equal = { ...cold, proposed: molecule(68), difference: 0, probability: 1 };
    expect(criterionInNumbers(equal).criterion).toBe('exp(−0 / 0) = 1.00');
  });

  it('decides nothing where there is no score, or no step', () => {
    const none = { ...step, proposed: null, difference: null, probability: null };
    expect(criterionInNumbers(none)).toMatchObject({
      difference: 'no score to compare',
      u: '0.14',
      probability: 0,
    });
    expect(criterionInNumbers(null).scale).toBe('there is nothing to decide');
  });
});
