import { describe, expect, test } from '@jest/globals';
import { SaCoreError, type SaCoreErrorCode } from '../errors.ts';
import { degreesOf, smallFormulas } from '../testing/small-formulas.ts';
import { isomerTable } from '../testing/truth.ts';
import { assertFeasible } from './feasibility.ts';
import { type Formula, hillFormula, parseFormula } from './formula.ts';

function refusal(formula: Formula): SaCoreError | undefined {
  try {
    assertFeasible(formula);
  } catch (error) {
    if (error instanceof SaCoreError) return error;
    throw error;
  }
  return undefined;
}

/**
 * Whether a connected multigraph without loops, of orders up to 3, has these degrees: tries every one. Hydrogens are
 * atoms here as any other.
 */
function someMoleculeHas(degrees: readonly number[]): boolean {
  const left = [...degrees];
  const classOf = degrees.map((_, x) => x);
  const n = degrees.length;
  const pairs: [number, number][] = [];
  for (let x = 0; x < n; x++) for (let y = x + 1; y < n; y++) pairs.push([x, y]);
  const search = (k: number, classes: readonly number[]): boolean => {
    if (k === pairs.length) return left.every((v) => v === 0) && new Set(classes).size === 1;
    const [x, y] = pairs[k]!;
    // All pairs of the atoms before x are decided.
    for (let z = 0; z < x; z++) if (left[z] !== 0) return false;
    for (let order = Math.min(3, left[x]!, left[y]!); order >= 0; order--) {
      left[x]! -= order;
      left[y]! -= order;
      const merged = order === 0 ? classes : classes.map((c) => (c === classes[y] ? classes[x]! : c));
      const found = search(k + 1, merged);
      left[x]! += order;
      left[y]! += order;
      if (found) return true;
    }
    return false;
  };
  return search(0, classOf);
}

describe('assertFeasible', () => {
  test.each<[string, SaCoreErrorCode, RegExp]>([
    ['H', 'formula_no_heavy_atom', /H has no atom other than hydrogen/],
    ['H2', 'formula_no_heavy_atom', /H2 has no atom other than hydrogen/],
    ['C6H13', 'formula_hydrogen_parity', /37.*C6H12 or C6H14\.$/],
    ['C6H11', 'formula_hydrogen_parity', /C6H10 or C6H12\.$/],
    ['CH', 'formula_hydrogen_parity', /for example to CH4\.$/],
    ['CH3', 'formula_hydrogen_parity', /for example to CH4\.$/],
    ['C6H6N', 'formula_hydrogen_parity', /C6H5N or C6H7N\.$/],
    ['C6H5NCl', 'formula_hydrogen_parity', /C6H4ClN or C6H6ClN\.$/],
    ['NO', 'formula_hydrogen_parity', /HNO\.$/],
    ['C6H15', 'formula_too_many_hydrogens', /15 hydrogens.*at most 14/],
    ['C6H16', 'formula_too_many_hydrogens', /16 hydrogens.*at most 14/],
    ['H3O', 'formula_too_many_hydrogens', /3 hydrogens.*at most 2/],
    ['CH4Cl', 'formula_too_many_hydrogens', /4 hydrogens.*at most 3/],
    ['H2Cl', 'formula_too_many_hydrogens', /2 hydrogens.*at most 1/],
    ['C1000H999999', 'formula_too_many_hydrogens', /at most 2002/],
    ['Cl4', 'formula_not_connectable', /joining 4 atoms takes 6 valences, and they have 4/],
    ['Cl3', 'formula_not_connectable', /joining 3 atoms takes 4 valences, and they have 3/],
    ['OF4', 'formula_not_connectable', /joining 5 atoms/],
    ['CBr6', 'formula_not_connectable', /joining 7 atoms/],
    ['C', 'formula_unsaturated_beyond_bonds', /4 valences, and all the others together have 0/],
    ['O', 'formula_unsaturated_beyond_bonds', /2 valences/],
    ['S', 'formula_unsaturated_beyond_bonds', /2 valences/],
    ['CO', 'formula_unsaturated_beyond_bonds', /4 valences, and all the others together have 2/],
    ['CH2', 'formula_unsaturated_beyond_bonds', /4 valences, and all the others together have 2/],
    ['FN', 'formula_unsaturated_beyond_bonds', /3 valences/],
    ['C2', 'formula_unsaturated_beyond_bonds', /order 4, and the highest is 3/],
  ])('refuses %s with %s', (text, code, message) => {
    const error = refusal(parseFormula(text));
    expect([error?.code, error?.message]).toEqual([code, expect.stringMatching(message)]);
  });

  test.each(['CH', 'CH3', 'N', 'C2H', 'HO', 'CN', 'NO', 'C6H13', 'CCl', 'P', 'OF', 'SBr', 'C60H'])(
    'proposes for %s, whose parity is wrong, only formulas that a molecule has',
    (text) => {
      const error = refusal(parseFormula(text));
      expect(error?.code).toBe('formula_hydrogen_parity');
      const proposed = /for example to (.*)\.$/.exec(error!.message)![1]!.split(' or ');
      for (const formula of proposed)
        expect([formula, refusal(parseFormula(formula))]).toEqual([formula, undefined]);
    },
  );

  test.each([
    'CH4',
    'H2O',
    'HCl',
    'NH3',
    'Cl2',
    'N2',
    'O2',
    'O3',
    'S8',
    'C60',
    'C3',
    'CHN',
    'CO2',
    'CHCl3',
    'C6Cl6',
    'C1000',
  ])('lets %s through', (text) => {
    expect(refusal(parseFormula(text))).toBeUndefined();
  });

  test('lets every formula of the truth table through', () => {
    for (const { formula } of isomerTable())
      expect([formula, refusal(parseFormula(formula))]).toEqual([formula, undefined]);
  });

  test('agrees with trying every multigraph, for all formulas of C, N, O, F and H of up to 5 heavy and 9 atoms', () => {
    const verdicts = new Map<string, boolean>();
    const tried = { feasible: 0, infeasible: 0 };
    for (const formula of smallFormulas(['C', 'N', 'O', 'F'], 5)) {
      const degrees = degreesOf(formula);
      if (degrees.length > 9) continue;
      const exists = verdicts.get(degrees.join()) ?? someMoleculeHas(degrees);
      verdicts.set(degrees.join(), exists);
      const text = hillFormula(formula);
      expect([text, refusal(formula) === undefined]).toEqual([text, exists]);
      tried[exists ? 'feasible' : 'infeasible']++;
    }
    expect(tried.feasible).toBeGreaterThan(100);
    expect(tried.infeasible).toBeGreaterThan(300);
  });
});
