import {
  bondsOf,
  canonicalForm,
  type DisplacedAtom,
  type ElementSymbol,
  type MolecularGraph,
  type StepExplanation,
} from '@webfaulon/sa-core';
import type { Bond } from '../../ocl-molecule.ts';

/** What of an explained step can be seen. */
export type StepToDraw = Pick<StepExplanation, 'before' | 'proposed' | 'displacement'>;

/** The four atoms of a displacement, as the paper names them. */
const ATOM_NAMES = ['x1', 'y1', 'x2', 'y2'] as const;
export type AtomName = (typeof ATOM_NAMES)[number];

/**
 * Both molecules of a step over the same vertices: the heavy atoms, in the canonical order of the molecule before, and
 * after them the displaced hydrogens as atoms of their own, so that they can be seen to move.
 */
export interface StepStructure {
  readonly elements: readonly ElementSymbol[];
  readonly heavyCount: number;
  readonly before: readonly Bond[];
  readonly proposed: readonly Bond[] | undefined;
  /** The names of each vertex of the displacement: two where an atom was drawn twice. */
  readonly names: ReadonlyMap<number, readonly AtomName[]>;
}

export function stepStructure({ before, proposed, displacement }: StepToDraw): StepStructure {
  const { labelling } = canonicalForm(before);
  const heavyCount = before.elements.length;
  const elements: ElementSymbol[] = [];
  before.elements.forEach((element, atom) => {
    elements[labelling[atom]!] = element;
  });
  const names = new Map<number, AtomName[]>();
  /** Of each hydrogen vertex, the heavy vertex that bears it before. */
  const bearers = new Map<number, number>();

  const vertexOf = ({ element, heavyAtom }: DisplacedAtom): number => {
    const heavy = labelling[heavyAtom]!;
    if (element !== 'H') return heavy;
    const same = [...bearers].filter(([, bearer]) => bearer === heavy).map(([vertex]) => vertex);
    // Hydrogens of one atom are alike; when all of them have names, one was drawn twice.
    if (same.length === before.hydrogenCounts[heavyAtom]) return same.at(-1)!;
    bearers.set(elements.length, heavy);
    return elements.push('H') - 1;
  };
  const vertices = ATOM_NAMES.map((name) => {
    if (displacement === undefined) return -1;
    const vertex = vertexOf(displacement[name]);
    names.set(vertex, [...(names.get(vertex) ?? []), name]);
    return vertex;
  });

  const bearersAfter = new Map(bearers);
  if (displacement?.after !== undefined) {
    const { b11, b12, b21, b22 } = displacement.after;
    const [x1, y1, x2, y2] = vertices as [number, number, number, number];
    for (const [x, y, order] of [
      [x1, y1, b11],
      [x1, y2, b12],
      [x2, y1, b21],
      [x2, y2, b22],
    ] as const) {
      if (order === 0) continue;
      if (bearers.has(x)) bearersAfter.set(x, y);
      if (bearers.has(y)) bearersAfter.set(y, x);
    }
  }
  return {
    elements,
    heavyCount,
    before: bondsBetween(before, labelling, bearers),
    proposed: proposed === undefined ? undefined : bondsBetween(proposed, labelling, bearersAfter),
    names,
  };
}

/** The bonds of a graph between vertices, in ascending order, and then those of the hydrogens. */
function bondsBetween(
  graph: MolecularGraph,
  labelling: ArrayLike<number>,
  bearers: ReadonlyMap<number, number>,
): Bond[] {
  const heavy = bondsOf(graph).map(([x, y, order]): Bond => {
    const [p, q] = [labelling[x]!, labelling[y]!];
    return [Math.min(p, q), Math.max(p, q), order];
  });
  heavy.sort(([p, q], [r, s]) => p - r || q - s);
  return [...heavy, ...[...bearers].map(([hydrogen, bearer]): Bond => [bearer, hydrogen, 1])];
}

/** The order of a bond among these, 0 if there is none. */
export function orderIn(bonds: readonly Bond[], x: number, y: number): number {
  return bonds.find(([p, q]) => (p === x && q === y) || (p === y && q === x))?.[2] ?? 0;
}
