import { describe, expect, it } from '@jest/globals';
import { KNOWN_COMPONENTS } from '../objective/known-components.ts';
import { usualRangeFor, usualValue } from './usual-range.ts';

const component = (name: string) => KNOWN_COMPONENTS.find((known) => known.name === name);

describe('the usual range of a component', () => {
  it('follows the formula', () => {
    expect(usualRangeFor(component('wiener_index'), 'C10H16')).toEqual({ low: 45, high: 165 });
    expect(usualRangeFor(component('logp'), 'C10H16')).toEqual({ low: -5, high: 5 });
  });

  it('is unknown for half a formula, and for an unknown component', () => {
    expect(usualRangeFor(component('wiener_index'), 'C10x')).toBeNull();
    expect(usualRangeFor(undefined, 'C10H16')).toBeNull();
  });

  it('has a value to aim at', () => {
    expect(usualValue({ low: 45, high: 165 })).toBe(75);
    expect(usualValue({ low: 0, high: 6 })).toBe(1.5);
    expect(usualValue(null)).toBe(0);
  });
});
