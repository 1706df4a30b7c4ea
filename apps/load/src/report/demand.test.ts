import { expect, test } from '@jest/globals';
import { atLeast, atMost, none, onAnyMachine, rounded } from './demand.ts';

test('a demand holds up to its limit', () => {
  expect(atMost('p99', 50, 50, 'ms')).toMatchObject({
    text: 'p99 at most 50 ms',
    figure: '50 ms',
    holds: true,
  });
  expect(atMost('p99', 50.1, 50, 'ms').holds).toBe(false);
  expect(atLeast('share', 70, 70, '%').holds).toBe(true);
  expect(atLeast('share', 69.9, 70, '%').holds).toBe(false);
  expect([none('gap', 0).holds, none('gap', 1).holds]).toEqual([true, false]);
});

test('a bound needs a quiet machine, unless it is said to hold on any; that there is none of something holds on any', () => {
  const bound = atMost('p99', 51, 50, 'ms');
  expect(bound.needsQuietMachine).toBe(true);
  expect(onAnyMachine(bound)).toEqual({ ...bound, needsQuietMachine: false });
  expect(none('gap', 0).needsQuietMachine).toBe(false);
});

test('what nobody told does not hold', () => {
  for (const unknown of [null, undefined]) {
    expect(atMost('p99', unknown, 50, 'ms')).toMatchObject({
      figure: 'not told by the server',
      holds: false,
    });
    expect(none('gap', unknown).holds).toBe(false);
  }
});

test.each([
  [0, '0'],
  [0.012345, '0.0123'],
  [99.96, '100'],
  [1234.5, '1,235'],
  [1234567, '1,234,567'],
])('%d is written %s', (value, text) => expect(rounded(value)).toBe(text));
