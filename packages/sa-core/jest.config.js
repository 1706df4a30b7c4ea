import { jestPreset } from '../../jest.preset.js';

const [[pattern, [, swcOptions]]] = Object.entries(jestPreset.transform);

export default {
  ...jestPreset,
  transform: { [pattern]: ['<rootDir>/src/testing/jest-transform.js', swcOptions] },
  collectCoverageFrom: [
    'src/**/*.ts',
    '!src/**/*.test.ts',
    '!src/testing/**',
    '!src/verification/**',
    // Types only: there is nothing in them to run.
    '!src/displacement/proposal.ts',
    '!src/scoring/scoring-component.ts',
  ],
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
