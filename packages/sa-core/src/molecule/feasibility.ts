import { SaCoreError } from '../errors.ts';
import { type ElementSymbol, VALENCES } from './element.ts';
import { type Formula, heavyAtomCount, hillFormula } from './formula.ts';
import { MAX_BOND_ORDER } from './molecular-graph.ts';

/**
 * Throws unless at least one constitutional isomer of the formula exists.
 *
 * With the hydrogens as atoms an isomer is a connected multigraph without loops whose degrees are the valences. One
 * exists if and only if the sum of the degrees is even, is at least 2 (N - 1), and no degree exceeds the sum of the
 * others [Hakimi1962, theorem 1]. The limit of bond orders to 3 takes away C2 alone: in a connected molecule of three
 * or more atoms a bond of order 4 has no place, as no valence exceeds 4.
 *
 * @throws {SaCoreError} formula_no_heavy_atom, formula_hydrogen_parity, formula_too_many_hydrogens,
 *   formula_not_connectable, formula_unsaturated_beyond_bonds
 */
export function assertFeasible(formula: Formula): void {
  const text = hillFormula(formula);
  const heavy = heavyAtomCount(formula);
  const hydrogens = formula.H ?? 0;
  if (heavy === 0) {
    throw new SaCoreError(
      'formula_no_heavy_atom',
      `${text} has no atom other than hydrogen. Add at least one of C, N, O, S, P, F, Cl, Br, I.`,
    );
  }
  const heavyValences = sumOfHeavyValences(formula);
  const capacity = heavyValences - 2 * (heavy - 1);
  if (capacity < 0) {
    throw new SaCoreError(
      'formula_not_connectable',
      `The atoms of ${text} cannot be joined into one molecule: joining ${heavy} atoms takes ${2 * (heavy - 1)} ` +
        `valences, and they have ${heavyValences}. Add atoms of a higher valence, or remove some of valence 1.`,
    );
  }
  if (hydrogens > capacity) {
    throw new SaCoreError(
      'formula_too_many_hydrogens',
      `${text} has ${hydrogens} hydrogens, but the other atoms can take at most ${capacity}.`,
    );
  }
  if ((heavyValences + hydrogens) % 2 === 1) {
    const proposed = nearestFeasibleHydrogens(formula, capacity).map((count) =>
      hillFormula(withHydrogens(formula, count)),
    );
    throw new SaCoreError(
      'formula_hydrogen_parity',
      `The valences of ${text} add up to an odd number (${heavyValences + hydrogens}), so one of them would stay ` +
        `free. Change the number of hydrogens, for example to ${proposed.join(' or ')}.`,
    );
  }
  const shortage = shortageOfPartners(formula);
  if (shortage !== undefined) {
    throw new SaCoreError(
      'formula_unsaturated_beyond_bonds',
      `${text} has too few bonding partners: ${shortage}. Add hydrogens.`,
    );
  }
}

/** Why the atoms cannot satisfy each other's valences, or undefined if they can. */
function shortageOfPartners(formula: Formula): string | undefined {
  const hydrogens = formula.H ?? 0;
  const highest = Math.max(...Object.keys(formula).map((element) => VALENCES[element as ElementSymbol]));
  const others = sumOfHeavyValences(formula) + hydrogens - highest;
  if (highest > others) return `one atom has ${highest} valences, and all the others together have ${others}`;
  const onlyBondTooHigh = heavyAtomCount(formula) === 2 && hydrogens === 0 && highest > MAX_BOND_ORDER;
  return onlyBondTooHigh ? 'it would need a bond of order 4, and the highest is 3' : undefined;
}

/** The next lower and the next higher count of hydrogens with which there is a molecule; the highest is `capacity`. */
function nearestFeasibleHydrogens(formula: Formula, capacity: number): number[] {
  const isFeasible = (count: number) => shortageOfPartners(withHydrogens(formula, count)) === undefined;
  const hydrogens = formula.H ?? 0;
  let higher = hydrogens + 1;
  while (higher < capacity && !isFeasible(higher)) higher += 2;
  const lower = hydrogens - 1;
  return lower >= 0 && isFeasible(lower) ? [lower, higher] : [higher];
}

function sumOfHeavyValences(formula: Formula): number {
  let sum = 0;
  for (const [element, count] of Object.entries(formula)) {
    if (element !== 'H') sum += count * VALENCES[element as ElementSymbol];
  }
  return sum;
}

function withHydrogens(formula: Formula, count: number): Formula {
  const { H: _, ...others } = formula;
  return count === 0 ? others : { ...others, H: count };
}
