import { jestPreset } from '../../jest.preset.js';

export default {
  ...jestPreset,
  // Some of these tests wait for a server to start, and for runs that are played on the clock.
  testTimeout: 30_000,
};
