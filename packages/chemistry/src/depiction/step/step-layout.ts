import type { ElementSymbol } from '@webfaulon/sa-core';
import { type Bond, oclMoleculeOf } from '../../ocl-molecule.ts';
import type { Point } from '../drawing.ts';
import { layoutFaults } from './layout-faults.ts';
import { rigidlyAligned } from './rigid-alignment.ts';
import { orderIn, type StepStructure } from './step-structure.ts';

/** Where each vertex stands, in units of which a bond is about 1 long. */
export type Layout = readonly Point[];

export interface StepLayouts {
  readonly before: Layout;
  readonly proposed: Layout | undefined;
  /** The vertices that a picture of the step best keeps in their places. */
  readonly still: readonly number[];
}

/**
 * Layouts for both molecules of a step in which as much as possible stays where it was. The molecule before is laid out as
 * in a picture of its own, hydrogens apart. Of the proposed one the largest part without a changed bond stays, and the rest
 * is laid out around it; where a picture of its own is clearly better, that is turned until it fits.
 */
export function stepLayouts({ elements, heavyCount, before, proposed }: StepStructure): StepLayouts {
  const isHeavy = ([, y]: Bond) => y < heavyCount;
  const heavyLayout = layout(elements.slice(0, heavyCount), before.filter(isHeavy), []);
  const layoutBefore = layout(elements, before, heavyLayout);
  if (proposed === undefined) return { before: layoutBefore, proposed: undefined, still: [] };

  const common = before.filter((bond) => isHeavy(bond) && orderIn(proposed, bond[0], bond[1]) > 0);
  const still = largestPart(heavyCount, common);
  const kept: Point[] = [];
  for (const vertex of still) kept[vertex] = layoutBefore[vertex]!;
  const moved = layout(elements, proposed, kept);
  const fresh = rigidlyAligned(layout(elements, proposed, []), layoutBefore, still);
  const isMovedGood = layoutFaults(moved, proposed) <= layoutFaults(fresh, proposed);
  return { before: layoutBefore, proposed: isMovedGood ? moved : fresh, still };
}

/** OpenChemLib's layout; vertices that `kept` has a place for stay there. */
function layout(elements: readonly ElementSymbol[], bonds: readonly Bond[], kept: Layout): Layout {
  const molecule = oclMoleculeOf(elements, bonds);
  const hasKept = kept.some((place) => place !== undefined);
  elements.forEach((_, vertex) => {
    const place = kept[vertex];
    if (place === undefined) return;
    molecule.setAtomX(vertex, place.x);
    molecule.setAtomY(vertex, place.y);
    molecule.setAtomMarker(vertex, true);
  });
  molecule.inventCoordinates({ keepHydrogens: true, keepMarkedAtomCoordinates: hasKept });
  return elements.map((_, vertex) => ({ x: molecule.getAtomX(vertex), y: molecule.getAtomY(vertex) }));
}

/** The largest set of vertices that these bonds join; of several the one with the lowest vertex. */
function largestPart(count: number, bonds: readonly Bond[]): number[] {
  const part = Array.from({ length: count }, (_, vertex) => vertex);
  for (const [x, y] of bonds) {
    const [from, to] = [part[y]!, part[x]!];
    part.forEach((of, vertex) => {
      if (of === from) part[vertex] = to;
    });
  }
  const parts = new Map<number, number[]>();
  part.forEach((of, vertex) => {
    parts.set(of, [...(parts.get(of) ?? []), vertex]);
  });
  return [...parts.values()].reduce((largest, next) => (next.length > largest.length ? next : largest));
}
