import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LabelledIsomer, labelledIsomerOf, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { rulesNamed } from '../filters/rules-named.ts';
import { STRUCTURAL_RULES } from '../filters/structural-rules.ts';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { heavyElements, parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { bondsOf, hasValidValences } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { writeSmiles } from '../molecule/smiles-writer.ts';
import { Random } from '../random.ts';
import { formulaOf, isOnePiece, moleculeOfSeed } from '../testing/molecules.ts';
import { refusalOf } from '../testing/refusal.ts';
import { isomerTable } from '../testing/truth.ts';
import { moleculeOfSmiles } from './smiles-start.ts';
import { randomMolecule, startMolecule } from './start-molecule.ts';

const start = (formula: string, initial: string, seed = 1): LabelledIsomer =>
  startMolecule(parseFormula(formula), initial, Random.fromSeed(seed), [], moleculeOfSmiles);
const graphOf = (formula: string, isomer: LabelledIsomer) =>
  molecularGraphOf(heavyElements(parseFormula(formula)), isomer);
const codeOf = (formula: string, isomer: LabelledIsomer) => canonicalForm(graphOf(formula, isomer)).code;

describe('the start molecule', () => {
  test('"chain" is the longest chain for every seed, and draws nothing', () => {
    for (const seed of [0, 1, -5, 2 ** 40]) {
      const random = Random.fromSeed(seed);
      const before = random.state();
      expect(startMolecule({ C: 10, H: 16 }, 'chain', random, [], moleculeOfSmiles)).toEqual(
        labelledIsomerOf(longestChain({ C: 10, H: 16 })),
      );
      expect(random.state()).toEqual(before);
    }
  });

  test('"random" is decided by the seed, and differs between seeds', () => {
    const codes = Array.from({ length: 20 }, (_, seed) => codeOf('C10H16', start('C10H16', 'random', seed)));
    expect(new Set(codes).size).toBeGreaterThanOrEqual(18);
    expect(start('C10H16', 'random', 7)).toEqual(start('C10H16', 'random', 7));
  });

  test('"random" is an isomer of the formula, for every formula of the truth table and awkward ones', () => {
    const awkward = [
      'CH4',
      'H2O',
      'HCl',
      'Cl2',
      'C60',
      'CHCl3',
      'C6H2',
      'CO2',
      'C18H15P',
      'C4',
      'S8',
      'C6Cl6',
    ];
    for (const formula of [...isomerTable().map((row) => row.formula), ...awkward]) {
      const graph = graphOf(formula, start(formula, 'random', 3));
      expect([formula, hasValidValences(graph), isOnePiece(graph)]).toEqual([formula, true, true]);
      expect(graph).toMatchObject({ elements: heavyElements(parseFormula(formula)) });
    }
  });

  test('"random" is far from the chain: 400 seeds of C6H14 meet all five isomers, none of them in every other run', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      const code = codeOf('C6H14', start('C6H14', 'random', seed));
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect(counts.size).toBe(5);
    // n-Hexane has 39.7 % at equilibrium (all bonds are single, so both proposals have the same one); 200 is 4 sigma up.
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });

  const rules = rulesNamed([
    'no-cumulenes',
    'no-four-membered-rings',
    'no-peroxides',
    'no-heteroatom-chains',
  ]);
  const within = (formula: string, initial: string, seed: number) =>
    startMolecule(parseFormula(formula), initial, Random.fromSeed(seed), rules, moleculeOfSmiles);

  test.each(['C6H6', 'C9H8O4', 'C8H10N4O2', 'C4H6O2', 'C20H12', 'C10H10O10'])(
    'of %s obeys the rules, "random" or "chain"',
    (formula) => {
      for (const initial of ['random', 'chain']) {
        for (let seed = 0; seed < 10; seed++) {
          const graph = graphOf(formula, within(formula, initial, seed));
          expect([hasValidValences(graph), isOnePiece(graph)]).toEqual([true, true]);
          expect(rules.map((rule) => rule.countIn(graph))).toEqual([0, 0, 0, 0]);
        }
      }
    },
  );

  test('within rules is decided by the seed; "chain" is the same for all, and the longest chain if that obeys', () => {
    expect(within('C9H8O4', 'random', 3)).toEqual(within('C9H8O4', 'random', 3));
    const codes = Array.from({ length: 12 }, (_, seed) => codeOf('C9H8O4', within('C9H8O4', 'random', seed)));
    expect(new Set(codes).size).toBeGreaterThan(10);
    expect(within('C9H8O4', 'chain', 1)).toEqual(within('C9H8O4', 'chain', 2));
    expect(within('C10H16', 'chain', 1)).toEqual(start('C10H16', 'chain'));
  });

  test('"random" is the one without rules where that obeys them, drawn alike', () => {
    let same = 0;
    for (let seed = 0; seed < 20; seed++) {
      const free = start('C10H16', 'random', seed);
      if (rules.some((rule) => rule.countIn(graphOf('C10H16', free)) > 0)) continue;
      same++;
      expect(within('C10H16', 'random', seed)).toEqual(free);
    }
    expect(same).toBeGreaterThan(2);
  });

  test('"random" starts in each part into which all rules divide C6H6, with two triple bonds and with fewer', () => {
    const parts = Array.from({ length: 12 }, (_, seed) => {
      const isomer = randomMolecule({ C: 6, H: 6 }, Random.fromSeed(seed), STRUCTURAL_RULES);
      return bondsOf(graphOf('C6H6', isomer)).filter(([, , order]) => order === 3).length === 2;
    });
    expect(new Set(parts).size).toBe(2);
  });

  test('of a SMILES is that isomer, whatever the order of its atoms', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const graph = moleculeOfSeed(seed, 12);
        const formula = formulaOf(graph);
        const smiles = writeSmiles(graph);
        const isomer = start(formula, smiles);
        expect(codeOf(formula, isomer)).toBe(canonicalForm(graph).code);
        expect(moleculeOfSmiles(parseFormula(formula), smiles).elements).toEqual(
          heavyElements(parseFormula(formula)),
        );
      }),
    );
  });

  test.each([
    ['OCC', 'C2H6O', 'CCO'],
    ['[CH3][CH2][OH]', 'C2H6O', 'CCO'],
    ['Cc1ccccc1O', 'C7H8O', 'CC1=CC=CC=C1O'],
    ['c1ccncc1', 'C5H5N', 'C1=CC=NC=C1'],
    ['[H]C([H])([H])[H]', 'CH4', 'C'],
    ['ClC(Br)I', 'CHBrClI', 'BrC(Cl)I'],
    [' CCO ', 'C2H6O', 'CCO'],
    ['C[C@H](N)C(=O)O', 'C3H7NO2', 'CC(N)C(O)=O'],
    ['C%10CCCCC%10', 'C6H12', 'C1CCCCC1'],
  ])('reads %s', (smiles, formula, kekule) => {
    const { code } = canonicalForm(readSmiles(kekule));
    const aromatic = canonicalForm(moleculeOfSmiles(parseFormula(formula), smiles)).code;
    // The other Kekule form of o-cresol is as good.
    const other = canonicalForm(readSmiles('CC1=C(O)C=CC=C1')).code;
    expect(formula === 'C7H8O' ? [code, other] : [code]).toContain(aromatic);
  });

  test('of a SMILES with other atoms is refused, naming both formulas', () => {
    const error = refusalOf(() => start('C2H6O', 'CCN'));
    expect([error?.code, error?.pointer]).toEqual(['smiles_formula_mismatch', '/initial']);
    expect(error!.message).toMatch(/C2H7N.*C2H6O/);
    expect(refusalOf(() => start('C2H6O', 'CCCCCCCCCCC'))?.message).toMatch(/more atoms than C2H6O/);
  });
});
