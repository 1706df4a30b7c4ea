import base from './jest.config.js';

/** The proofs that take minutes: `npm run verify`. */
export default { ...base, testMatch: ['**/*.verify.ts'], testTimeout: 30 * 60_000 };
