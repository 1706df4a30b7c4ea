import { b12Of, b21Of, b22Of } from '../displacement/displacement.ts';
import { type LabelledIsomer, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import type { Move } from '../displacement/move.ts';
import { apply, createWalker } from '../displacement/walker.ts';
import type { ElementSymbol } from '../molecule/element.ts';
import { bondOrder, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import type { Annealing } from './annealing.ts';
import { assertCheckpoint, type Checkpoint } from './checkpoint.ts';
import { SpecificationKernel } from './kernel/specification-kernel.ts';
import { acceptanceProbability } from './metropolis.ts';
import { restartMolecule } from './restart.ts';
import type { StepOutcome } from './step-records.ts';

/** What was drawn: a bond unit and a hydrogen, two bond units, or four atoms. */
export type MoveKind = 'hydrogen-shift' | 'bond-switch' | 'four-atoms';

/**
 * Why a draw proposes nothing: too few atoms or bonds to draw from, an atom drawn twice, an order that would leave 0 to 3, or
 * two hydrogens that would change places, or a molecule that a structural rule of the run forbids.
 */
export type InvalidReason =
  | 'nothing-to-displace'
  | 'same-atom'
  | 'bond-order'
  | 'no-change'
  | 'structural-rule';

/** One of the four atoms of a displacement. */
export interface DisplacedAtom {
  readonly element: ElementSymbol;
  /** Its index among the heavy atoms; for a hydrogen that of the atom which bears it before the step. */
  readonly heavyAtom: number;
}

/** A displacement [Faulon1996, eqs. 7-11]: a11, a12, a21, a22 are the orders of x1-y1, x1-y2, x2-y1, x2-y2 before, 0..3. */
export interface ExplainedDisplacement {
  readonly x1: DisplacedAtom;
  readonly y1: DisplacedAtom;
  readonly x2: DisplacedAtom;
  readonly y2: DisplacedAtom;
  readonly a11: number;
  readonly a12: number;
  readonly a21: number;
  readonly a22: number;
  /** The orders proposed; undefined where there is no change of orders to propose. */
  readonly after:
    | { readonly b11: number; readonly b12: number; readonly b21: number; readonly b22: number }
    | undefined;
}

/** One step of a run, with what was drawn, what it would have made, and how it was judged. */
export interface StepExplanation {
  /** From 1. */
  readonly step: number;
  /** In units of the score. */
  readonly kT: number;
  /** undefined where there was nothing to draw from. */
  readonly kind: MoveKind | undefined;
  readonly outcome: Exclude<StepOutcome, 'start'>;
  /** Present if and only if the outcome is "invalid". */
  readonly invalidReason: InvalidReason | undefined;
  /** The molecule that the step set out from. */
  readonly before: MolecularGraph;
  readonly energyBefore: number;
  /**
   * The molecule proposed, in the numbering of `before`: the current one after the step if that was accepted. Not connected if the
   * outcome is "disconnected"; undefined where nothing was proposed, or a hydrogen molecule would split off.
   */
  readonly proposed: MolecularGraph | undefined;
  /** undefined where what was proposed is no connected molecule. */
  readonly energyProposed: number | undefined;
  readonly displacement: ExplainedDisplacement | undefined;
  /** By how much the proposal is worse, in the direction of the run. */
  readonly difference: number | undefined;
  /** The number drawn from (0, 1): the step is accepted if it is below the probability. */
  readonly drawn: number;
  /** With the Hastings ratio, where the run is corrected by it. */
  readonly probability: number | undefined;
}

/**
 * Makes the step that follows a checkpoint once more, by the specification, and tells what happens in it.
 *
 * @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign
 * @throws {RangeError} if the checkpoint stands at the end of the run, where no step follows
 */
export function explainStep(annealing: Annealing, checkpoint: Checkpoint): StepExplanation {
  assertCheckpoint(checkpoint, annealing);
  const { step: t, best } = checkpoint;
  if (t === annealing.totalSteps) throw new RangeError('No step follows the last one of a run.');
  const random = new Random(checkpoint.generator);
  const current = moleculeBefore(annealing, checkpoint, random);
  const kernel = new SpecificationKernel(annealing, {
    current,
    best,
    random,
    counts: { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 },
  });
  const energyBefore = kernel.energy;
  kernel.run(t, 1);
  // A step was made, and it is not the start.
  const outcome = kernel.lastOutcome as Exclude<StepOutcome, 'start'>;
  const { kT, u, draw, move, energy, ratio } = kernel.lastStep;
  const isJudged = outcome === 'accepted' || outcome === 'rejected';
  const difference = isJudged ? annealing.sign * (energy - energyBefore) : undefined;
  const displacement = displacementOf(annealing, current, move);
  return {
    step: t + 1,
    kT,
    kind: displacement === undefined ? undefined : kindOf(annealing, displacement),
    outcome,
    invalidReason: outcome === 'invalid' ? invalidReasonOf(move) : undefined,
    before: molecularGraphOf(annealing.elements, current),
    energyBefore,
    proposed: draw === 'proposed' ? proposedFrom(annealing, current, move) : undefined,
    energyProposed: isJudged ? energy : undefined,
    displacement,
    difference,
    drawn: u,
    probability: difference === undefined ? undefined : acceptanceProbability(difference, kT, ratio),
  };
}

/** Where a cycle begins with a restart, another molecule than the one of the checkpoint. May draw it from the generator. */
function moleculeBefore(
  { configuration, formula, rules }: Annealing,
  { step, current, best }: Checkpoint,
  random: Random,
): LabelledIsomer {
  const { restart, steps_per_cycle } = configuration;
  const isRestart = restart !== 'none' && step > 0 && step % steps_per_cycle === 0;
  return isRestart ? restartMolecule(restart, formula, rules, best, random) : current;
}

function proposedFrom({ elements }: Annealing, current: LabelledIsomer, move: Move): MolecularGraph {
  const walker = createWalker(elements, current);
  apply(walker, move);
  return walker.graph;
}

function displacementOf(
  { elements }: Annealing,
  current: LabelledIsomer,
  { atoms, b11 }: Move,
): ExplainedDisplacement | undefined {
  const n = elements.length;
  const graph = molecularGraphOf(elements, current);
  const [x1, y1, x2, y2] = atoms as unknown as readonly [number, number, number, number];
  if (x1 < 0) return undefined;
  const isHydrogen = (atom: number) => atom >= n;
  const heavyAtomOf = (atom: number) => (isHydrogen(atom) ? current.hydrogenOwners[atom - n]! : atom);
  const named = (atom: number): DisplacedAtom => ({
    element: isHydrogen(atom) ? 'H' : elements[atom]!,
    heavyAtom: heavyAtomOf(atom),
  });
  const order = (x: number, y: number): number => {
    if (x === y || (isHydrogen(x) && isHydrogen(y))) return 0;
    return isHydrogen(x) || isHydrogen(y)
      ? Number(heavyAtomOf(x) === heavyAtomOf(y))
      : bondOrder(graph, x, y);
  };
  const [a11, a12, a21, a22] = [order(x1, y1), order(x1, y2), order(x2, y1), order(x2, y2)];
  const after = { b11, b12: b12Of(b11, a11, a12), b21: b21Of(b11, a11, a21), b22: b22Of(b11, a11, a22) };
  return {
    x1: named(x1),
    y1: named(y1),
    x2: named(x2),
    y2: named(y2),
    a11,
    a12,
    a21,
    a22,
    after: b11 < 0 ? undefined : after,
  };
}

function kindOf({ configuration }: Annealing, { y2 }: ExplainedDisplacement): MoveKind {
  if (configuration.proposal === 'atoms') return 'four-atoms';
  return y2.element === 'H' ? 'hydrogen-shift' : 'bond-switch';
}

function invalidReasonOf({ atoms, b11, bonds }: Move): InvalidReason {
  if (atoms[0]! < 0) return 'nothing-to-displace';
  if (new Set(atoms).size < atoms.length) return 'same-atom';
  if (b11 < 0) return 'bond-order';
  return bonds > 0 ? 'structural-rule' : 'no-change';
}
