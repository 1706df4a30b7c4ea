import { type Bond, oclMoleculeOf } from '../../ocl-molecule.ts';
import { assertIdPrefix } from '../depict.ts';
import { type Drawing, extent, type Point, translated } from '../drawing.ts';
import { isDrawable } from '../drawing-limit.ts';
import { drawHydride } from '../formula-drawing.ts';
import { drawWithOcl } from '../ocl-drawing.ts';
import { frame, type Halos, toSvg } from '../svg.ts';
import { atomNameLabels } from './atom-name-labels.ts';
import { type Layout, stepLayouts } from './step-layout.ts';
import { orderIn, type StepStructure, type StepToDraw, stepStructure } from './step-structure.ts';

export type { StepToDraw } from './step-structure.ts';

export interface DepictStepOptions {
  /** What all ids begin with: letters, digits, "_" and "-", beginning with a letter. */
  readonly idPrefix: string;
  /** What a screen reader says of either picture. */
  readonly labelBefore: string;
  readonly labelProposed: string;
}

/** SVG documents of one line and of the same size. */
export interface DrawnStep {
  readonly before: string;
  /** Undefined where nothing was proposed. */
  readonly proposed: string | undefined;
}

/** Room for the halo of an outermost atom. */
const HALO_MARGIN = 6;

/**
 * The molecule before a step and the proposed one, with what stays in the same place, the displaced hydrogens as atoms,
 * and the names x₁ y₁ x₂ y₂ at the atoms of the displacement. A page gives strokes and fills to what has ids, which begin with
 * the prefix and "-before" or "-proposed", here p:
 * `p-name-x1` the name, `p-atom-x1` a disc beneath its atom, and lines beneath bonds whose order changes: `p-loosened-0`
 * … those that lose a unit, `p-forming-0` … in the first picture and `p-formed-0` … in the second those that gain one.
 *
 * @returns undefined for molecules beyond the drawing limit (see `isDrawable`)
 * @throws ChemistryError graph_empty, graph_valence, id_prefix, drawing_unreadable
 */
export function depictStep(step: StepToDraw, options: DepictStepOptions): DrawnStep | undefined {
  const { labelBefore, labelProposed } = options;
  assertIdPrefix(options.idPrefix);
  const ids = { before: `${options.idPrefix}-before`, proposed: `${options.idPrefix}-proposed` };
  if (!isDrawable(step.before)) return undefined;
  const structure = stepStructure(step);
  const layouts = stepLayouts(structure);
  const before =
    structure.elements.length === 1 ? hydride(step) : draw(structure, structure.before, layouts.before);
  const named = withNames(before, structure, ids.before, forming(structure));
  if (structure.proposed === undefined || layouts.proposed === undefined) {
    const box = grown(frame(extent(named)));
    return {
      before: toSvg(named, labelBefore, halosBefore(structure, before, ids.before), box),
      proposed: undefined,
    };
  }

  const drawn = draw(structure, structure.proposed, layouts.proposed);
  const proposed = translated(drawn, meanShift(drawn.atoms, before.atoms, layouts.still));
  const namedProposed = withNames(proposed, structure, ids.proposed);
  const box = grown(frame(union(extent(named), extent(namedProposed))));
  return {
    before: toSvg(named, labelBefore, halosBefore(structure, before, ids.before), box),
    proposed: toSvg(namedProposed, labelProposed, halosProposed(structure, proposed, ids.proposed), box),
  };
}

function hydride({ before }: StepToDraw): Drawing {
  return drawHydride(before.elements[0]!, before.hydrogenCounts[0]!);
}

function draw({ elements }: StepStructure, bonds: readonly Bond[], layout: Layout): Drawing {
  const molecule = oclMoleculeOf(elements, bonds);
  layout.forEach(({ x, y }, vertex) => {
    molecule.setAtomX(vertex, x);
    molecule.setAtomY(vertex, y);
  });
  return drawWithOcl(molecule);
}

/** With the names of the atoms, which keep clear of these bonds as well as of those drawn. */
function withNames(
  drawing: Drawing,
  { names }: StepStructure,
  idPrefix: string,
  bonds: readonly Bond[] = [],
): Drawing {
  const { atoms } = drawing;
  const others = bonds.map(([x, y]) => ({
    x1: atoms[x]!.x,
    y1: atoms[x]!.y,
    x2: atoms[y]!.x,
    y2: atoms[y]!.y,
  }));
  const obstacles = { ...drawing, lines: [...drawing.lines, ...others] };
  return { ...drawing, labels: [...drawing.labels, ...atomNameLabels(obstacles, names, idPrefix)] };
}

/** Bonds of the proposed molecule that have a unit more than before. */
function forming({ before, proposed = before }: StepStructure): Bond[] {
  return proposed.filter(([x, y, order]) => order > orderIn(before, x, y));
}

function halosBefore(structure: StepStructure, { atoms }: Drawing, idPrefix: string): Halos {
  const { before, proposed = before } = structure;
  const loosened = before.filter(([x, y, order]) => orderIn(proposed, x, y) < order);
  return {
    lines: [
      ...lines(loosened, atoms, `${idPrefix}-loosened`),
      ...lines(forming(structure), atoms, `${idPrefix}-forming`),
    ],
    discs: discs(structure, atoms, idPrefix),
  };
}

function halosProposed(structure: StepStructure, { atoms }: Drawing, idPrefix: string): Halos {
  const { before, proposed = before } = structure;
  const loosened = proposed.filter(([x, y, order]) => order < orderIn(before, x, y));
  return {
    lines: [
      ...lines(loosened, atoms, `${idPrefix}-loosened`),
      ...lines(forming(structure), atoms, `${idPrefix}-formed`),
    ],
    discs: discs(structure, atoms, idPrefix),
  };
}

function lines(bonds: readonly Bond[], atoms: readonly Point[], id: string): Halos['lines'] {
  return bonds.map(([x, y], k) => ({ id: `${id}-${k}`, from: atoms[x]!, to: atoms[y]! }));
}

function discs({ names }: StepStructure, atoms: readonly Point[], idPrefix: string): Halos['discs'] {
  return [...names].map(([vertex, own]) => ({ id: `${idPrefix}-atom-${own[0]}`, centre: atoms[vertex]! }));
}

/** From one set of places to the other, on the average over some vertices. */
function meanShift(from: readonly Point[], to: readonly Point[], vertices: readonly number[]): Point {
  const mean = (read: (point: Point) => number) =>
    vertices.reduce((sum, v) => sum + read(to[v]!) - read(from[v]!), 0) / vertices.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

type Box = ReturnType<typeof extent>;

function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function grown({ left, top, right, bottom }: Box): Box {
  return {
    left: left - HALO_MARGIN,
    top: top - HALO_MARGIN,
    right: right + HALO_MARGIN,
    bottom: bottom + HALO_MARGIN,
  };
}
