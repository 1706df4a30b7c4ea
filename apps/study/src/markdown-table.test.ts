import { expect, test } from '@jest/globals';
import { ratio, share, stepCount, steps } from './format.ts';
import { markdownTable } from './markdown-table.ts';

test('a table has a line for the header, one that marks it, and one a row; a bar in a cell is escaped', () => {
  expect(markdownTable(['a', '|b|'], [['1', '2']])).toBe('| a | \\|b\\| |\n| --- | --- |\n| 1 | 2 |');
});

test('figures are told with three digits, and what is infinite by words', () => {
  expect([0, 999, 1234.5, 1_234_567].map(stepCount)).toEqual(['0', '999', '1,230', '1,230,000']);
  const never = Number.POSITIVE_INFINITY;
  expect(steps({ value: 1500, low: 1000, high: never }, '> 20,000')).toBe('1,500 (1,000 to > 20,000)');
  expect(steps({ value: never, low: never, high: never }, '–')).toBe('–');
  expect(share({ value: 0.875, low: 0.5, high: 1 })).toBe('88 % (50 to 100)');
  expect(ratio({ value: 0.123, low: 0.1, high: never })).toBe('0.12 (0.1 to ∞)');
});
