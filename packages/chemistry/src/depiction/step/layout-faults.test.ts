import { describe, expect, it } from '@jest/globals';
import { layoutFaults } from './layout-faults.ts';

const square = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

describe('the faults of a layout', () => {
  it('are none for a square', () => {
    const sides = [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
      [0, 3, 1],
    ] as const;
    expect(layoutFaults(square, sides)).toBe(0);
  });

  it('are bonds that cross, once each', () => {
    const diagonals = [
      [0, 2, 1],
      [1, 3, 1],
    ] as const;
    expect(layoutFaults(square, diagonals)).toBe(1);
  });

  it('are bonds too long or too short, and atoms too close', () => {
    const row = [0, 0.3, 2.3, 3.3].map((x) => ({ x, y: 0 }));
    expect(layoutFaults(row, [[2, 3, 1]])).toBe(1);
    expect(
      layoutFaults(row, [
        [0, 1, 1],
        [1, 2, 1],
        [2, 3, 1],
      ]),
    ).toBe(3);
  });
});
