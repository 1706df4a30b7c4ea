import { describe, expect, test } from '@jest/globals';
import { createAtomsProposal } from '../displacement/atoms-proposal.ts';
import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { createFixedHydrogensProposal } from '../displacement/fixed-hydrogens-proposal.ts';
import { createMove } from '../displacement/move.ts';
import { apply, isomerAt, undo } from '../displacement/walker.ts';
import { Random } from '../random.ts';
import { keyOf, moleculeOfSeed, walkerAt } from '../testing/molecules.ts';
import { filteredProposal } from './filtered-proposal.ts';
import { STRUCTURAL_RULES } from './structural-rules.ts';

describe.each([
  ['bonds', createBondsProposal],
  ['atoms', createAtomsProposal],
  ['fixed-hydrogens', createFixedHydrogensProposal],
] as const)('the proposal "%s" with a filter', (_, create) => {
  test('draws what it draws without, and is invalid where the molecule breaks a rule', () => {
    let [broken, kept] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const walker = walkerAt(moleculeOfSeed(seed, 8, ['C', 'C', 'N', 'O']));
      const atoms = walker.graph.elements.length;
      const [plain, filtered] = [create(atoms), filteredProposal(create(atoms), STRUCTURAL_RULES)];
      const [random, same] = [Random.fromSeed(seed), Random.fromSeed(seed)];
      const [move, other] = [createMove(), createMove()];
      const before = [keyOf(walker.graph), isomerAt(walker)];
      for (let t = 0; t < 30; t++) {
        const draw = plain(walker, t, random, move);
        const judged = filtered(walker, t, same, other);
        if (draw !== 'proposed') {
          expect(judged).toBe(draw);
          continue;
        }
        apply(walker, move);
        const obeys = STRUCTURAL_RULES.every((rule) => rule.countIn(walker.graph) === 0);
        undo(walker, move);
        expect(judged).toBe(obeys ? 'proposed' : 'invalid');
        expect(other).toEqual(move);
        if (obeys) kept++;
        else broken++;
      }
      expect(same.state()).toEqual(random.state());
      expect([keyOf(walker.graph), isomerAt(walker)]).toEqual(before);
    }
    expect(Math.min(broken, kept)).toBeGreaterThan(20);
  });

  test('is the proposal itself where there is no rule', () => {
    const propose = create(5);
    expect(filteredProposal(propose, [])).toBe(propose);
  });
});
