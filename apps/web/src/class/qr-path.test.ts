import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Paints the bars of a path again. */
function painted({ size, d }: ReturnType<typeof qrPath>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  }
  return rows;
}

describe('the path of a QR code', () => {
  it('paints the dark modules and no others, within a quiet zone of four', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.boolean()), (size, modules) => {
        const code = Array.from({ length: size }, () =>
          Array.from({ length: size }, () => modules.next().value as boolean),
        );
        const path = qrPath(code);
        expect(path.size).toBe(size + 8);
        const rows = painted(path);
        const inner = rows.slice(4, -4).map((row) => row.slice(4, -4));
        expect(inner).toEqual(code);
        const count = (grid: boolean[][]) => grid.flat().filter(Boolean).length;
        expect(count(rows)).toBe(count(code));
      }),
    );
  });

  it('holds an address of a class', () => {
    const { data } = encode('http://192.168.1.20:3000/#class=K7WQ3N', { border: 0, ecc: 'M' });
    expect(data.length).toBeLessThanOrEqual(33);
    // The finder pattern in the corner.
    expect(data[0]!.slice(0, 8)).toEqual([true, true, true, true, true, true, true, false]);
    expect(qrPath(data).d.startsWith('M4 4h7v1H4z')).toBe(true);
  });
});
