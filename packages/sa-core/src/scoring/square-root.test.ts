import { expect, test } from '@jest/globals';
import { squareRoot } from './square-root.ts';

test('the square root is within a unit in the last place, and exact for squares', () => {
  for (let root = 1; root < 2 ** 26; root = Math.ceil(root * 1.01)) {
    expect(squareRoot(root * root)).toBe(root);
    for (const x of [root, root * root + 1]) {
      expect(Math.abs(squareRoot(x) - Math.sqrt(x)) / Math.sqrt(x)).toBeLessThanOrEqual(2 ** -52);
    }
  }
});
