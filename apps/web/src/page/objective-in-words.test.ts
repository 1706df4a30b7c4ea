import { describe, expect, it } from '@jest/globals';
import { objectiveInWords } from './objective-in-words.ts';

describe('an objective in words', () => {
  it('names the direction and the component', () => {
    expect(objectiveInWords({ optimization_mode: 'MINIMIZE', component_weights: { wiener_index: 1 } })).toBe(
      'lowest Wiener index',
    );
  });

  it('names weights other than 1, and leaves out what does not count', () => {
    const component_weights = { hyper_wiener_index: 0.5, ring_count: 2, wiener_index: 0 };
    expect(objectiveInWords({ optimization_mode: 'MAXIMIZE', component_weights })).toBe(
      'highest 0.5 × hyper Wiener index + 2 × ring count',
    );
  });
});
