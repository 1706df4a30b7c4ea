import { jestPreset } from '../../jest.preset.js';

const [[pattern, [, swcOptions]]] = Object.entries(jestPreset.transform);

export default {
  ...jestPreset,
  transform: { [pattern]: ['<rootDir>/jest.transform.js', swcOptions] },
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.test.ts', '!src/testing/**'],
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
