import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparableNumbers } from './comparable-numbers.ts';

describe('two numbers to be compared', () => {
  it('have two decimals where these tell them apart', () => {
    expect(comparableNumbers(0.4895, 0.3129)).toEqual(['0.49', '0.31']);
    expect(comparableNumbers(0.31301, 0.3129)).toEqual(['0.3130', '0.3129']);
    expect(comparableNumbers(1, 1)).toEqual(['1.00', '1.00']);
  });

  it('keep their order', () => {
    const share = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1_000_000);
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [a, b] = comparableNumbers(one, other).map(Number);
        expect(Math.sign(a! - b!)).toBe(Math.sign(one - other));
      }),
    );
  });
});
