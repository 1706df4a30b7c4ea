import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaCoreError } from '../errors.ts';
import { canonicalForm } from './canonical-form.ts';
import { isConnected } from './connectivity.ts';
import { hasValidValences, type MolecularGraph } from './molecular-graph.ts';
import { readSmiles } from './smiles-reader.ts';
import { canonicalKekuleSmiles } from './smiles-writer.ts';

const codeOf = (smiles: string) => canonicalForm(readSmiles(smiles)).code;

/** How many atoms of each element there are, hydrogens included. */
function compositionOf({ elements, hydrogenCounts }: MolecularGraph): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (element: string, n: number) => n > 0 && counts.set(element, (counts.get(element) ?? 0) + n);
  for (const element of elements) add(element, 1);
  for (const hydrogens of hydrogenCounts) add('H', hydrogens);
  return counts;
}

function parseFormula(formula: string): Map<string, number> {
  return new Map(
    Array.from(formula.matchAll(/([A-Z][a-z]?)(\d*)/g), ([, element, n]) => [element!, Number(n || 1)]),
  );
}

function refusal(smiles: string): SaCoreError {
  try {
    readSmiles(smiles);
  } catch (error) {
    if (error instanceof SaCoreError) return error;
    throw error;
  }
  throw new Error(`${smiles} was read`);
}

describe('reading SMILES', () => {
  test('gives a molecule of the formula for every optimum of the truth table', () => {
    const rows = readFileSync(new URL('../fixtures/isomers.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    for (const row of rows.slice(1)) {
      const [formula, , , , least, , , most] = row.split('\t');
      for (const smiles of [least!, most!]) {
        expect([smiles, compositionOf(readSmiles(smiles))]).toEqual([smiles, parseFormula(formula!)]);
      }
    }
  });

  test.each([
    ['o-xylene', 'Cc1ccccc1C', 'C8H10'],
    ['naphthalene', 'c1ccc2ccccc2c1', 'C10H8'],
    ['azulene', 'c1ccc2cccc2cc1', 'C10H8'],
    ['biphenyl', 'c1ccccc1c1ccccc1', 'C12H10'],
    ['fluorene', 'c1ccc2c(c1)Cc1ccccc1-2', 'C13H10'],
    ['aspirin', 'O=C(O)c1ccccc1OC(C)=O', 'C9H8O4'],
    ['caffeine', 'Cn1c(=O)c2c(ncn2C)n(C)c1=O', 'C8H10N4O2'],
    ['pyrrole', 'c1cc[nH]c1', 'C4H5N'],
    ['pyrrole with its hydrogen as an atom', '[H]n1cccc1', 'C4H5N'],
    ['pyridine', 'c1ccncc1', 'C5H5N'],
    ['thiophene', 'c1ccsc1', 'C4H4S'],
    ['furan', 'c1ccoc1', 'C4H4O'],
    ['phosphinine', 'c1ccpcc1', 'C5H5P'],
    ['2-pyridone', 'O=c1cccc[nH]1', 'C5H5NO'],
    ['benzene in brackets', '[cH]1[cH][cH][cH][cH][cH]1', 'C6H6'],
    ['benzene by aromatic bonds', 'C1:C:C:C:C:C:1', 'C6H6'],
    ['benzene, half lower case, half Kekulé', 'c1=cc=cc=c1', 'C6H6'],
    ['L-alanine', 'C[C@H](N)C(=O)O', 'C3H7NO2'],
    ['allene with chirality', 'OC=[C@AL1]=CF', 'C3H3FO'],
    ['trans-butene', 'C/C=C/C', 'C4H8'],
    ['cis-butene', 'C/C=C\\C', 'C4H8'],
    ['isotopes and classes', '[13CH3][12CH2:7][OH+0]', 'C2H6O'],
    ['methane, all hydrogens written', '[H]C([H])([H])[2H]', 'CH4'],
    ['hydrogens in all places', '[H][CH2]C[H]', 'C2H6'],
    ['a ring closed by a double bond', 'C=1CCCC1', 'C5H8'],
    ['the same, written at the other end', 'C1CCCC=1', 'C5H8'],
    ['the same, at both', 'C=1CCCC=1', 'C5H8'],
    ['ring numbers of two digits, and used again', 'C%12CC%12C%12CC%12', 'C6H10'],
    ['ring number 0 and %(100)', 'C0CC0C%(100)CC%(100)', 'C6H10'],
    ['a ring number after a branch', 'C(C)1CC1', 'C4H8'],
    ['chloroform', 'ClC(Cl)Cl', 'CHCl3'],
    ['blanks around it', ' \t\nCCO \n', 'C2H6O'],
  ])('knows %s', (_, smiles, formula) => {
    const graph = readSmiles(smiles);
    expect(compositionOf(graph)).toEqual(parseFormula(formula));
    expect(hasValidValences(graph)).toBe(true);
  });

  test.each([
    ['Cc1ccccc1C', ['CC1=C(C)C=CC=C1', 'CC1=CC=CC=C1C']],
    ['c1ccc2ccccc2c1', ['C1=CC=C2C=CC=CC2=C1', 'C1=CC2=CC=CC=C2C=C1']],
    ['c1cc[nH]c1', ['C1=CNC=C1']],
    ['C1=CC=CC=C1', ['c1ccccc1']],
    ['c1ccccc1-c1ccccc1', ['c1ccccc1c1ccccc1', 'C1=CC=CC=C1C1=CC=CC=C1']],
  ])('gives %s one of its Kekulé forms', (smiles, forms) => {
    expect(forms.map(codeOf)).toContain(codeOf(smiles));
  });

  test('numbers atoms as they stand in the text', () => {
    expect(readSmiles('N(O)C(Cl)Br').elements).toEqual(['N', 'O', 'C', 'Cl', 'Br']);
    expect([...readSmiles('[H]OCC').hydrogenCounts]).toEqual([1, 2, 3]);
  });

  test('ignores stereochemistry and isotopes', () => {
    expect(codeOf('F/C=C/[C@@H](N)[13CH3]')).toBe(codeOf('FC=CC(N)C'));
  });
});

describe('refusing SMILES', () => {
  // What was written, the code, the character it names (from 1), and words of the explanation.
  test.each([
    ['', 'smiles_syntax', 1, 'empty'],
    ['   ', 'smiles_syntax', 1, 'empty'],
    ['C.C', 'smiles_disconnected', 2, 'another molecule'],
    ['[Na+].[Cl-]', 'smiles_unsupported', 1, 'charge'],
    ['C[N+](=O)[O-]', 'smiles_unsupported', 2, '"[N+]" has a charge'],
    ['C[O-2]', 'smiles_unsupported', 2, 'charge'],
    ['CC*', 'smiles_unsupported', 3, 'any atom'],
    ['C[*]', 'smiles_unsupported', 2, 'any atom'],
    ['CB', 'smiles_unsupported', 2, '"B" is not supported'],
    ['c1ccbcc1', 'smiles_unsupported', 5, '"b" is not supported'],
    ['C[SiH3]', 'smiles_unsupported', 2, '"Si" is not supported'],
    ['c1cc[se]c1', 'smiles_unsupported', 5, '"se" is not supported'],
    ['CSi', 'smiles_syntax', 3, '"i" has no meaning'],
    ['CLi', 'smiles_unsupported', 2, '"Li"'],
    ['C$C', 'smiles_unsupported', 2, 'quadruple'],
    ['[CH2]', 'smiles_unsupported', 1, '2 of its 4 valences are free'],
    ['C[C]C', 'smiles_unsupported', 2, 'radical'],
    ['[H]', 'smiles_unsupported', 1, 'radical'],
    ['[H][H]', 'smiles_unsupported', 1, 'hydrogen alone'],
    ['[HH]', 'smiles_unsupported', 1, 'hydrogen alone'],
    ['CN(=O)=O', 'smiles_valence', 2, 'N 3'],
    ['CS(=O)(=O)C', 'smiles_valence', 2, 'sulfones'],
    ['OP(=O)(O)O', 'smiles_valence', 2, 'P 3'],
    ['C(C)(C)(C)(C)C', 'smiles_valence', 1, '5 bonds'],
    ['C[CH4]', 'smiles_valence', 2, '1 bonds and 4 hydrogens'],
    ['C[H]C', 'smiles_valence', 2, 'H has 2 bonds'],
    ['CH4', 'smiles_syntax', 2, 'in brackets'],
    ['C C', 'smiles_syntax', 2, '" " has no meaning'],
    ['C😀', 'smiles_syntax', 2, '"😀" has no meaning'],
    ['Cx', 'smiles_syntax', 2, '"x" has no meaning'],
    ['=C', 'smiles_syntax', 1, 'follow an atom'],
    ['C=', 'smiles_syntax', 2, 'leads to no atom'],
    ['C==C', 'smiles_syntax', 2, 'leads to no atom'],
    ['C(=)C', 'smiles_syntax', 3, 'leads to no atom'],
    ['C=(C)', 'smiles_syntax', 2, 'leads to no atom'],
    ['(C)C', 'smiles_syntax', 1, 'follow an atom'],
    ['C((C))C', 'smiles_syntax', 3, 'follow an atom'],
    ['C()C', 'smiles_syntax', 3, 'empty'],
    ['C(C', 'smiles_syntax', 2, 'not closed'],
    ['C)C', 'smiles_syntax', 2, 'not open'],
    ['1CC1', 'smiles_syntax', 1, 'follow an atom'],
    ['C(1CC1)', 'smiles_syntax', 3, 'follow an atom'],
    ['CC1CC', 'smiles_syntax', 3, 'ring 1 is opened'],
    ['C%1CC%1', 'smiles_syntax', 2, 'two digits'],
    ['C=1CCC#1', 'smiles_syntax', 8, 'different bonds'],
    ['CC11', 'smiles_syntax', 4, 'to itself'],
    ['c11', 'smiles_syntax', 3, 'to itself'],
    ['C1C1', 'smiles_syntax', 4, 'bound already'],
    ['C12CC12', 'smiles_syntax', 7, 'bound already'],
    ['C[CH3', 'smiles_syntax', 2, '"]" is missing'],
    ['C[]', 'smiles_syntax', 2, '"[]" is not an atom'],
    ['[C@@@H]', 'smiles_syntax', 1, 'not an atom'],
    [`C[${'1'.repeat(99)}]`, 'smiles_syntax', 2, '111...'],
    ['c1ccnc1', 'smiles_syntax', 6, '[nH]'],
    ['Cc1cccc1', 'smiles_syntax', 7, 'alternating'],
    ['c', 'smiles_syntax', 1, 'upper case'],
    ['  CQ', 'smiles_unsupported', 4, '"Q"'],
  ])('%s: %s at character %i, saying %s', (smiles, code, character, words) => {
    const error = refusal(smiles);
    expect(error.code).toBe(code);
    expect(error.message).toContain(`character ${character}:`);
    expect(error.message).toContain(words);
  });

  test('is all that happens to arbitrary text', () => {
    const tokens =
      'C N O S P F Cl Br I c n o s p [H] [CH2] [nH] [C@@H] [13C] [O-] ( ) ( ) = # : - / \\ 1 2 3 1 2 %10 . * $ @ [ ] %';
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...tokens.split(' ')), { maxLength: 24 }).map((parts) => parts.join('')),
      fc
        .array(fc.constantFrom('C', 'c', 'n', 'c', '1', '2', '(', ')', '='), { maxLength: 24 })
        .map((parts) => parts.join('')),
    );
    let read = 0;
    fc.assert(
      fc.property(text, (smiles) => {
        let graph: MolecularGraph;
        try {
          graph = readSmiles(smiles);
        } catch (error) {
          expect(error).toBeInstanceOf(SaCoreError);
          return;
        }
        read++;
        expect(hasValidValences(graph)).toBe(true);
        expect(isConnected(graph)).toBe(true);
        expect(codeOf(canonicalKekuleSmiles(graph))).toBe(canonicalForm(graph).code);
      }),
      { numRuns: 4000, seed: 7 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test.each([
    ['brackets', '['],
    ['branches', 'C('],
    ['ring numbers', 'C12'],
    ['aromatic atoms', 'c'],
    ['rings that cannot alternate', 'c1ccnc1Cc1cccc1C'],
    ['isotopes', '[1'],
  ])('does not take long for 2,000 characters of %s', (_, part) => {
    expect(refusal(`${part.repeat(2000 / part.length)}c`)).toBeInstanceOf(SaCoreError);
  });
});
