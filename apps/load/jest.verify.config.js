import base from './jest.config.js';

/** The proofs that take minutes: `npm run verify`. */
export default { ...base, testMatch: ['**/*.verify.ts'], testTimeout: 45 * 60_000 };
