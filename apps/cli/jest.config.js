import { jestPreset, openChemLibOutsideJest } from '../../jest.preset.js';

export default {
  ...jestPreset,
  moduleNameMapper: openChemLibOutsideJest,
  // Most of these tests start the compiled program and wait for it.
  maxWorkers: 2,
  testTimeout: 60_000,
};
