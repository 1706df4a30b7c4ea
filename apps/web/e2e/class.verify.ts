import { describe, it } from '@jest/globals';
import { PRESETS } from '../src/presets/presets.ts';
import { expectPooledClass } from './support/class-visit.ts';

const { id, configuration } = PRESETS.find((preset) => preset.id === 'decane')!;
const students = process.env['WEBFAULON_VERIFY'] === 'short' ? 12 : 60;

describe('a class', () => {
  it(`of ${students} students behind one address pools what they find`, () =>
    expectPooledClass({ preset: id, configuration, students, atOnce: 6 }));
});
