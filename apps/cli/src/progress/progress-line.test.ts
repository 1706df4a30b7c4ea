import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTime, grouped, progressLine } from './progress-line.ts';

describe('a line of progress', () => {
  const halfWay = { subject: 'C10H16', done: 20_000, total: 40_000, unit: 'steps' };

  test('tells share, rate and the time that is left at this rate', () => {
    expect(progressLine(halfWay, 10, 120)).toBe(
      'C10H16  [############............]   50 %  20,000 of 40,000 steps  2,000/s  0:10 left',
    );
  });

  test('tells what is done and the rate where nobody knows the total', () => {
    expect(progressLine({ ...halfWay, total: undefined }, 10, 120)).toBe('C10H16  20,000 steps  2,000/s');
  });

  test('gives up the bar before any figure', () => {
    expect(progressLine(halfWay, 10, 70)).toMatch(/^C10H16 {2}\[#+\.+\] .* 0:10 left$/);
    expect(progressLine(halfWay, 10, 62)).toMatch(/^C10H16 {3}50 % .* 0:10 left$/);
  });

  test('promises no time before anything is done', () => {
    expect(progressLine({ ...halfWay, done: 0 }, 0, 120)).toContain('-:-- left');
  });

  test('is never wider than the terminal', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.option(fc.nat(1e9), { nil: undefined }),
        fc.float({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 200 }),
        (done, total, seconds, columns) => {
          const line = progressLine({ subject: 'C6H14', done, total, unit: 'steps' }, seconds, columns);
          expect(line.length).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

test.each([
  [0, '0:00'],
  [6.2, '0:07'],
  [59.5, '1:00'],
  [750, '12:30'],
  [11_100, '3:05:00'],
])('%d seconds are %s on a clock', (seconds, time) => expect(clockTime(seconds)).toBe(time));

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [402_560_255, '402,560,255'],
])('%d is written %s', (value, text) => expect(grouped(value)).toBe(text));
