import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventOrder } from './event-order.ts';

const verdicts = (stride: number, total: number, ...ids: string[]) => {
  const order = new EventOrder(stride, total);
  return ids.map((id) => order.take(id));
};

describe('the order of a stream', () => {
  test.each([
    ['each step once', 1, ['1', '2', '3'], ['next', 'next', 'next']],
    ['a step is missing', 1, ['1', '3', '4'], ['next', 'gap', 'next']],
    ['a step comes twice', 1, ['1', '2', '2', '3'], ['next', 'next', 'repeat', 'next']],
    ['it goes back', 1, ['5', '4', '5'], ['next', 'repeat', 'next']],
    ['it comes in anywhere', 1, ['7', '8'], ['next', 'next']],
    ['the steps of a grid', 4, ['4', '8', '10'], ['next', 'next', 'next']],
    ['a step of the grid is missing', 4, ['4', '10'], ['next', 'gap']],
    ['a step beside the grid', 4, ['4', '6'], ['next', 'gap']],
    ['the end', 1, ['9', '10', '10-complete'], ['next', 'next', 'next']],
    ['the end without the last step', 1, ['9', '10-complete'], ['next', 'gap']],
    ['another run after a reset', 1, ['9', '1-r1', '2-r1'], ['next', 'restart', 'next']],
    ['no id of an event', 1, ['1', 'x'], ['next', 'gap']],
  ])('%s', (_name, stride, ids, expected) => {
    expect(verdicts(stride, 10, ...ids)).toEqual(expected);
  });

  test('whatever is left out of a stream, or told twice, is seen', () => {
    const tampered = fc.record({
      from: fc.integer({ min: 1, max: 50 }),
      at: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(tampered, fc.boolean(), ({ from, at }, isLeftOut) => {
        const ids = Array.from({ length: 30 }, (_, i) => String(from + i));
        ids.splice(at, isLeftOut ? 1 : 0, ...(isLeftOut ? [] : [ids[at]!]));
        const faults = verdicts(1, 1000, ...ids).filter((verdict) => verdict !== 'next');
        expect(faults).toEqual([isLeftOut ? 'gap' : 'repeat']);
      }),
    );
  });
});
