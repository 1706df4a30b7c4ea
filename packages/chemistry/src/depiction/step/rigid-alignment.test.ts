import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rigidlyAligned } from './rigid-alignment.ts';

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const layouts = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 12 });

describe('a rigid alignment', () => {
  it('finds a layout again that was moved, turned and turned over', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.boolean(),
        (like, angle, over) => {
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const layout = like.map(({ x, y }) => ({
            x: (over ? -1 : 1) * (cos * x - sin * y) + 3,
            y: sin * x + cos * y,
          }));
          const aligned = rigidlyAligned(layout, like, [...like.keys()]);
          aligned.forEach(({ x, y }, v) => {
            expect(x).toBeCloseTo(like[v]!.x, 5);
            expect(y).toBeCloseTo(like[v]!.y, 5);
          });
        },
      ),
    );
  });

  it('keeps all distances, whichever vertices are to fit', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const like = layout.map(({ x, y }) => ({ x: y * 2 - 1, y: x + 5 }));
        const aligned = rigidlyAligned(layout, like, [0]);
        expect(aligned[0]!.x).toBeCloseTo(like[0]!.x, 6);
        const distance = (of: typeof layout) => Math.hypot(of[0]!.x - of[1]!.x, of[0]!.y - of[1]!.y);
        expect(distance(aligned)).toBeCloseTo(distance(layout), 6);
      }),
    );
  });
});
