import { type DrawnStep, depictStep } from '@webfaulon/chemistry';
import {
  createMolecularGraph,
  type DisplacedAtom,
  type HeavyElement,
  type MolecularGraph,
  setBondOrder,
} from '@webfaulon/sa-core';
import type { StepRequest } from './draw-request.ts';

type Step = StepRequest['step'];

/** The step that was drawn last: its two pictures are asked for one after the other, and made together. */
let last: { readonly key: string; readonly drawn: DrawnStep | undefined } | undefined;

/** The SVG of one side of a step with ids that begin with the name of that side; empty where there is none to draw. */
export function drawStep({ step, side }: StepRequest): string {
  const key = JSON.stringify(step);
  if (last?.key !== key) last = { key, drawn: depictStep(stepToDraw(step), labels(step)) };
  return last.drawn?.[side] ?? '';
}

function labels({ before, proposed }: Step) {
  return {
    idPrefix: 'step',
    labelBefore: `Molecule before the step: ${before.smiles}`,
    labelProposed: `Proposed molecule: ${proposed?.smiles ?? 'in pieces'}`,
  };
}

/** The wire's words as sa-core's. */
function stepToDraw({ elements, before, proposed, displacement }: Step) {
  return {
    before: graphOf(elements, before),
    proposed: proposed === null ? undefined : graphOf(elements, proposed),
    displacement:
      displacement === null
        ? undefined
        : {
            ...displacement,
            x1: atomOf(displacement.x1),
            y1: atomOf(displacement.y1),
            x2: atomOf(displacement.x2),
            y2: atomOf(displacement.y2),
            after: displacement.after ?? undefined,
          },
  };
}

function graphOf(elements: Step['elements'], { hydrogens, bonds }: Step['before']): MolecularGraph {
  const graph = createMolecularGraph(elements as HeavyElement[]);
  for (const [x, y, order] of bonds) setBondOrder(graph, x, y, order);
  graph.hydrogenCounts.set(hydrogens);
  return graph;
}

function atomOf({ element, heavy_atom }: NonNullable<Step['displacement']>['x1']): DisplacedAtom {
  return { element: element as DisplacedAtom['element'], heavyAtom: heavy_atom };
}
