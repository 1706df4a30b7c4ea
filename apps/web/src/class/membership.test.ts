import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_COMPONENTS, type Configuration, resolveConfiguration } from '@webfaulon/sa-core';
import { isSameRun, membershipOf, readMembership } from './membership.ts';

const CONFIGURATION: Configuration = { formula: 'C8H18', seed: 7, component_weights: { wiener_index: 1 } };
const configuration = resolveConfiguration(CONFIGURATION, BUILT_IN_COMPONENTS);
const member = {
  member_id: 'b3f1c9d2-6c1e-4f7a-8d55-0a1b2c3d4e5f',
  number: 3,
  nickname: null,
  configuration: { ...configuration, steps_per_second: null },
};

describe('a membership', () => {
  it('holds the run without its pace, and outlives a reload', () => {
    const membership = membershipOf('K7WQ3N', member);
    expect(membership.configuration).toEqual(configuration);
    expect(readMembership(JSON.stringify(membership))).toEqual(membership);
  });

  it('is none where something else was remembered', () => {
    const whole = membershipOf('K7WQ3N', member);
    const broken = Object.keys(whole).map((key) => JSON.stringify({ ...whole, [key]: undefined }));
    for (const text of [null, '', 'null', '7', '{', '[]', ...broken]) expect(readMembership(text)).toBeNull();
  });

  it('knows its run by every parameter, in whatever order', () => {
    const turned = Object.fromEntries(Object.entries(configuration).reverse()) as typeof configuration;
    expect(isSameRun(configuration, turned)).toBe(true);
    expect(isSameRun(configuration, { ...configuration, seed: 8 })).toBe(false);
    expect(isSameRun(configuration, { ...configuration, component_weights: { wiener_index: 2 } })).toBe(
      false,
    );
  });
});
