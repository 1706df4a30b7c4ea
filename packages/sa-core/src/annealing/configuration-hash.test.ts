import { describe, expect, test } from '@jest/globals';
import { resolve } from '../testing/half-component.ts';
import type { ResolvedConfiguration } from './configuration.ts';
import { configurationHash } from './configuration-hash.ts';

describe('configurationHash', () => {
  const base = resolve({ formula: 'C6H14' });

  test('is 16 hexadecimal digits, pinned: checkpoints are stored with it', () => {
    expect(configurationHash(base)).toMatch(/^[0-9a-f]{16}$/);
    expect(configurationHash(base)).toMatchInlineSnapshot(`"fc035c0664d6e2a3"`);
  });

  test('does not depend on the order of fields', () => {
    const reversed = Object.fromEntries(Object.entries(base).reverse()) as unknown as ResolvedConfiguration;
    expect(Object.keys(reversed)).not.toEqual(Object.keys(base));
    expect(configurationHash(reversed)).toBe(configurationHash(base));
  });

  test('changes with every field', () => {
    const others = [
      { formula: 'C6H12' },
      { initial_temp: 100.00000000000001 },
      { cooling_schedule_k: 7 },
      { steps_per_cycle: 501 },
      { num_cycles: 5 },
      { optimization_mode: 'MAXIMIZE' },
      { seed: 43 },
      { component_weights: { wiener_index: 2 } },
      { component_weights: { wiener_index: 1, half: 0 } },
      { component_versions: { wiener_index: 2 } },
      { min_temp: 0.25 },
      { reheat: true },
      { proposal: 'atoms' },
      { hastings: true },
      { component_targets: { wiener_index: 0 } },
      { filters: ['no-peroxides'] },
      { initial: 'chain' },
      { algorithm_version: 2 },
      { schedule: 'geometric' },
      { restart: 'best' },
      { stop_at_score: 0 },
      { stop_after_steps_without_improvement: 1 },
    ] as const;
    const hashes = others.map((other) => configurationHash({ ...base, ...other } as ResolvedConfiguration));
    expect(new Set([...hashes, configurationHash(base)]).size).toBe(others.length + 1);
    expect(new Set(others.flatMap(Object.keys))).toEqual(new Set(Object.keys(base)));
  });

  test('tells 20,000 seeds apart, in each of its halves', () => {
    const hashes = Array.from({ length: 20_000 }, (_, seed) => configurationHash({ ...base, seed }));
    expect(new Set(hashes.map((hash) => hash.slice(0, 8))).size).toBeGreaterThan(19_990);
    expect(new Set(hashes.map((hash) => hash.slice(8))).size).toBeGreaterThan(19_990);
  });
});
