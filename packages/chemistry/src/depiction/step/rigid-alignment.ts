import type { Point } from '../drawing.ts';

/**
 * A layout moved, turned, and turned over if need be, so that the named vertices come as near as possible to their
 * places in another layout: the least sum of squared distances, in closed form for the plane.
 */
export function rigidlyAligned(
  layout: readonly Point[],
  like: readonly Point[],
  vertices: readonly number[],
): Point[] {
  const mirrored = layout.map(({ x, y }) => ({ x: -x, y }));
  const [plain, turnedOver] = [turned(layout, like, vertices), turned(mirrored, like, vertices)];
  return squaredDistance(turnedOver, like, vertices) < squaredDistance(plain, like, vertices)
    ? turnedOver
    : plain;
}

function turned(layout: readonly Point[], like: readonly Point[], vertices: readonly number[]): Point[] {
  const [centre, target] = [centroid(layout, vertices), centroid(like, vertices)];
  let [along, across] = [0, 0];
  for (const v of vertices) {
    const [px, py] = [layout[v]!.x - centre.x, layout[v]!.y - centre.y];
    const [qx, qy] = [like[v]!.x - target.x, like[v]!.y - target.y];
    along += px * qx + py * qy;
    across += px * qy - py * qx;
  }
  const length = Math.hypot(along, across);
  // One vertex, or several in one place, can be turned in any way.
  const [cos, sin] = length === 0 ? [1, 0] : [along / length, across / length];
  return layout.map(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    return { x: target.x + cos * dx - sin * dy, y: target.y + sin * dx + cos * dy };
  });
}

function centroid(layout: readonly Point[], vertices: readonly number[]): Point {
  const sum = vertices.reduce(({ x, y }, v) => ({ x: x + layout[v]!.x, y: y + layout[v]!.y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / vertices.length, y: sum.y / vertices.length };
}

function squaredDistance(
  layout: readonly Point[],
  like: readonly Point[],
  vertices: readonly number[],
): number {
  return vertices.reduce(
    (sum, v) => sum + (layout[v]!.x - like[v]!.x) ** 2 + (layout[v]!.y - like[v]!.y) ** 2,
    0,
  );
}
