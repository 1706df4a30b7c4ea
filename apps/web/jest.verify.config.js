import { endToEnd, unit } from './jest.config.js';

/** The proofs that take minutes: `npm run verify`. */
export default {
  projects: [
    { ...unit, roots: ['<rootDir>/src'], testMatch: ['**/*.verify.ts'] },
    { ...endToEnd, testMatch: ['**/*.verify.ts'] },
  ],
  testTimeout: 10 * 60_000,
};
