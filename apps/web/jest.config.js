import { jestPreset, openChemLibOutsideJest } from '../../jest.preset.js';

const common = { ...jestPreset, moduleNameMapper: openChemLibOutsideJest };

/** The page in a real browser; what the tests share is started once, before the first of them. */
export const endToEnd = {
  ...common,
  displayName: 'e2e',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.ts'],
  globalSetup: '<rootDir>/e2e/support/raise-stage.ts',
  globalTeardown: '<rootDir>/e2e/support/strike-stage.ts',
};

/** What needs no browser, or starts its own. */
export const unit = { ...common, displayName: 'unit' };

export default {
  projects: [unit, endToEnd],
  // A browser that waits leaves a core to the tests beside it.
  maxWorkers: 2,
  // The first drawing of a process takes OpenChemLib half a second of a quiet machine, and a browser seconds of a busy one.
  testTimeout: 60_000,
};
