/**
 * The square root of an integer from 1 to 2^52, to within a unit in the last place, by + - * / alone. ECMAScript leaves the last bit
 * of Math.sqrt to the engine; these four are exact to the bit in every one.
 *
 * Newton's iteration from above falls until rounding stops it [Cody1980].
 */
export function squareRoot(x: number): number {
  // A power of 2 that is at least the root, and less than 4 times it.
  let root = 1;
  while (root * root < x) root *= 2;
  for (;;) {
    const next = (root + x / root) / 2;
    if (next >= root) return root;
    root = next;
  }
}
