import { endToEnd } from './jest.config.js';

/** The proofs that take minutes: `npm run verify`. */
export default {
  projects: [{ ...endToEnd, testMatch: ['**/*.verify.ts'] }],
  testTimeout: 10 * 60_000,
};
