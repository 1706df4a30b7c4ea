import { jestPreset, openChemLibOutsideJest } from '../../jest.preset.js';

export default {
  ...jestPreset,
  moduleNameMapper: openChemLibOutsideJest,
  // The first drawing of a process takes OpenChemLib half a second of a quiet machine.
  testTimeout: 30_000,
};
