import { describe, expect, it } from '@jest/globals';
import { PACE_STOPS, paceInWords, stopOf } from './pace-stops.ts';

describe('the stops of the speed slider', () => {
  it('are found again', () => {
    PACE_STOPS.forEach((pace, i) => {
      expect(stopOf(pace)).toBe(i);
    });
  });

  it('are rounded to by ratio', () => {
    expect(PACE_STOPS[stopOf(0.1)]).toBe(1);
    expect(PACE_STOPS[stopOf(30)]).toBe(20);
    expect(PACE_STOPS[stopOf(33)]).toBe(50);
  });

  it('are said in words', () => {
    expect(PACE_STOPS.map(paceInWords).slice(0, 2)).toEqual(['1 step a second', '2 steps a second']);
    expect(paceInWords(null)).toBe('as fast as possible');
  });
});
