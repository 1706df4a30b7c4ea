import { describe, expect, it } from '@jest/globals';
import { scoreRange } from './score-range.ts';

describe('the axis of compared scores', () => {
  const steps = Array.from({ length: 101 }, (_, i) => i);
  const falling = steps.map((step) => (step < 2 ? 1000 : 20));
  const wandering = steps.map((step) => (step < 2 ? 900 : 30 + (step % 2) * 90));

  it('leaves the fall from the start out', () => {
    expect(scoreRange([steps, falling, wandering])).toEqual([12, 128]);
  });

  it('holds what is in view', () => {
    expect(scoreRange([steps, falling, wandering], 0, 1)[1]).toBeGreaterThan(1000);
    const [low, high] = scoreRange([steps, falling], 50, 60);
    expect([low, high]).toEqual([19.5, 20.5]);
  });

  it('is something without any score', () => {
    expect(scoreRange([[]])).toEqual([0, 1]);
    expect(scoreRange([[0], [null]])).toEqual([0, 1]);
  });
});
