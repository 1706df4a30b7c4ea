import { describe, expect, it } from '@jest/globals';
import { knownNamesOf } from '../names/known-names.ts';
import { discoveryInWords, namesMet } from './named-isomers.ts';

describe('named isomers', () => {
  it('are told once, in the order of discovery, whatever their Kekulé forms', () => {
    const names = knownNamesOf('C8H10');
    const met = [...names.keys(), 'CC#CC#CCC'].map((smiles) => ({
      smiles,
      score: 1,
      firstStep: 1,
      visits: 1,
    }));
    const told = namesMet(met, names);
    expect(told.filter((name) => name === 'o-xylene')).toHaveLength(1);
    expect(told).toHaveLength(6);
  });

  it.each([
    [[], ''],
    [['limonene'], 'You found limonene.'],
    [['limonene', 'camphene'], 'You found limonene and camphene.'],
    [['a', 'b', 'c', 'd'], 'You found a, b and 2 more known by name.'],
  ])('%j are announced as "%s"', (found, words) => expect(discoveryInWords(found)).toBe(words));
});
