import { describe, it } from '@jest/globals';
import { PRESETS } from '../src/presets/presets.ts';
import { expectPooledClass } from './support/class-visit.ts';

const { id, configuration } = PRESETS.find((preset) => preset.id === 'decane')!;

describe('a class', () => {
  it('pools what its students find', () =>
    expectPooledClass({ preset: id, configuration, students: 3, atOnce: 3 }));
});
