import { describe, expect, it } from '@jest/globals';
import { formulaOf, hillFormula, knownIsomerCount, parseFormula, readSmiles } from '@webfaulon/sa-core';
import { kekuleForms } from './kekule-forms.ts';
import { NAME_SOURCES } from './known-group.ts';
import { entriesOf, KNOWN_GROUPS, knownNamesOf, nameOf } from './known-names.ts';
import { alkaneOfName } from './testing/alkane-of-name.ts';

const ENTRIES = KNOWN_GROUPS.flatMap((group) => entriesOf(group).map((entry) => ({ ...entry, ...group })));
const isAlkane = ({ formula }: { readonly formula: string }) => {
  const { C = 0, H = 0, ...others } = parseFormula(formula);
  return H === 2 * C + 2 && Object.keys(others).length === 0;
};
const ALKANES = ENTRIES.filter(isAlkane);

describe('the table of names', () => {
  it('knows some hundred isomers', () => expect(ENTRIES.length).toBeGreaterThan(300));

  it.each(KNOWN_GROUPS)('has molecules of $formula where it says so', ({ formula, ...group }) => {
    for (const { smiles } of entriesOf({ formula, ...group })) {
      expect([smiles, hillFormula(formulaOf(readSmiles(smiles)))]).toEqual([smiles, formula]);
    }
  });

  it('has each isomer once', () => {
    const forms = ENTRIES.flatMap(({ smiles }) => kekuleForms(smiles));
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });

  it('has each name once', () => {
    const names = ENTRIES.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(names.filter((name) => name !== name.trim() || name === '')).toEqual([]);
  });

  it('says of each where it comes from', () => {
    for (const { source } of KNOWN_GROUPS) expect(NAME_SOURCES[source]).toMatch(/\w/);
  });

  it.each([
    'CH4',
    'C2H6',
    'C3H8',
    'C4H10',
    'C5H12',
    'C6H14',
    'C7H16',
    'C8H18',
    'C9H20',
    'C10H22',
    'C4H8',
    'C6H12',
    'C2H6O',
    'C2H4O',
    'C3H8O',
    'C3H6O',
    'C4H10O',
    'C3H7Cl',
    'C4H9Br',
    'C2H4Cl2',
  ])('has a name for every isomer of %s', (formula) => {
    expect(knownNamesOf(formula).size).toBe(knownIsomerCount(formula));
  });

  it('has both Kekulé forms of o-xylene', () => {
    const names = [...knownNamesOf('C8H10').values()].map(({ name }) => name);
    expect(names.filter((name) => name === 'o-xylene')).toHaveLength(2);
    expect(names.filter((name) => name === 'm-xylene')).toHaveLength(1);
  });

  it('finds a name by any SMILES of the molecule', () => {
    const names = knownNamesOf('C8H10');
    for (const smiles of ['Cc1ccccc1C', 'CC1=CC=CC=C1C', 'CC1=C(C)C=CC=C1']) {
      expect(nameOf(smiles, names)).toEqual({ name: 'o-xylene', source: 'pubchem' });
    }
    expect(nameOf('CC=CC#CC#CC', names)).toBeUndefined();
  });

  it('knows no name where it has none', () => expect(knownNamesOf('C60').size).toBe(0));
});

describe('the name of an alkane', () => {
  it.each(ALKANES)('$name says the structure $smiles', ({ smiles, name }) => {
    const named = alkaneOfName(name);
    expect(kekuleForms(smiles)).toEqual([named.smiles]);
    // The parent is the longest chain, numbered from the end that gives the lower locants.
    expect(named.parentLength).toBe(longestChainOf(smiles));
    const fromTheOtherEnd = named.locants.map((place) => named.parentLength + 1 - place).reverse();
    expect(isLower(fromTheOtherEnd, named.locants)).toBe(false);
    expect(named.substituents).toEqual([...named.substituents].sort());
  });
});

/** Atoms in the longest path of a tree. */
function longestChainOf(smiles: string): number {
  const { degrees, neighbours } = readSmiles(smiles);
  const longestFrom = (atom: number, from: number): number => {
    let longest = 0;
    for (let k = 0; k < degrees[atom]!; k++) {
      const next = neighbours[4 * atom + k]!;
      if (next !== from) longest = Math.max(longest, longestFrom(next, atom));
    }
    return 1 + longest;
  };
  return Math.max(...Array.from(degrees, (_, atom) => longestFrom(atom, -1)));
}

/** Whether the first set of locants is lower at the first point of difference. */
function isLower(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((locant, i) => locant !== other[i]);
  return place !== -1 && one[place]! < other[place]!;
}
