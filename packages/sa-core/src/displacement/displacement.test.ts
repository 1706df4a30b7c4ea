import { describe, expect, test } from '@jest/globals';
import { b12Of, b21Of, b22Of, highestB11, lowestB11 } from './displacement.ts';

const ORDERS = [0, 1, 2, 3] as const;
type Orders = readonly [a11: number, a12: number, a21: number, a22: number];

function* allCases(): Generator<Orders> {
  for (const a11 of ORDERS)
    for (const a12 of ORDERS) for (const a21 of ORDERS) for (const a22 of ORDERS) yield [a11, a12, a21, a22];
}

/** Every b11 for which all four orders, from the conservation of each atom's sum alone, are in 0..3. */
function allowed([a11, a12, a21, a22]: Orders): number[] {
  return ORDERS.filter((b11) => {
    const b12 = a11 + a12 - b11;
    const b21 = a11 + a21 - b11;
    const b22 = a21 + a22 - b21;
    return [b12, b21, b22].every((b) => b >= 0 && b <= 3);
  });
}

function outcome([a11, a12, a21, a22]: Orders, b11: number): Orders {
  return [b11, b12Of(b11, a11, a12), b21Of(b11, a11, a21), b22Of(b11, a11, a22)];
}

describe('the displacement', () => {
  test('has exactly the bounds that trying all values gives, in all 256 cases', () => {
    let cases = 0;
    for (const orders of allCases()) {
      const all = allowed(orders);
      expect([orders, lowestB11(...orders), highestB11(...orders)]).toEqual([orders, all[0], all.at(-1)]);
      expect(all).toHaveLength(highestB11(...orders) - lowestB11(...orders) + 1);
      expect(all).toContain(orders[0]);
      cases++;
    }
    expect(cases).toBe(256);
  });

  test('keeps the sum of orders at each of the four atoms and all orders in 0..3', () => {
    for (const a of allCases()) {
      for (let b11 = lowestB11(...a); b11 <= highestB11(...a); b11++) {
        const b = outcome(a, b11);
        expect([b[0] + b[1], b[2] + b[3], b[0] + b[2], b[1] + b[3]]).toEqual([
          a[0] + a[1],
          a[2] + a[3],
          a[0] + a[2],
          a[1] + a[3],
        ]);
        for (const order of b) expect(ORDERS).toContain(order);
      }
    }
  });

  test('leads back by a displacement of the same atoms, with as many choices there as here', () => {
    let changes = 0;
    for (const a of allCases()) {
      for (let b11 = lowestB11(...a); b11 <= highestB11(...a); b11++) {
        if (b11 === a[0]) continue;
        const b = outcome(a, b11);
        expect(outcome(b, a[0])).toEqual(a);
        expect([lowestB11(...b) <= a[0], a[0] <= highestB11(...b)]).toEqual([true, true]);
        expect(highestB11(...b) - lowestB11(...b)).toBe(highestB11(...a) - lowestB11(...a));
        changes++;
      }
    }
    // The bound a11 - a12, which other implementations carry, would forbid 44 of these.
    expect(changes).toBe(196);
  });
});
