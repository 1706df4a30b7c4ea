import {
  type Annealing,
  bondsOf,
  type Checkpoint,
  canonicalKekuleSmiles,
  type DisplacedAtom,
  type ExplainedDisplacement,
  explainStep,
  isConnected,
  type MolecularGraph,
} from '@webfaulon/sa-core';
import type { StepExplanation } from './step-explanation.ts';

/** What a run's configuration and a checkpoint decide of an explanation. */
export type ExplainedStep = Omit<StepExplanation, 'session_id' | 'cycle'>;

type Molecule = ExplainedStep['before'];

const KINDS = {
  'hydrogen-shift': 'hydrogen_shift',
  'bond-switch': 'bond_switch',
  'four-atoms': 'four_atoms',
} as const;

const INVALID_REASONS = {
  'nothing-to-displace': 'nothing_to_displace',
  'same-atom': 'same_atom',
  'bond-order': 'bond_order',
  'no-change': 'no_change',
  'structural-rule': 'structural_rule',
} as const;

/** What sa-core tells of the step after a checkpoint, in the words of the wire. */
export function explainedStep(annealing: Annealing, checkpoint: Checkpoint): ExplainedStep {
  const explained = explainStep(annealing, checkpoint);
  const { kind, invalidReason, displacement, proposed, energyBefore, energyProposed } = explained;
  return {
    step: explained.step,
    temperature: explained.kT,
    kind: kind === undefined ? null : KINDS[kind],
    outcome: explained.outcome,
    invalid_reason: invalidReason === undefined ? null : INVALID_REASONS[invalidReason],
    elements: [...annealing.elements],
    before: moleculeOf(explained.before, energyBefore),
    proposed: proposed === undefined ? null : moleculeOf(proposed, energyProposed),
    displacement: displacement === undefined ? null : displacementOf(displacement),
    difference: explained.difference ?? null,
    drawn: explained.drawn,
    probability: explained.probability ?? null,
  };
}

function moleculeOf(graph: MolecularGraph, score: number | undefined): Molecule {
  return {
    smiles: isConnected(graph) ? canonicalKekuleSmiles(graph) : null,
    score: score ?? null,
    hydrogens: [...graph.hydrogenCounts],
    bonds: bondsOf(graph).map(([x, y, order]) => [x, y, order]),
  };
}

function displacementOf({ x1, y1, x2, y2, after, ...before }: ExplainedDisplacement) {
  const atoms = { x1: atomOf(x1), y1: atomOf(y1), x2: atomOf(x2), y2: atomOf(y2) };
  return { ...atoms, ...before, after: after ?? null };
}

function atomOf({ element, heavyAtom }: DisplacedAtom) {
  return { element, heavy_atom: heavyAtom };
}
