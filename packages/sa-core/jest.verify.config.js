import base from './jest.config.js';

const { collectCoverageFrom, coverageThreshold, ...config } = base;

/** The proofs that take minutes: `npm run verify`. */
export default { ...config, testMatch: ['**/*.verify.ts'], testTimeout: 30 * 60_000 };
