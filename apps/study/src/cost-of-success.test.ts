import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costRatio, stepsToSuccess } from './cost-of-success.ts';

const NEVER = Number.POSITIVE_INFINITY;
const repeat = (value: number, times: number) => new Array<number>(times).fill(value);
const at = (firstSteps: number[], steps = 2000) => ({ steps, firstSteps });

describe('stepsToSuccess', () => {
  test('is the step by which 99 % of the runs succeed, where they do', () => {
    expect(stepsToSuccess([at([...repeat(700, 99), NEVER])])).toMatchObject({ value: 700 });
    expect(stepsToSuccess([at(repeat(500, 100))])).toEqual({ value: 500, low: 500, high: 500 });
  });

  test('counts repeated runs where fewer do: half of the runs by step 100 are ln 0.01 / ln 0.5 times 100', () => {
    const { value, low, high } = stepsToSuccess([at([...repeat(100, 50), ...repeat(NEVER, 50)])]);
    expect(value).toBeCloseTo(664.39, 2);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  test('takes the whole run where fewer than ten succeed, so that one lucky run says little', () => {
    const { value } = stepsToSuccess([at([5, ...repeat(NEVER, 99)])]);
    expect(value).toBeCloseTo((2000 * Math.log(0.01)) / Math.log(0.99), 6);
  });

  test('is infinite where none succeeds', () => {
    expect(stepsToSuccess([at(repeat(NEVER, 20))])).toEqual({ value: NEVER, low: NEVER, high: NEVER });
  });

  test('is the smallest over the lengths of run, whatever the order of the runs', () => {
    const short = at([...repeat(100, 50), ...repeat(NEVER, 50)]);
    const long = at(repeat(900, 100), 20_000);
    expect(stepsToSuccess([long, short]).value).toBe(stepsToSuccess([short]).value);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 50 }),
        (firstSteps) => {
          expect(stepsToSuccess([at(firstSteps)]).value).toBe(
            stepsToSuccess([at(firstSteps.toReversed())]).value,
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('costRatio', () => {
  test('is below 1 where the first needs fewer steps, and its interval shows whether that is chance', () => {
    const fast = [at(Array.from({ length: 100 }, (_, i) => 100 + i))];
    const slow = [at(Array.from({ length: 100 }, (_, i) => 1000 + i))];
    expect(costRatio(fast, slow).high).toBeLessThan(1);
    expect(costRatio(slow, fast).low).toBeGreaterThan(1);
    const same = costRatio(fast, fast);
    expect(same).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('is 1 where neither succeeds, and infinite where only the second does', () => {
    const none = [at(repeat(NEVER, 20))];
    expect(costRatio(none, none).value).toBe(1);
    expect(costRatio(none, [at(repeat(5, 20))]).value).toBe(NEVER);
  });
});
