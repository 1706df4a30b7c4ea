import { describe, expect, it } from '@jest/globals';
import { SETUP_NAMES } from '../setup/setup-store.ts';
import { PARAMETER_GROUPS, SEARCH_NAMES } from './parameter-groups.ts';

describe('the groups of parameters', () => {
  it('have every parameter once', () => {
    const grouped = ['formula', ...SEARCH_NAMES, ...Object.values(PARAMETER_GROUPS).flat()];
    expect([...grouped].sort()).toEqual([...SETUP_NAMES].sort());
  });
});
