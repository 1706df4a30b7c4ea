import { describe, expect, it } from '@jest/globals';
import { formatCount, formatDuration, formatScore, formatShare } from './format.ts';

describe('numbers as people read them', () => {
  it('groups digits', () => expect(formatCount(1234567)).toBe('1\u2009234\u2009567'));

  it('gives a score three decimals at most, and a true minus', () => {
    expect(formatScore(58)).toBe('58');
    expect(formatScore(4.02043)).toBe('4.02');
    expect(formatScore(-1.2345)).toBe('\u22121.235');
  });

  it('gives shares in whole percent', () => expect(formatShare(0.347)).toBe('35%'));

  for (const [seconds, text] of [
    [0.2, '1 s'],
    [59, '59 s'],
    [90, '2 min'],
    [5400, '1.5 h'],
  ] as const) {
    it(`says ${seconds} seconds as ${text}`, () => expect(formatDuration(seconds)).toBe(text));
  }
});
