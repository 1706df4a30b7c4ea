import { jestPreset } from '../../jest.preset.js';

export default {
  ...jestPreset,
  moduleNameMapper: { '^openchemlib$': '<rootDir>/src/fixtures/openchemlib-outside-jest.ts' },
};
