import { bondsOf, canonicalForm, type MolecularGraph } from '@webfaulon/sa-core';
import { ChemistryError } from '../errors.ts';
import { hillFormula } from '../hill-formula.ts';
import { toOclMolecule } from '../ocl-molecule.ts';
import type { Drawing } from './drawing.ts';
import { isDrawable } from './drawing-limit.ts';
import { drawHydride } from './formula-drawing.ts';
import { drawWithOcl } from './ocl-drawing.ts';
import { placeholder } from './placeholder.ts';
import { type Halos, toSvg } from './svg.ts';

export interface DepictOptions {
  /** What a screen reader says of the picture, a SMILES for example; the Hill formula by default. */
  readonly label?: string;
  /**
   * With a prefix "p" an invisible disc "p-atom-3" lies beneath atom 3, and an invisible line "p-bond-5" beneath bond 5 of
   * `bondsOf(graph)`, for a page to give a fill or a stroke. Without a prefix there are no ids. Letters, digits, "_" and
   * "-", beginning with a letter.
   */
  readonly idPrefix?: string;
}

/**
 * The structural formula of a molecule as an SVG document of one line, about 0.5 to 1 KB: bonds and carbons in the colour of the
 * surrounding text, heteroatoms in colours that can be read on white and on black, no mark of stereochemistry. One isomer
 * always gives the same picture, whatever the numbering of its atoms; only ids follow the numbering.
 *
 * A molecule beyond the drawing limit (see `isDrawable`) gets its Hill formula as a picture instead, without ids.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence, id_prefix, drawing_unreadable
 */
export function depict(graph: MolecularGraph, options: DepictOptions = {}): string {
  const { label = hillFormula(graph), idPrefix } = options;
  if (idPrefix !== undefined) assertIdPrefix(idPrefix);
  const molecule = toOclMolecule(graph);
  if (!isDrawable(graph)) return placeholder(graph, label);

  let drawing: Drawing;
  if (graph.elements.length === 1) {
    drawing = drawHydride(graph.elements[0]!, graph.hydrogenCounts[0]!);
  } else {
    molecule.inventCoordinates();
    drawing = drawWithOcl(molecule);
  }
  return toSvg(drawing, label, idPrefix === undefined ? undefined : halos(graph, drawing, idPrefix));
}

/** @throws ChemistryError id_prefix */
export function assertIdPrefix(idPrefix: string): void {
  if (/^[A-Za-z][\w-]*$/.test(idPrefix)) return;
  throw new ChemistryError(
    'id_prefix',
    `"${idPrefix}" cannot begin an id: use letters, digits, "_" and "-".`,
  );
}

/** The drawing has its atoms in the canonical order; the ids are to have the graph's. */
function halos(graph: MolecularGraph, drawing: Drawing, idPrefix: string): Halos {
  const atoms = Array.from(canonicalForm(graph).labelling, (position) => drawing.atoms[position]!);
  return {
    lines: bondsOf(graph).map(([x, y], k) => ({
      id: `${idPrefix}-bond-${k}`,
      from: atoms[x]!,
      to: atoms[y]!,
    })),
    discs: atoms.map((centre, i) => ({ id: `${idPrefix}-atom-${i}`, centre })),
  };
}
