import { fileURLToPath } from 'node:url';

/** One Jest configuration for every workspace: TypeScript through swc, native ES modules, results as JSON for the total. */
export const jestPreset = {
  testEnvironment: 'node',
  rootDir: '.',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' },
    ],
  },
  coverageProvider: 'v8',
};

/** For workspaces whose tests come to OpenChemLib; the file put in its place says why. */
export const openChemLibOutsideJest = {
  '^openchemlib$': fileURLToPath(
    new URL('./packages/chemistry/src/fixtures/openchemlib-outside-jest.ts', import.meta.url),
  ),
};
