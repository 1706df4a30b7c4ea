import { describe, expect, it } from '@jest/globals';
import { componentLabel, KNOWN_COMPONENTS } from './known-components.ts';
import { objectiveInWords } from './objective-in-words.ts';

const MINIMIZE = { optimization_mode: 'MINIMIZE', component_targets: {} } as const;

describe('an objective in words', () => {
  it('names the direction and the component', () => {
    expect(objectiveInWords({ ...MINIMIZE, component_weights: { wiener_index: 1 } })).toBe(
      'lowest Wiener index',
    );
  });

  it('names weights other than 1, and leaves out what does not count', () => {
    const component_weights = { hyper_wiener_index: 0.5, ring_count: 2, wiener_index: 0 };
    expect(
      objectiveInWords({ optimization_mode: 'MAXIMIZE', component_weights, component_targets: {} }),
    ).toBe('highest 0.5 × hyper-Wiener index + 2 × number of rings');
  });

  it('names what a single component is aimed at', () => {
    const aimed = { component_weights: { wiener_index: 1 }, component_targets: { wiener_index: 30 } };
    expect(objectiveInWords({ ...MINIMIZE, ...aimed })).toBe('Wiener index nearest to 30');
    expect(objectiveInWords({ ...aimed, optimization_mode: 'MAXIMIZE' })).toBe(
      'Wiener index farthest from 30',
    );
  });

  it('writes distances from targets among several components', () => {
    const component_weights = { tpsa: 1, wiener_index: 2 };
    expect(
      objectiveInWords({ ...MINIMIZE, component_weights, component_targets: { wiener_index: 30 } }),
    ).toBe('lowest polar surface area + 2 × |Wiener index − 30|');
  });
});

describe('the components that the page knows', () => {
  it('have labels that are words, each its own', () => {
    const labels = KNOWN_COMPONENTS.map(({ name }) => componentLabel(name));
    expect(new Set(labels).size).toBe(KNOWN_COMPONENTS.length);
    for (const [i, { name }] of KNOWN_COMPONENTS.entries()) expect(labels[i]).not.toBe(name);
    expect(labels).toContain('logP (estimated)');
  });
});
