import { describe, expect, test } from '@jest/globals';
import { streamQuery } from './stream-query.ts';
import { validate } from './validation.ts';

describe('the query of a stream', () => {
  test('may be empty: the grid that the pace asks for, from where the viewer stands, with drawings', () => {
    expect(streamQuery.parse({})).toEqual({});
  });

  test('is parsed to what it means', () => {
    expect(
      streamQuery.parse({ svg: 'changes', every: '10', from: 'now', lastEventId: '17-r2', other: '1' }),
    ).toEqual({
      svg: 'changes',
      every: 10,
      from: 'now',
      lastEventId: { step: 17, run: 2, complete: false },
    });
  });

  test('takes an empty lastEventId for none', () => {
    expect(streamQuery.parse({ lastEventId: '' }).lastEventId).toBeUndefined();
  });

  test.each([
    [
      'svg',
      'svg must be "changes" or "none"; leave it out for a drawing in every event.',
      ['all', '', ['none']],
    ],
    [
      'every',
      'every must be a whole number from 1 to 9007199254740991, such as every=10.',
      ['0', '-1', '01', '1.5', '1e3', 'ten', '', '9007199254740992', ['2', '3'], { a: '1' }],
    ],
    ['from', 'from must be "start" or "now".', ['end', '', ['now', 'start']]],
    [
      'lastEventId',
      'lastEventId must be the id of an event of this stream, such as 17 or 17-r2.',
      ['x', '-1', '017', ['1', '2']],
    ],
  ])('tells what %s must be', (name, detail, values) => {
    for (const value of values) {
      expect(validate(streamQuery, { [name]: value })).toEqual({
        ok: false,
        problems: [{ pointer: `/${name}`, detail }],
      });
    }
  });
});
