import { jestPreset, openChemLibOutsideJest } from '../../jest.preset.js';

export default {
  ...jestPreset,
  moduleNameMapper: openChemLibOutsideJest,
  // These tests wait for runs that are played on the clock more than they compute.
  maxWorkers: 2,
  testTimeout: 60_000,
};
