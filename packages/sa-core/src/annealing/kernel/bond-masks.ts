/**
 * Which atoms are bonded, whatever the order, as sets of atoms in the bits of 32-bit words: searches take all atoms of a
 * word at a time, and bonds are put in and taken out in constant time. No atom has more than four neighbours.
 */
export interface BondMasks {
  /** Bonds x and y, which are not bonded yet. */
  join(x: number, y: number): void;
  /** Takes away the bond of x and y. */
  part(x: number, y: number): void;
  /** Takes away the bond q-r and bonds p and r, which are not bonded yet. */
  move(p: number, q: number, r: number): void;
  /** What the Wiener index is at least after {@link move}: no more pairs are within two bonds than there are paths of two. */
  leastIndexAfterMove(p: number, q: number): number;
  /** The lower of what {@link move} from q or from r to p would leave: a bound for any change of order 1 from q-r to p. */
  leastIndexAfterShift(p: number, q: number, r: number): number;
  /** Whether a path joins q and r that is not their bond. */
  areJoinedOtherwise(q: number, r: number): boolean;
  /** After {@link areJoinedOtherwise} found no path: whether x is on the side of q. */
  isOnFirstSide(x: number): boolean;
  /**
   * The Wiener index of the molecule, which has to be connected. Where it is above `atMost`, any number above `atMost`
   * that it is not below may stand for it.
   */
  wienerIndex(atMost: number): number;
  /** Writes the distances of the molecule, which has to be connected, row-major n x n, and their row sums. */
  fillDistances(distances: Uint16Array, sums: Int32Array): void;
}
