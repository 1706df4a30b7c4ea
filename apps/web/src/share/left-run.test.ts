import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLeftRun } from './left-run.ts';

const LEFT = {
  link: '#formula=C8H18',
  pace: 20,
  step: 731,
  state: 'running',
  session: { id: 'x', resets: 2 },
};

describe('a run that was left', () => {
  it('is read as it was written', () => {
    for (const left of [LEFT, { ...LEFT, session: null, pace: null }])
      expect(readLeftRun(JSON.stringify(left))).toEqual(left);
  });

  for (const damage of [
    { link: 1 },
    { pace: 'fast' },
    { step: -1 },
    { step: 0.5 },
    { state: 'lost' },
    { session: 'x' },
    { session: { id: 'x' } },
  ]) {
    it(`is none with ${JSON.stringify(damage)}`, () =>
      expect(readLeftRun(JSON.stringify({ ...LEFT, ...damage }))).toBeNull());
  }

  it('is none in any other text, and throws nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readLeftRun(text) === null));
  });
});
