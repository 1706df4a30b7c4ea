import { jestPreset, openChemLibOutsideJest } from '../../jest.preset.js';

export default { ...jestPreset, moduleNameMapper: openChemLibOutsideJest };
