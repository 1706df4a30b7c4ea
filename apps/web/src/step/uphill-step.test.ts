import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasRise, nextUphillStep } from './uphill-step.ts';

/** A run whose score after step s is scores[s]; every change of it is an accepted step. */
function runOf(scores: readonly number[], sign: 1 | -1) {
  const asked: number[] = [];
  const explain = async (step: number) => {
    asked.push(step);
    const difference = sign * (scores[step]! - scores[step - 1]!);
    const before = { smiles: 'C', score: scores[step - 1]!, hydrogens: [], bonds: [] };
    return { before, outcome: 'accepted', difference } as const;
  };
  const points = scores.map((currentScore, step) => ({ step, currentScore }));
  return { points, explain, asked };
}

describe('the next step for the worse', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 60 });
  const signs = fc.constantFrom(1 as const, -1 as const);

  it('is the first one, where each step is a point', async () => {
    await fc.assert(
      fc.asyncProperty(scores, signs, fc.nat({ max: 60 }), async (values, sign, after) => {
        const { points, explain } = runOf(values, sign);
        const expected = values.findIndex((v, s) => s > after && sign * (v - values[s - 1]!) > 0);
        expect(await nextUphillStep(points, sign, after, explain)).toBe(expected === -1 ? null : expected);
      }),
    );
  });

  it('is one wherever thinned points tell of a rise, found by halving', async () => {
    await fc.assert(
      fc.asyncProperty(scores, signs, fc.integer({ min: 2, max: 20 }), async (values, sign, stride) => {
        const { points, explain, asked } = runOf(values, sign);
        const thinned = points.filter(({ step }) => step % stride === 0);
        const step = await nextUphillStep(thinned, sign, 0, explain);
        expect(step !== null).toBe(hasRise(thinned, sign));
        if (step === null) return;
        expect(sign * (values[step]! - values[step - 1]!)).toBeGreaterThan(0);
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(stride)) + 1);
      }),
    );
  });

  it('is looked for after a step between two points', async () => {
    const { points, explain } = runOf([1, 2, 1, 1, 2, 3], 1);
    expect(await nextUphillStep([points[0]!, points[5]!], 1, 2, explain)).toBeGreaterThan(2);
  });

  it('is none where a cycle begins anew with a worse molecule', async () => {
    const points = [1, 2].map((currentScore, step) => ({ step, currentScore }));
    const explain = async () => ({ ...(await runOf([2, 2], 1).explain(1)), outcome: 'rejected' as const });
    expect(await nextUphillStep(points, 1, 0, explain)).toBeNull();
  });
});
