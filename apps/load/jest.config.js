import { jestPreset } from '../../jest.preset.js';

// Most of these tests start the compiled program, which starts the server.
export default { ...jestPreset, maxWorkers: 1, testTimeout: 60_000 };
