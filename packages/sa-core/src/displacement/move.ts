/** At most four bonds change their order in a displacement, by at most three units each on either side. */
const MAX_BONDS = 4;
const MAX_UNITS = 6;

/**
 * A displacement drawn but not yet decided. One Move is allocated for a run and overwritten by every draw, so that a
 * step allocates nothing.
 */
export interface Move {
  /** How many entries of x, y, before and after are in use; the bonds are distinct. */
  bonds: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** Orders before and after, 0..3. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The hydrogen that moves from one heavy atom to another, or -1. */
  hydrogen: number;
  from: number;
  to: number;
  /** How many entries of unit, unitX and unitY are in use: bond unit `unit` comes to join unitX and unitY. */
  units: number;
  readonly unit: Int32Array;
  readonly unitX: Uint16Array;
  readonly unitY: Uint16Array;
  /** Whether the move can have cut the molecule in two; false where the way it was drawn excludes that. */
  mayDisconnect: boolean;
  /**
   * The atoms x1, y1, x2, y2 of the displacement as they were drawn, whatever came of it: heavy ones by index, hydrogen h
   * as n + h. -1 as long as none were drawn.
   */
  readonly atoms: Int32Array;
  /** The order chosen for x1-y1; -1 where there was no order to choose. */
  b11: number;
}

export function createMove(): Move {
  return {
    bonds: 0,
    x: new Uint16Array(MAX_BONDS),
    y: new Uint16Array(MAX_BONDS),
    before: new Uint8Array(MAX_BONDS),
    after: new Uint8Array(MAX_BONDS),
    hydrogen: -1,
    from: 0,
    to: 0,
    units: 0,
    unit: new Int32Array(MAX_UNITS),
    unitX: new Uint16Array(MAX_UNITS),
    unitY: new Uint16Array(MAX_UNITS),
    mayDisconnect: false,
    atoms: new Int32Array(4).fill(-1),
    b11: -1,
  };
}

export function clearMove(move: Move): void {
  move.bonds = 0;
  move.hydrogen = -1;
  move.units = 0;
  move.mayDisconnect = false;
  move.b11 = -1;
}

export function setAtoms(move: Move, x1: number, y1: number, x2: number, y2: number): void {
  move.atoms[0] = x1;
  move.atoms[1] = y1;
  move.atoms[2] = x2;
  move.atoms[3] = y2;
}

export function addBondChange(move: Move, x: number, y: number, before: number, after: number): void {
  const i = move.bonds++;
  move.x[i] = x;
  move.y[i] = y;
  move.before[i] = before;
  move.after[i] = after;
}

export function addUnitChange(move: Move, unit: number, x: number, y: number): void {
  const i = move.units++;
  move.unit[i] = unit;
  move.unitX[i] = x;
  move.unitY[i] = y;
}
