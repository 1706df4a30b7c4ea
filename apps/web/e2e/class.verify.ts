import { describe, it } from '@jest/globals';
import { PRESETS } from '../src/presets/presets.ts';
import { expectPooledClass } from './support/class-visit.ts';

const { id, configuration } = PRESETS.find((preset) => preset.id === 'decane')!;
// A browser with many pages that compute is what a busy machine gives least time to.
const { students, atOnce } =
  process.env['WEBFAULON_VERIFY'] === 'short' ? { students: 8, atOnce: 2 } : { students: 60, atOnce: 6 };

describe('a class', () => {
  it(`of ${students} students behind one address pools what they find`, () =>
    expectPooledClass({ preset: id, configuration, students, atOnce }));
});
