import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatEventId, parseEventId } from './event-id.ts';

describe('event ids', () => {
  test.each([
    ['17', { step: 17, run: 0, complete: false }],
    ['0', { step: 0, run: 0, complete: false }],
    ['17-r2', { step: 17, run: 2, complete: false }],
    ['2000-complete', { step: 2000, run: 0, complete: true }],
    ['2000-r2-complete', { step: 2000, run: 2, complete: true }],
    ['9007199254740991', { step: Number.MAX_SAFE_INTEGER, run: 0, complete: false }],
  ])('%s stands for %j, both ways', (text, id) => {
    expect(parseEventId(text)).toEqual(id);
    expect(formatEventId(id)).toBe(text);
  });

  test.each([
    [
      '',
      ' 17',
      '17 ',
      '17\n',
      '-1',
      '+1',
      '1.0',
      '1e3',
      '017',
      '00',
      '17-r0',
      '17-r02',
      '17-r',
      '17-R2',
      '٣',
    ],
    [
      '17-complete-r2',
      '17-complete-complete',
      '17-completed',
      '-complete',
      'r2',
      '17r2',
      'null',
      '__proto__',
    ],
    ['9007199254740992', '17-r9007199254740992', '9'.repeat(400)],
  ])('bad texts stand for nothing', (...texts) => {
    for (const text of texts) expect(parseEventId(text)).toBeUndefined();
  });

  const natural = fc.oneof(fc.nat(), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));

  test('what is formatted is parsed to the same', () => {
    fc.assert(
      fc.property(fc.record({ step: natural, run: natural, complete: fc.boolean() }), (id) => {
        expect(parseEventId(formatEventId(id))).toEqual(id);
      }),
      { seed: 42 },
    );
  });

  test('what is parsed is formatted to the same: each place has one spelling', () => {
    const text = fc.stringMatching(/^[0-9]{1,17}(-r[0-9]{1,3})?(-complete)?$/);
    fc.assert(
      fc.property(text, (spelling) => {
        const id = parseEventId(spelling);
        if (id !== undefined) expect(formatEventId(id)).toBe(spelling);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
