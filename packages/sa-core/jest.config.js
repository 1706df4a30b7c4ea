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
    // Runs in threads, which are not watched.
    '!src/ensemble/anneal-many.worker.ts',
    // Whoever starts a thread needs it compiled, and is tested so; its lines are told by the source map.
    '!src/ensemble/{anneal-many,crew,thread,host}.ts',
    'dist/ensemble/{anneal-many,crew,thread,host}.js',
  ],
  maxWorkers: 1,
  // Counting what is covered looks at the whole heap for every file of tests, and a process keeps something of each: with new
  // processes in time it takes half as long.
  workerIdleMemoryLimit: '200MB',
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
