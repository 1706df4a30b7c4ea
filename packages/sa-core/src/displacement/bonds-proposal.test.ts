import { describe, expect, test } from '@jest/globals';
import { parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { Random } from '../random.ts';
import { floodFill, forEachOutcome } from '../testing/isomer-space.ts';
import { moleculeOfSeed, walkerAt } from '../testing/molecules.ts';
import { createBondsProposal } from './bonds-proposal.ts';
import { createMove } from './move.ts';

/** What the draws of one step of a run came to: "shift" if a hydrogen moves, "switch" if none does. */
function kindsAt(formula: string, t: number): Set<string> {
  const walker = walkerAt(longestChain(parseFormula(formula)));
  const propose = createBondsProposal(walker.graph.elements.length);
  const random = Random.fromSeed(t);
  const move = createMove();
  const kinds = new Set<string>();
  for (let i = 0; i < 300; i++) {
    const draw = propose(walker, t, random, move);
    if (draw === 'proposed') kinds.add(move.hydrogen >= 0 ? 'shift' : 'switch');
    else kinds.add(draw);
  }
  return kinds;
}

describe('the proposal "bonds"', () => {
  test('switches bonds at every fourth step, from step 3, and shifts hydrogens at all others', () => {
    for (let t = 0; t < 12; t++) {
      const kind = t % 4 === 3 ? 'switch' : 'shift';
      expect([t, [...kindsAt('C8H18', t)].sort()]).toEqual([t, ['invalid', kind].sort()]);
    }
  });

  test('switches bonds at every step where there is no hydrogen', () => {
    for (let t = 0; t < 4; t++) expect(kindsAt('C60', t)).toContain('switch');
    for (let t = 0; t < 4; t++) expect(kindsAt('C60', t)).not.toContain('shift');
  });

  test('is invalid at every step where no bond joins heavy atoms, and draws nothing', () => {
    for (const formula of ['CH4', 'H2O', 'HCl']) {
      for (let t = 0; t < 4; t++) expect([...kindsAt(formula, t)]).toEqual(['invalid']);
    }
  });

  test('has one isomer to stay at where there is but one', () => {
    for (const formula of ['C2H6', 'Cl2', 'CO2', 'CHN']) {
      expect(floodFill(longestChain(parseFormula(formula))).size).toBe(1);
    }
  });

  test('never tears a molecule apart by a hydrogen shift, and by a switch only where it says that it may', () => {
    let torn = 0;
    for (let seed = 0; seed < 25; seed++) {
      const graph = moleculeOfSeed(seed, 7);
      let stays = 0;
      forEachOutcome(graph, 'shift', (_, after) => {
        stays += Number(after === undefined);
      });
      const { bondUnits, hydrogenOwners } = walkerAt(graph);
      // A shift fails only where the hydrogen is at an end of the unit: an order of 3 has no hydrogen to give for a fourth.
      let expected = 0;
      for (let u = 0; u < bondUnits.length; u++) {
        for (const p of hydrogenOwners) if (p === bondUnits[u] || p === bondUnits[u ^ 1]) expected++;
      }
      expect([seed, stays]).toEqual([seed, hydrogenOwners.length === 0 ? 0 : expected]);
      forEachOutcome(graph, 'switch', (_, after) => {
        torn += Number(after === undefined);
      });
    }
    expect(torn).toBeGreaterThan(0);
  });
});
