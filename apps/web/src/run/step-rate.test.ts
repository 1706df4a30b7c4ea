import { describe, expect, it } from '@jest/globals';
import { StepRate } from './step-rate.ts';

describe('the step rate', () => {
  it('is unknown at first, and then steps by seconds', () => {
    const rate = new StepRate();
    expect(rate.add(0, 0)).toBeNull();
    expect(rate.add(10, 100)).toBeNull();
    expect(rate.add(100, 1000)).toBe(100);
  });

  it('follows a change of speed within two seconds', () => {
    const rate = new StepRate();
    for (let t = 0; t <= 5000; t += 100) rate.add(t / 100, t);
    let measured: number | null = null;
    for (let t = 5100; t <= 7000; t += 100) measured = rate.add(50 + (t - 5000), t);
    expect(measured).toBeCloseTo(1000, 5);
  });

  it('measures steps that come more seldom than its window', () => {
    const rate = new StepRate();
    rate.add(0, 0);
    rate.add(1, 5000);
    expect(rate.add(2, 10_000)).toBeCloseTo(0.2, 5);
  });

  it('starts anew once it is cleared', () => {
    const rate = new StepRate();
    rate.add(0, 0);
    rate.clear();
    expect(rate.add(1000, 1000)).toBeNull();
  });
});
